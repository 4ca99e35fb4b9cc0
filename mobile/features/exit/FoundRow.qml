import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Palang.Components

/// One car of the search: plate, class, since when and how long. One that has left says so and cannot be chosen.
AbstractButton {
    id: root

    required property int index
    required property string plate
    required property string vehicle
    required property string iconName
    required property string entered
    required property string duration
    required property string ticketNumber
    required property bool isOpen
    required property string statusText

    Accessible.description: isOpen ? duration : statusText
    Accessible.name: plate + " " + vehicle
    Accessible.role: Accessible.ListItem
    enabled: isOpen
    focusPolicy: Qt.StrongFocus
    implicitHeight: Math.max(72, contentItem.implicitHeight + 16)
    objectName: "exit.found." + index
    padding: 8
    Keys.onEnterPressed: root.clicked()
    Keys.onReturnPressed: root.clicked()

    background: Rectangle {
        border.color: root.isOpen ? Theme.exit : Theme.hairline
        border.width: root.isOpen ? 2 : 1
        color: root.down ? Theme.exitSoft : Theme.surface
        radius: Theme.radius

        FocusRing {
            shown: root.visualFocus
        }
    }
    contentItem: GridLayout {
        columnSpacing: 10
        columns: Theme.isTall ? 2 : 3
        rowSpacing: 2

        Icon {
            Layout.preferredHeight: 32
            Layout.preferredWidth: 44
            color: Theme.text
            name: root.iconName
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            PlateText {
                Layout.maximumWidth: parent.width
                pixelSize: 22 * Theme.frameScale
                plate: root.plate
            }
            AppText {
                Layout.fillWidth: true
                font.pixelSize: Theme.small
                soft: true
                text: root.ticketNumber
                wrapMode: Text.WrapAnywhere
            }
        }
        ColumnLayout {
            Layout.column: Theme.isTall ? 0 : 2
            Layout.columnSpan: Theme.isTall ? 2 : 1
            Layout.fillWidth: Theme.isTall
            Layout.row: Theme.isTall ? 1 : 0
            spacing: 0

            AppText {
                Layout.alignment: Theme.isTall ? Qt.AlignLeft : Qt.AlignRight
                Layout.fillWidth: Theme.isTall
                font.pixelSize: Theme.label
                strong: true
                text: root.isOpen ? root.duration : root.statusText
                wrapMode: Text.WordWrap
            }
            AppText {
                Layout.alignment: Theme.isTall ? Qt.AlignLeft : Qt.AlignRight
                Layout.fillWidth: Theme.isTall
                font.pixelSize: Theme.small
                text: qsTr("masuk %1").arg(root.entered)
                visible: root.entered !== ""
                wrapMode: Text.WordWrap
            }
        }
    }
}
