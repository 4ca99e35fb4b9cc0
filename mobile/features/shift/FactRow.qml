import QtQuick
import Palang.Components

/// A label and its value at the right edge.
Item {
    id: root

    required property string label
    required property string value
    property color tone: Theme.text

    Accessible.name: label + ": " + value
    Accessible.role: Accessible.StaticText
    implicitHeight: 34

    AppText {
        anchors.left: parent.left
        height: parent.height
        text: root.label
    }
    AppText {
        anchors.right: parent.right
        color: root.tone
        height: parent.height
        objectName: root.objectName + ".value"
        strong: true
        text: root.value
    }
    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.hairline
        height: 1
        width: parent.width
    }
}
