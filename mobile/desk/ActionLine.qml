import QtQuick
import QtQuick.Layouts
import Palang.Components
import Palang.Desk

/// What became of the last change, or why none can be made.
ColumnLayout {
    id: root

    required property DeskAction action
    property string name: "action"

    spacing: 4
    // Gone as a whole: an empty one keeps the height of the text that it had.
    visible: root.action.state !== DeskAction.None || root.action.whyNot !== ""

    RowLayout {
        Layout.fillWidth: true
        spacing: 10
        visible: root.action.state !== DeskAction.None

        Icon {
            Layout.alignment: Qt.AlignTop
            Layout.preferredHeight: 22
            Layout.preferredWidth: 22
            color: verdict.color
            name: root.action.state === DeskAction.Waiting ? "clock" : root.action.state === DeskAction.Done ? "tick-circle" : "failed"
        }
        AppText {
            id: verdict

            Accessible.name: text
            Accessible.role: Accessible.AlertMessage
            Layout.fillWidth: true
            color: root.action.state === DeskAction.Refused ? Theme.failed : root.action.state === DeskAction.Done ? Theme.connected : Theme.text
            font.pixelSize: Theme.label
            objectName: root.name + ".verdict"
            strong: true
            text: root.action.text + (root.action.nextStep === "" ? "" : ". " + root.action.nextStep)
            wrapMode: Text.WordWrap
        }
        KeyButton {
            Accessible.name: qsTr("Tutup pesan")
            Layout.preferredHeight: 36
            Layout.preferredWidth: 40
            iconName: "close"
            objectName: root.name + ".dismiss"
            quiet: true
            visible: root.action.state !== DeskAction.Waiting
            onClicked: root.action.dismiss()
        }
    }
    AppText {
        Layout.fillWidth: true
        font.pixelSize: Theme.small
        objectName: root.name + ".whyNot"
        soft: true
        text: root.action.whyNot
        visible: text !== ""
        wrapMode: Text.WordWrap
    }
}
