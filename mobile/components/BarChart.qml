pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic

/// Bars that can be read and clicked. Each is {label, share (0 to 1), text, accent?}; the highest bars carry their value.
Item {
    id: root

    property var bars: []
    property color tone: Theme.accent
    property string name: "chart"
    property bool clickable: false

    readonly property real slot: bars.length > 0 ? width / bars.length : 0
    readonly property int labelHeight: 20
    readonly property int valueHeight: 18
    readonly property int step: slot < 14 ? 6 : slot < 30 ? 3 : slot < 44 ? 2 : 1
    readonly property real room: height - labelHeight - valueHeight

    signal chosen(int index)

    Accessible.role: Accessible.Chart
    implicitHeight: 180

    Rectangle {
        color: Theme.hairline
        height: 1
        width: parent.width
        y: root.height - root.labelHeight
    }
    Repeater {
        model: root.bars

        AbstractButton {
            id: bar

            required property var modelData
            required property int index

            readonly property bool isMarked: modelData.accent ?? false

            Accessible.name: modelData.text
            Accessible.role: Accessible.StaticText
            enabled: root.clickable
            focusPolicy: root.clickable ? Qt.TabFocus : Qt.NoFocus
            height: root.height
            hoverEnabled: true
            objectName: root.name + "." + index
            width: root.slot
            x: index * root.slot
            onClicked: root.chosen(index)

            background: FocusRing {
                anchors.margins: 0
                radius: 4
                shown: bar.visualFocus
            }

            Rectangle {
                color: root.tone
                height: Math.max(bar.modelData.share > 0 ? 3 : 0, root.room * bar.modelData.share)
                opacity: hover.hovered ? 0.7 : 1
                radius: 3
                width: Math.max(3, Math.min(46, parent.width * 0.7))
                x: (parent.width - width) / 2
                y: root.height - root.labelHeight - height
            }
            AppText {
                font.pixelSize: 12
                height: root.valueHeight
                horizontalAlignment: Text.AlignHCenter
                strong: true
                text: bar.modelData.value ?? ""
                visible: bar.isMarked
                width: implicitWidth
                x: Math.max(-bar.x, Math.min(root.width - bar.x - width, (parent.width - width) / 2))
                y: root.height - root.labelHeight - root.room * bar.modelData.share - root.valueHeight
            }
            AppText {
                font.pixelSize: 12
                height: root.labelHeight
                horizontalAlignment: Text.AlignHCenter
                soft: true
                text: bar.modelData.label
                visible: bar.index % root.step === 0
                width: implicitWidth
                x: Math.max(-bar.x, Math.min(root.width - bar.x - width, (parent.width - width) / 2))
                y: root.height - root.labelHeight
            }
            HoverHandler {
                id: hover
            }
            Tip {
                shown: hover.hovered
                text: bar.modelData.text
            }
        }
    }
    AppText {
        anchors.centerIn: parent
        font.pixelSize: Theme.label
        soft: true
        text: qsTr("Belum ada angka")
        visible: root.bars.length === 0
    }
}
