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

    /// Large letters: since when and how long stand below the plate.
    readonly property bool isTall: Theme.scale > 1.2

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
        columns: root.isTall ? 2 : 3
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
                font.pixelSize: Theme.frameSmall
                soft: true
                text: root.ticketNumber
                wrapMode: Text.WrapAnywhere
            }
        }
        ColumnLayout {
            Layout.column: root.isTall ? 1 : 2
            Layout.fillWidth: root.isTall
            Layout.row: root.isTall ? 1 : 0
            spacing: 0

            AppText {
                Layout.alignment: root.isTall ? Qt.AlignLeft : Qt.AlignRight
                Layout.fillWidth: root.isTall
                font.pixelSize: Theme.label
                strong: true
                text: root.isOpen ? root.duration : root.statusText
                wrapMode: Text.WordWrap
            }
            AppText {
                Layout.alignment: root.isTall ? Qt.AlignLeft : Qt.AlignRight
                font.pixelSize: Theme.frameSmall
                text: qsTr("masuk %1").arg(root.entered)
                visible: root.entered !== ""
            }
        }
    }
}
