import QtQuick
import QtQuick.Layouts
import Palang.Components

/// Pushes the page down while something about the connection must be known. Hidden without text.
Rectangle {
    id: root

    property string text
    property string note
    property string action
    property bool isFault: false

    readonly property color ink: isFault ? Theme.waitingInk : Theme.stateInk

    signal actionRequested

    Accessible.name: text + " " + note
    Accessible.role: Accessible.AlertMessage
    color: isFault ? Theme.waiting : Theme.offline
    implicitHeight: text === "" ? 0 : 52
    visible: text !== ""

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: 16
        anchors.rightMargin: 12
        spacing: 12

        Icon {
            Layout.preferredHeight: 24
            Layout.preferredWidth: 24
            color: root.ink
            name: root.isFault ? "warning" : "offline"
        }
        AppText {
            color: root.ink
            font.pixelSize: Theme.label
            objectName: root.objectName + ".text"
            strong: true
            text: root.text
        }
        AppText {
            Layout.fillWidth: true
            color: root.ink
            font.pixelSize: Theme.label
            objectName: root.objectName + ".note"
            text: root.note
        }
        BigButton {
            Layout.preferredHeight: 40
            font.pixelSize: Theme.label
            kind: BigButton.Secondary
            objectName: root.objectName + ".action"
            text: root.action
            visible: text !== ""
            onClicked: root.actionRequested()
        }
    }
}
