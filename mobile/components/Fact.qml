import QtQuick
import QtQuick.Layouts
import Palang.Components

/// A fact with its name above it; hidden without one.
ColumnLayout {
    id: root

    required property string label
    required property string value
    property color tone: Theme.text

    Accessible.name: label + ": " + value
    Accessible.role: Accessible.StaticText
    spacing: 0
    visible: value !== ""

    AppText {
        Layout.fillWidth: true
        font.pixelSize: Theme.small
        soft: true
        text: root.label
        wrapMode: Text.WordWrap
    }
    AppText {
        Layout.fillWidth: true
        color: root.tone
        strong: true
        text: root.value
        wrapMode: Text.WordWrap
    }
}
