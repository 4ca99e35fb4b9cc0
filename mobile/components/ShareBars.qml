pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic

/// Parts of a whole, one line each: name, bar, value. Each is {label, share (0 to 1), text}.
Column {
    id: root

    property var bars: []
    property color tone: Theme.accent
    property string name: "shares"
    property bool clickable: false
    property int labelWidth: 96
    property int valueWidth: 150

    signal chosen(int index)

    spacing: 2

    Repeater {
        model: root.bars

        AbstractButton {
            id: line

            required property var modelData
            required property int index

            Accessible.name: modelData.label + ": " + modelData.text
            Accessible.role: Accessible.StaticText
            enabled: root.clickable
            focusPolicy: root.clickable ? Qt.TabFocus : Qt.NoFocus
            height: 32
            hoverEnabled: true
            objectName: root.name + "." + index
            width: root.width
            Keys.onDownPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
            Keys.onEnterPressed: root.chosen(index)
            Keys.onReturnPressed: root.chosen(index)
            Keys.onUpPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
            onClicked: root.chosen(index)

            background: Rectangle {
                color: line.hovered && root.clickable ? Theme.accentSoft : "transparent"
                radius: 6

                FocusRing {
                    anchors.margins: 0
                    radius: 6
                    shown: line.visualFocus
                }
            }

            AppText {
                font.pixelSize: Theme.label
                fontSizeMode: Text.HorizontalFit
                height: parent.height
                minimumPixelSize: 10
                text: line.modelData.label
                width: root.labelWidth
                x: 4
            }
            Rectangle {
                color: Theme.sunken
                height: 16
                radius: 4
                width: parent.width - root.labelWidth - root.valueWidth - 24
                x: root.labelWidth + 12
                y: (parent.height - height) / 2

                Rectangle {
                    color: root.tone
                    height: parent.height
                    radius: 4
                    width: parent.width * line.modelData.share
                }
            }
            AppText {
                anchors.right: parent.right
                anchors.rightMargin: 4
                font.pixelSize: Theme.label
                fontSizeMode: Text.HorizontalFit
                height: parent.height
                horizontalAlignment: Text.AlignRight
                minimumPixelSize: 10
                strong: true
                text: line.modelData.text
                width: root.valueWidth
            }
        }
    }
}
