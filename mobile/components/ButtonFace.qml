import QtQuick
import Palang.Components

/// An icon and words in the middle of a button; the words shrink before they are cut.
Item {
    id: root

    property string iconName
    property int iconSize: 28
    property string text
    property string note
    property color ink: Theme.text
    property font font

    readonly property int iconSpace: iconName === "" ? 0 : iconSize + 10

    implicitHeight: words.implicitHeight
    implicitWidth: iconSpace + Math.max(label.implicitWidth, noteLabel.visible ? noteLabel.implicitWidth : 0)

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

        FitText {
            id: label

            color: root.ink
            font: root.font
            horizontalAlignment: Text.AlignHCenter
            minimumPixelSize: 10
            text: root.text
            width: parent.width
        }
        AppText {
            id: noteLabel

            color: root.ink
            font.pixelSize: Theme.small
            horizontalAlignment: Text.AlignHCenter
            text: root.note
            visible: text !== ""
            width: parent.width
        }
    }
}
