import QtQuick
import QtQuick.Controls.Basic
import Palang.Components
import Palang.Settings

/// One value of the configuration: its label, a field, and below it what is wrong.
Column {
    id: root

    required property ConfigDraft draft
    required property string pointer
    property string label
    property string note
    property string name: "settings" + pointer.replace(/\//g, ".")
    property bool numeric: false
    property bool isTime: false
    property bool readOnly: false

    readonly property bool isWrong: pointer !== "" && draft.problemField === pointer

    function read() {
        if (draft && (!field.activeFocus || !isWrong))
            field.text = isTime ? draft.localTime(pointer) : draft.value(pointer);
    }
    function write() {
        if (isTime)
            draft.setLocalTime(pointer, field.text);
        else if (numeric)
            draft.setNumber(pointer, field.text);
        else
            draft.setText(pointer, field.text);
    }

    spacing: 3
    Component.onCompleted: read()
    onPointerChanged: read()

    Connections {
        function onChanged() {
            if (!field.activeFocus)
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
    TextField {
        id: field

        Accessible.description: root.isWrong ? root.draft.problemText : ""
        Accessible.name: root.label
        color: Theme.text
        font.family: Theme.family
        font.pixelSize: Theme.label
        height: 42
        leftPadding: 10
        objectName: root.name
        readOnly: root.readOnly
        selectByMouse: true
        selectedTextColor: Theme.accentInk
        selectionColor: Theme.accent
        width: root.width
        onTextEdited: root.write()

        background: Rectangle {
            border.color: root.isWrong ? Theme.failed : field.activeFocus ? Theme.accent : Theme.outline
            border.width: root.isWrong || field.activeFocus ? 3 : Math.max(1, Theme.line)
            color: root.readOnly ? Theme.sunken : Theme.surface
            radius: 8
        }
    }
    AppText {
        color: root.isWrong ? Theme.failed : Theme.softText
        font.pixelSize: 13
        objectName: root.name + ".problem"
        strong: root.isWrong
        text: root.isWrong ? root.draft.problemText : root.note
        visible: text !== ""
        width: root.width
        wrapMode: Text.WordWrap
    }
}
