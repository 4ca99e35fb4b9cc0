pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Palang.Components

/// The screens of a handheld, along the bottom edge.
Rectangle {
    id: root

    /// Each {text, name, icon}. New choices are new keys, so what changes while people press them stands in `badges`.
    property var choices: []
    /// By name: {count, isFailure}.
    property var badges: ({})
    property int current: 0

    signal chosen(int index)

    Accessible.role: Accessible.PageTabList
    color: Theme.surface
    implicitHeight: 68

    Rectangle {
        color: Theme.outline
        height: Math.max(1, Theme.line)
        width: parent.width
    }
    Row {
        anchors.fill: parent

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
                objectName: "nav." + modelData.name
                text: modelData.text
                width: root.width / Math.max(1, root.choices.length)
                onClicked: root.chosen(index)

                background: Item {
                    Rectangle {
                        anchors.fill: parent
                        color: Theme.accentSoft
                        visible: tab.down || tab.isCurrent
                    }
                    Rectangle {
                        color: Theme.accent
                        height: 5
                        visible: tab.isCurrent
                        width: parent.width
                    }
                    FocusRing {
                        anchors.margins: 2
                        radius: 4
                        shown: tab.visualFocus
                    }
                }
                contentItem: Item {
                    Icon {
                        anchors.horizontalCenter: parent.horizontalCenter
                        color: tab.isCurrent ? Theme.accent : Theme.text
                        height: 28
                        name: tab.modelData.icon
                        width: 28
                        y: 6
                    }
                    CountBadge {
                        anchors.left: parent.horizontalCenter
                        anchors.leftMargin: 4
                        anchors.top: parent.top
                        count: tab.badge?.count ?? 0
                        isFailure: tab.badge?.isFailure ?? false
                    }
                    FitText {
                        color: tab.isCurrent ? Theme.accent : Theme.text
                        // One size for all: the longest word just fits.
                        font.pixelSize: Math.min(Theme.small, tab.width / 4)
                        horizontalAlignment: Text.AlignHCenter
                        minimumPixelSize: 10
                        strong: tab.isCurrent
                        text: tab.text
                        width: parent.width
                        y: 36
                    }
                }
            }
        }
    }
}
