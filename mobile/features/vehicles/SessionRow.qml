import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Palang.Components

/// One stay as a line of the table.
AbstractButton {
    id: root

    required property int index
    required property string sessionId
    required property string plate
    required property string vehicle
    required property string icon
    required property string entered
    required property string exited
    required property string duration
    required property string amount
    required property string status
    required property string statusText
    required property string statusIcon
    required property string ticketNumber
    required property bool flagged
    property bool current: false
    property bool opened: false
    property var columns: ({})

    readonly property color statusInk: status === "open" ? Theme.entry : status === "closed" ? Theme.softText : Theme.failed

    Accessible.description: vehicle + ", " + statusText + ", " + entered
    Accessible.name: plate === "" ? qsTr("Tanpa plat") : plate
    Accessible.role: Accessible.ListItem
    focusPolicy: Qt.NoFocus
    implicitHeight: 56
    leftPadding: 12
    objectName: "vehicles.row." + index
    rightPadding: 12
    text: plate

    background: Rectangle {
        border.color: Theme.accent
        border.width: root.current ? 2 : 0
        color: root.opened ? Theme.accentSoft : root.hovered || root.down ? Theme.sunken : "transparent"
        radius: 8

        Rectangle {
            anchors.bottom: parent.bottom
            color: Theme.hairline
            height: 1
            visible: !root.opened && !root.current
            width: parent.width
        }
        Rectangle {
            color: Theme.accent
            height: parent.height - 16
            radius: 2
            visible: root.opened
            width: 4
            x: 3
            y: 8
        }
    }
    contentItem: RowLayout {
        spacing: 12

        Item {
            Layout.fillHeight: true
            Layout.preferredWidth: root.columns.plate

            PlateText {
                anchors.verticalCenter: parent.verticalCenter
                pixelSize: 18
                plate: root.plate
                width: Math.min(implicitWidth, parent.width)
            }
        }
        RowLayout {
            Layout.maximumWidth: root.columns.vehicle
            Layout.minimumWidth: root.columns.vehicle
            spacing: 8

            Icon {
                Layout.preferredHeight: 22
                Layout.preferredWidth: 30
                color: Theme.text
                name: root.icon
            }
            AppText {
                Layout.fillWidth: true
                font.pixelSize: Theme.label
                text: root.vehicle
            }
        }
        AppText {
            Layout.preferredWidth: root.columns.entered
            font.pixelSize: Theme.label
            text: root.entered === "" ? "–" : root.entered
        }
        AppText {
            Layout.preferredWidth: root.columns.exited
            font.pixelSize: Theme.label
            text: root.exited === "" ? "–" : root.exited
        }
        AppText {
            Layout.preferredWidth: root.columns.duration
            font.pixelSize: Theme.label
            text: root.duration
        }
        AppText {
            Layout.preferredWidth: root.columns.amount
            font.family: Theme.digits
            font.pixelSize: 15
            horizontalAlignment: Text.AlignRight
            text: root.amount
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: 6

            Icon {
                Layout.preferredHeight: 18
                Layout.preferredWidth: 18
                color: root.statusInk
                name: root.statusIcon
            }
            AppText {
                Layout.fillWidth: true
                color: root.statusInk
                font.pixelSize: Theme.small
                strong: true
                text: root.statusText
            }
            Icon {
                Accessible.name: qsTr("Ada catatan khusus")
                Accessible.role: Accessible.Graphic
                Layout.preferredHeight: 20
                Layout.preferredWidth: 20
                color: Theme.text
                name: "warning"
                visible: root.flagged
            }
        }
    }
}
