import QtQuick
import QtQuick.Controls.Basic
import Palang.Components

/// One stay as a line of the table.
AbstractButton {
    id: root

    required property int index
    required property string sessionId
    required property string plate
    required property string vehicle
    required property string iconName
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

    component Cell: AppText {
        font.pixelSize: Theme.label
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 12
        height: parent?.height ?? 0
    }

    /// False while its page is fetched again.
    readonly property bool isHere: sessionId !== ""
    readonly property color statusInk: status === "open" ? Theme.entry : status === "closed" ? Theme.softText : Theme.failed

    Accessible.description: vehicle + ", " + statusText + ", " + entered
    Accessible.name: !isHere ? qsTr("Memuat…") : plate === "" ? qsTr("Tanpa plat") : plate
    Accessible.role: Accessible.ListItem
    enabled: isHere
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
    contentItem: Row {
        opacity: root.isHere ? 1 : 0
        spacing: 12

        Item {
            height: parent.height
            width: root.columns.plate

            PlateText {
                anchors.verticalCenter: parent.verticalCenter
                pixelSize: 18
                plate: root.plate
                width: Math.min(implicitWidth, parent.width)
            }
        }
        Item {
            height: parent.height
            width: root.columns.vehicle

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.text
                height: 22
                name: root.iconName
                width: 32
            }
            Cell {
                text: root.vehicle
                visible: root.columns.vehicle > 80
                width: parent.width - x
                x: 40
            }
        }
        Cell {
            text: root.entered === "" ? "–" : root.entered
            width: root.columns.entered
        }
        Cell {
            text: root.exited === "" ? "–" : root.exited
            width: root.columns.exited
        }
        Cell {
            text: root.duration
            visible: root.columns.duration > 0
            width: root.columns.duration
        }
        Cell {
            horizontalAlignment: Text.AlignRight
            text: root.amount
            width: root.columns.amount
        }
        Row {
            height: parent.height
            spacing: 6

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                color: root.statusInk
                height: 18
                name: root.statusIcon
                width: 18
            }
            Cell {
                color: root.statusInk
                font.pixelSize: Theme.small
                strong: true
                text: root.statusText
            }
            Icon {
                Accessible.name: qsTr("Ada catatan khusus")
                Accessible.role: Accessible.Graphic
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.text
                height: 20
                name: "warning"
                visible: root.flagged
                width: 20
            }
        }
    }
}
