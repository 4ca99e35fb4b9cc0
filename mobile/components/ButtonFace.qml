import QtQuick
import Palang.Components

/// An icon and words in the middle of a button; the words take two lines, then shrink, before they are cut.
Item {
    id: root

    property string iconName
    property int iconSize: 28
    property string text
    property string note
    property color ink: Theme.text
    property font font

    readonly property int iconSpace: iconName === "" ? 0 : iconSize + 10

    implicitHeight: metrics.height + (noteLabel.visible ? noteLabel.implicitHeight : 0)
    implicitWidth: iconSpace + Math.max(Math.ceil(metrics.advanceWidth) + 2, noteLabel.visible ? noteLabel.implicitWidth : 0)

    TextMetrics {
        id: metrics

        font: root.font
        text: root.text
    }

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        color: root.ink
        height: root.iconSize
        name: root.iconName
        visible: root.iconName !== ""
        width: root.iconSize
        x: words.x - root.iconSpace
    }
    Column {
        id: words

        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(root.width, root.implicitWidth) - root.iconSpace
        x: (root.width - width + root.iconSpace) / 2

        AppText {
            readonly property int lines: metrics.advanceWidth > width ? 2 : 1
            readonly property real room: root.height - (noteLabel.visible ? noteLabel.height : 0)

            color: root.ink
            font: root.font
            fontSizeMode: Text.Fit
            height: Math.min(Math.max(room, 20), lines * metrics.height)
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 0.9
            minimumPixelSize: 10
            text: root.text
            width: parent.width
            wrapMode: Text.WordWrap
        }
        AppText {
            id: noteLabel

            color: root.ink
            font.pixelSize: Theme.small
            horizontalAlignment: Text.AlignHCenter
            text: root.note
            visible: text !== ""
            width: parent.width
            wrapMode: Text.WordWrap
        }
    }
}
