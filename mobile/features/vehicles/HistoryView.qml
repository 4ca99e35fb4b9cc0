pragma ComponentBehavior: Bound

import QtQuick
import Palang.Components

/// What is known of a stay, oldest first.
Column {
    id: root

    property var lines: []

    spacing: 10

    Repeater {
        model: root.lines

        Item {
            id: line

            required property var modelData
            required property int index

            Accessible.name: modelData.moment + " " + modelData.title + " " + modelData.note
            Accessible.role: Accessible.ListItem
            height: words.height
            objectName: "vehicles.history." + index
            width: root.width

            Icon {
                color: line.modelData.icon === "failed" ? Theme.failed : Theme.text
                height: 20
                name: line.modelData.icon
                width: 20
                y: 2
            }
            Column {
                id: words

                width: line.width - 30
                x: 30

                AppText {
                    font.pixelSize: Theme.label
                    strong: true
                    text: line.modelData.title
                    width: parent.width - moment.width - 8
                }
                AppText {
                    font.pixelSize: Theme.small
                    soft: true
                    text: line.modelData.note
                    visible: text !== ""
                    width: parent.width
                    wrapMode: Text.WordWrap
                }
            }
            AppText {
                id: moment

                anchors.right: line.right
                font.pixelSize: Theme.small
                soft: true
                text: line.modelData.moment
                y: 1
            }
        }
    }
}
