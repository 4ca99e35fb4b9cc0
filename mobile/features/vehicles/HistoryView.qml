pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Components

/// What is known of a stay, oldest first.
ColumnLayout {
    id: root

    property var lines: []

    spacing: 10

    Repeater {
        model: root.lines

        RowLayout {
            id: line

            required property var modelData
            required property int index

            Accessible.name: modelData.moment + " " + modelData.title + " " + modelData.note
            Accessible.role: Accessible.ListItem
            Layout.fillWidth: true
            objectName: "vehicles.history." + index
            spacing: 10

            Icon {
                Layout.alignment: Qt.AlignTop
                Layout.preferredHeight: 20
                Layout.preferredWidth: 20
                color: line.modelData.icon === "failed" ? Theme.failed : Theme.text
                name: line.modelData.icon
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                RowLayout {
                    Layout.fillWidth: true

                    AppText {
                        Layout.fillWidth: true
                        font.pixelSize: Theme.label
                        strong: true
                        text: line.modelData.title
                    }
                    AppText {
                        font.pixelSize: Theme.small
                        soft: true
                        text: line.modelData.moment
                    }
                }
                AppText {
                    Layout.fillWidth: true
                    font.pixelSize: Theme.small
                    soft: true
                    text: line.modelData.note
                    visible: text !== ""
                    wrapMode: Text.WordWrap
                }
            }
        }
    }
}
