import QtQuick
import Palang.Components

/// What an empty list says: nothing is wrong, and what will appear here.
Column {
    id: root

    property string iconName: "catatan"
    property string title
    property string note
    property color tone: Theme.outline

    Accessible.name: title + ". " + note
    Accessible.role: Accessible.StaticText
    padding: 24
    spacing: 10

    Icon {
        anchors.horizontalCenter: parent.horizontalCenter
        color: root.tone
        height: 56
        name: root.iconName
        width: 56
    }
    AppText {
        horizontalAlignment: Text.AlignHCenter
        strong: true
        text: root.title
        width: root.width - 48
        wrapMode: Text.WordWrap
    }
    AppText {
        font.pixelSize: Theme.label
        horizontalAlignment: Text.AlignHCenter
        soft: true
        text: root.note
        visible: text !== ""
        width: root.width - 48
        wrapMode: Text.WordWrap
    }
}
