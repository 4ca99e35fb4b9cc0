import QtQuick

/// Text in the theme's face; body size unless told.
Text {
    id: root

    property bool strong: false
    property bool soft: false

    color: soft ? Theme.softText : Theme.text
    elide: Text.ElideRight
    font.bold: strong
    font.family: Theme.family
    font.pixelSize: Theme.body
    verticalAlignment: Text.AlignVCenter
}
