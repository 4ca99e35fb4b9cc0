pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Palang.Components

/// A row of choices, one of them chosen: filled, underlined and told to screen readers.
Row {
    id: root

    /// Each {text, name, icon?, badge?}.
    property var choices: []
    property int current: 0
    property color tone: Theme.accent

    signal chosen(int index)

    Accessible.role: Accessible.PageTabList
    height: Theme.touch + 8
    spacing: 6

    Repeater {
        model: root.choices

        AbstractButton {
            id: tab

            required property var modelData
            required property int index

            readonly property bool isCurrent: index === root.current
            readonly property int badge: modelData.badge ?? 0

            Accessible.checked: isCurrent
            Accessible.name: text
            Accessible.role: Accessible.PageTab
            focusPolicy: Qt.TabFocus
            height: root.height
            objectName: root.objectName + "." + modelData.name
            padding: 4
            text: modelData.text
            width: (root.width - root.spacing * (root.choices.length - 1)) / Math.max(1, root.choices.length)
            onClicked: root.chosen(index)

            background: Rectangle {
                border.color: tab.isCurrent ? root.tone : Theme.outline
                border.width: Math.max(1, Theme.line)
                color: tab.isCurrent ? root.tone : tab.down ? Theme.accentSoft : Theme.surface
                radius: 10

                FocusRing {
                    shown: tab.visualFocus
                }
            }
            contentItem: Item {
                Row {
                    anchors.centerIn: parent
                    spacing: 6

                    Icon {
                        anchors.verticalCenter: parent.verticalCenter
                        color: tab.isCurrent ? Theme.accentInk : Theme.text
                        height: 20
                        name: tab.modelData.icon ?? ""
                        visible: name !== ""
                        width: 20
                    }
                    AppText {
                        color: tab.isCurrent ? Theme.accentInk : Theme.text
                        font.pixelSize: Theme.label
                        strong: true
                        text: tab.text
                        width: Math.min(implicitWidth, tab.width - 12 - (tab.badge > 0 ? 30 : 0))
                    }
                    CountBadge {
                        anchors.verticalCenter: parent.verticalCenter
                        count: tab.badge
                    }
                }
            }
        }
    }
}
