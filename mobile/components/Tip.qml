import QtQuick
import QtQuick.Controls.Basic

/// Words beside the pointer.
ToolTip {
    id: root

    property bool shown: false

    delay: 200
    visible: shown && text !== ""

    background: Rectangle {
        border.color: Theme.outline
        border.width: 1
        color: Theme.surface
        radius: 6
    }
    contentItem: AppText {
        font.pixelSize: Theme.small
        text: root.text
    }
}
