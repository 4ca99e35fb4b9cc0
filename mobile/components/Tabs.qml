pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic

/// A row of choices, one of them chosen: filled, underlined and told to screen readers.
Row {
    id: root

    /// Each {text, name, icon?}. New choices are new keys, so what changes while people press them stands in `badges`.
    property var choices: []
    /// By name: {count, isFailure}.
    property var badges: ({})
    property int current: 0
    property color tone: Theme.accent

    /// Letters go before pictures.
    readonly property bool hasRoom: width / Math.max(1, choices.length) >= 105 * Theme.frameScale

    signal chosen(int index)

    Accessible.role: Accessible.PageTabList
    height: (Theme.touch + 8) * (Theme.frameScale > 1.2 ? 1.15 : 1)
    spacing: 6

    Repeater {
        model: root.choices

        AbstractButton {
            id: tab

            required property var modelData
            required property int index

            readonly property bool isCurrent: index === root.current
            readonly property var badge: root.badges[modelData.name]

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
                ButtonFace {
                    anchors.fill: parent
                    font.bold: true
                    font.family: Theme.family
                    font.pixelSize: 16 * Theme.frameScale
                    iconName: root.hasRoom ? tab.modelData.icon ?? "" : ""
                    iconSize: 20
                    ink: tab.isCurrent ? Theme.accentInk : Theme.text
                    text: tab.text
                }
                CountBadge {
                    anchors.right: parent.right
                    anchors.top: parent.top
                    anchors.rightMargin: -6
                    anchors.topMargin: -12
                    count: tab.badge?.count ?? 0
                    isFailure: tab.badge?.isFailure ?? false
                }
            }
        }
    }
}
