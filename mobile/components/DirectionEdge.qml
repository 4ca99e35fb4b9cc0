pragma ComponentBehavior: Bound

import QtQuick

/// Tells entry from exit without colour: upright bars at the left edge for entry, slanted stripes at the right for exit.
Item {
    id: root

    property bool isExit: false
    property color tone: Theme.accentInk

    clip: true
    width: 18

    Repeater {
        model: root.isExit ? Math.ceil(root.height / 14) + 2 : 0

        Rectangle {
            required property int index

            color: root.tone
            height: 6
            rotation: -35
            width: root.width * 2
            x: -root.width / 2
            y: index * 14 - 8
        }
    }
    Repeater {
        model: root.isExit ? 0 : 2

        Rectangle {
            required property int index

            color: root.tone
            height: root.height
            width: 5
            x: index * 10
        }
    }
}
