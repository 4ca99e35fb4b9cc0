import QtQuick
import QtQuick.Layouts
import Palang.Components

/// A titled part of the screen; its content fills the rest.
Rectangle {
    id: root

    property string title
    property string note
    property string iconName
    property color iconTone: Theme.text
    default property alias content: slot.data
    /// At the right end of the head.
    property alias tool: toolSlot.data

    Accessible.name: title
    Accessible.role: Accessible.Grouping
    border.color: Theme.hairline
    border.width: Math.max(1, Theme.line)
    color: Theme.surface
    implicitHeight: 160
    radius: Theme.radius

    RowLayout {
        id: head

        anchors.left: parent.left
        anchors.leftMargin: 14
        anchors.right: parent.right
        anchors.rightMargin: 14
        height: 46
        spacing: 10

        Icon {
            Layout.preferredHeight: 22
            Layout.preferredWidth: 22
            color: root.iconTone
            name: root.iconName
            visible: root.iconName !== ""
        }
        AppText {
            Layout.fillWidth: true
            strong: true
            text: root.title
        }
        AppText {
            font.pixelSize: Theme.small
            soft: true
            text: root.note
            visible: text !== ""
        }
        Row {
            id: toolSlot
        }
    }
    Item {
        id: slot

        anchors.bottom: parent.bottom
        anchors.bottomMargin: 8
        anchors.left: parent.left
        anchors.leftMargin: 8
        anchors.right: parent.right
        anchors.rightMargin: 8
        anchors.top: head.bottom
    }
}
