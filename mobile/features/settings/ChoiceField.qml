import QtQuick
import Palang.Components
import Palang.Desk
import Palang.Settings

/// One value of the configuration that is one of several, and below it what is wrong.
Column {
    id: root

    required property ConfigDraft draft
    required property string pointer
    property string label
    property var choices: []
    property string note
    property bool readOnly: false

    readonly property bool isWrong: pointer !== "" && draft.problemField === pointer

    function read() {
        if (draft)
            choice.choose(draft.value(pointer));
    }

    spacing: 3
    Component.onCompleted: read()
    onPointerChanged: read()

    Connections {
        function onChanged() {
            root.read();
        }
        target: root.draft
    }
    AppText {
        font.pixelSize: Theme.small
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 10
        soft: true
        text: root.label
        width: root.width
    }
    Choice {
        id: choice

        enabled: !root.readOnly
        label: root.label
        model: root.choices
        objectName: "settings" + root.pointer.replace(/\//g, ".")
        width: root.width
        onActivated: root.draft.setChoice(root.pointer, currentValue)
        onModelChanged: root.read()
    }
    AppText {
        color: root.isWrong ? Theme.failed : Theme.softText
        font.pixelSize: 13
        strong: root.isWrong
        text: root.isWrong ? root.draft.problemText : root.note
        visible: text !== ""
        width: root.width
        wrapMode: Text.WordWrap
    }
}
