import QtQuick
import QtQuick.Controls.Basic

/// A field with its label above it, in words that stay while typing.
Column {
    id: root

    property string label
    property string note
    property bool isSecret: false
    property alias text: field.text
    property alias placeholder: field.placeholderText
    property alias inputMethodHints: field.inputMethodHints
    property alias validator: field.validator
    property alias readOnly: field.readOnly
    /// The objectName of the field itself.
    property string name

    signal accepted
    signal edited

    function focusField() {
        field.forceActiveFocus();
    }

    spacing: 4

    AppText {
        font.pixelSize: Theme.label
        strong: true
        text: root.label
        visible: text !== ""
        width: root.width
        wrapMode: Text.WordWrap
    }
    TextField {
        id: field

        property bool isShown: false

        Accessible.name: root.label
        color: Theme.text
        echoMode: root.isSecret && !isShown ? TextInput.Password : TextInput.Normal
        font.family: Theme.family
        font.pixelSize: Theme.body
        height: Theme.keyHeight - 4
        leftPadding: 14
        objectName: root.name
        placeholderTextColor: Theme.softText
        rightPadding: root.isSecret ? 60 : 14
        selectByMouse: true
        selectedTextColor: Theme.accentInk
        selectionColor: Theme.accent
        width: root.width
        onAccepted: root.accepted()
        onTextEdited: root.edited()

        background: Rectangle {
            border.color: field.activeFocus ? Theme.accent : Theme.outline
            border.width: field.activeFocus ? 3 : Math.max(1, Theme.line)
            color: Theme.surface
            radius: Theme.radius
        }

        KeyButton {
            Accessible.name: field.isShown ? qsTr("Sembunyikan sandi") : qsTr("Lihat sandi")
            anchors.margins: 4
            anchors.right: parent.right
            height: parent.height - 8
            iconName: field.isShown ? "eye-off" : "eye"
            objectName: root.name + ".show"
            quiet: true
            visible: root.isSecret
            width: 52
            y: 4
            onClicked: field.isShown = !field.isShown
        }
    }
    AppText {
        font.pixelSize: Theme.small
        soft: true
        text: root.note
        visible: text !== ""
        width: root.width
        wrapMode: Text.WordWrap
    }
}
