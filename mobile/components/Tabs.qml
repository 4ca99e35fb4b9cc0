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

    /// False: a long word gets a wider key than a short one.
    property bool even: true

    readonly property var wordWidths: choices.map(choice => Math.ceil(metrics.advanceWidth(choice.text)))
    readonly property int words: wordWidths.reduce((sum, width) => sum + width, 0)
    readonly property real slot: (width - spacing * (choices.length - 1)) / Math.max(1, choices.length)
    /// Beside each word when the keys are not even.
    readonly property real spare: slot - words / Math.max(1, choices.length)
    /// Letters go before pictures.
    readonly property bool hasRoom: even ? slot >= Math.max(100 * Theme.frameScale, Math.max(...wordWidths) + 44) : spare >= 44

    signal chosen(int index)

    Accessible.role: Accessible.PageTabList
    height: (Theme.touch + 8) * (Theme.frameScale > 1.2 ? 1.15 : 1)
    spacing: 6

    FontMetrics {
        id: metrics

        font.bold: true
        font.family: Theme.family
        font.pixelSize: 16 * Theme.frameScale
    }

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
            width: root.even ? root.slot : root.wordWidths[index] + root.spare
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
