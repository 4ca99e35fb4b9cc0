pragma ComponentBehavior: Bound

import QtQuick
import Palang.Components

/// Lines of {text, tone} under a heading (quiet, ok, warn, bad); says when there are none.
Column {
    id: root

    property string title
    property string none
    property var lines: []
    property int most: 12

    spacing: 4

    AppText {
        strong: true
        text: root.title
        width: parent.width
    }
    AppText {
        font.pixelSize: Theme.small
        soft: true
        text: root.none
        visible: root.lines.length === 0
        width: parent.width
        wrapMode: Text.WordWrap
    }
    Repeater {
        model: root.lines.slice(0, root.most)

        Row {
            id: line

            required property var modelData

            spacing: 8
            width: root.width

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                color: words.color
                height: 16
                name: line.modelData.tone === "quiet" ? "clock" : line.modelData.tone === "ok" ? "tick-circle" : "warning"
                width: 16
            }
            AppText {
                id: words

                color: line.modelData.tone === "bad" ? Theme.failed : Theme.text
                font.pixelSize: Theme.label
                text: line.modelData.text
                width: line.width - 24
                wrapMode: Text.WordWrap
            }
        }
    }
}
