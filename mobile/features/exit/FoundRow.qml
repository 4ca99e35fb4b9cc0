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
    contentItem: RowLayout {
        spacing: 10

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
                pixelSize: 22
                plate: root.plate
            }
            AppText {
                Layout.fillWidth: true
                font.pixelSize: Theme.small
                soft: true
                text: root.ticketNumber
            }
        }
        ColumnLayout {
            spacing: 0

            AppText {
                Layout.alignment: Qt.AlignRight
                font.pixelSize: Theme.label
                strong: true
                text: root.isOpen ? root.duration : root.statusText
            }
            AppText {
                Layout.alignment: Qt.AlignRight
                font.pixelSize: Theme.small
                text: qsTr("masuk %1").arg(root.entered)
                visible: root.entered !== ""
            }
        }
    }
}
