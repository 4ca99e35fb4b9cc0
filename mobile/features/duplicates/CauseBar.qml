pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Palang.Components

/// The open groups by cause: how many each, and only these when chosen.
Flow {
    id: root

    property var causes: []
    property string current
    readonly property int total: causes.reduce((sum, one) => sum + one.count, 0)
    readonly property var choices: [{ "cause": "", "text": qsTr("Semua sebab"), "count": total }, ...causes]

    signal chosen(string cause)

    Accessible.role: Accessible.PageTabList
    spacing: Theme.gap

    Repeater {
        model: root.choices

        AbstractButton {
            id: chip

            required property var modelData

            readonly property bool isCurrent: modelData.cause === root.current

            Accessible.checked: isCurrent
            Accessible.name: modelData.text + ", " + modelData.count
            Accessible.role: Accessible.PageTab
            focusPolicy: Qt.TabFocus
            height: 42
            objectName: "duplicates.cause." + (modelData.cause === "" ? "all" : modelData.cause)
            width: label.implicitWidth + number.width + 34
            onClicked: root.chosen(modelData.cause)

            background: Rectangle {
                border.color: chip.isCurrent ? Theme.accent : Theme.outline
                border.width: Math.max(1, Theme.line)
                color: chip.isCurrent ? Theme.accentSoft : Theme.surface
                radius: 21

                FocusRing {
                    radius: 24
                    shown: chip.visualFocus
                }
            }

            AppText {
                id: label

                anchors.verticalCenter: parent.verticalCenter
                font.pixelSize: Theme.label
                strong: chip.isCurrent
                text: chip.modelData.text
                x: 14
            }
            AppText {
                id: number

                anchors.verticalCenter: parent.verticalCenter
                font.pixelSize: Theme.label
                strong: true
                text: chip.modelData.count
                x: label.x + label.width + 8
            }
        }
    }
}
