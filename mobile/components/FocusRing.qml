import QtQuick

/// Shows which control the keyboard is on.
Rectangle {
    id: root

    property bool shown: false

    anchors.fill: parent
    anchors.margins: -Theme.focusLine - 1
    border.color: Theme.text
    border.width: Theme.focusLine
    color: "transparent"
    radius: Theme.radius + Theme.focusLine
    visible: shown
}
