import QtQuick
import QtQuick.Controls.Basic
import Palang.Components

/// The search field of a desktop: an icon, the text, a key that clears. Arrow keys leave it for the list.
TextField {
    id: root

    signal leftDown

    Accessible.name: placeholderText
    Accessible.role: Accessible.EditableText
    color: Theme.text
    font.family: Theme.family
    font.pixelSize: Theme.body
    implicitHeight: 52
    leftPadding: 48
    placeholderTextColor: Theme.softText
    rightPadding: 56
    selectByMouse: true
    selectedTextColor: Theme.accentInk
    selectionColor: Theme.accent
    Keys.onDownPressed: root.leftDown()

    background: Rectangle {
        border.color: root.activeFocus ? Theme.accent : Theme.outline
        border.width: root.activeFocus ? 3 : Math.max(1, Theme.line)
        color: Theme.surface
        radius: Theme.radius
    }

    Icon {
        color: Theme.softText
        height: 24
        name: "search"
        width: 24
        x: 14
        y: (root.height - height) / 2
    }
    KeyButton {
        Accessible.name: qsTr("Hapus pencarian")
        anchors.right: parent.right
        anchors.rightMargin: 4
        height: 44
        iconName: "close"
        objectName: root.objectName + ".clear"
        quiet: true
        visible: root.text !== ""
        width: 48
        y: (root.height - height) / 2
        onClicked: {
            root.clear();
            root.forceActiveFocus();
        }
    }
}
