import QtQuick
import QtQuick.Layouts
import Palang.Components

/// A label and its value at the right edge, below each other where they do not fit side by side.
Item {
    id: root

    required property string label
    required property string value
    property color tone: Theme.text
    property bool underlined: true

    Accessible.name: label + ": " + value
    Accessible.role: Accessible.StaticText
    implicitHeight: words.implicitHeight + 10

    GridLayout {
        id: words

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        columnSpacing: 12
        columns: labelText.implicitWidth + valueText.implicitWidth + columnSpacing <= root.width ? 2 : 1
        rowSpacing: 0

        AppText {
            id: labelText

            Layout.fillWidth: words.columns === 1
            objectName: root.objectName + ".label"
            text: root.label
            wrapMode: Text.WordWrap
        }
        AppText {
            id: valueText

            Layout.fillWidth: true
            color: root.tone
            horizontalAlignment: Text.AlignRight
            objectName: root.objectName + ".value"
            strong: true
            text: root.value
            wrapMode: Text.Wrap
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.hairline
        height: 1
        visible: root.underlined
        width: parent.width
    }
}
