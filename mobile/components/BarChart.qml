pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic

/// Bars that can be read and clicked. Each is {label, share (0 to 1), text, accent?}; the highest bars carry their value. One stop of the
/// Tab key: arrows, Home and End go from bar to bar and say each, Enter opens it. A bar of nothing is a line on the ground.
Item {
    id: root

    property var bars: []
    property color tone: Theme.accent
    property string name: "chart"
    property bool clickable: false
    /// The bar that the keyboard is on.
    property int current: -1

    readonly property real slot: bars.length > 0 ? width / bars.length : 0
    readonly property int labelHeight: 20
    readonly property int valueHeight: 18
    readonly property int step: slot < 14 ? 6 : slot < 30 ? 3 : slot < 44 ? 2 : 1
    readonly property real room: height - labelHeight - valueHeight

    signal chosen(int index)

    function go(to) {
        current = Math.max(0, Math.min(bars.length - 1, to));
    }

    Accessible.name: activeFocus && current >= 0 && current < bars.length ? bars[current].text : bars.map(bar => bar.text).join("; ")
    Accessible.role: Accessible.Chart
    activeFocusOnTab: bars.length > 0
    implicitHeight: 180
    Keys.onEnterPressed: if (clickable && current >= 0)
        chosen(current)
    Keys.onLeftPressed: go(current - 1)
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Home || event.key === Qt.Key_End) {
            go(event.key === Qt.Key_Home ? 0 : bars.length - 1);
            event.accepted = true;
        }
    }
    Keys.onReturnPressed: if (clickable && current >= 0)
        chosen(current)
    Keys.onRightPressed: go(current + 1)
    onActiveFocusChanged: {
        if (activeFocus)
            go(current);
    }
    onBarsChanged: current = Math.min(current, bars.length - 1)

    FocusRing {
        anchors.margins: -2
        radius: 6
        shown: root.activeFocus
    }

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

            readonly property bool isCurrent: root.activeFocus && index === root.current
            readonly property bool isMarked: modelData.accent ?? false

            Accessible.name: modelData.text
            Accessible.role: Accessible.StaticText
            enabled: root.clickable
            focusPolicy: Qt.NoFocus
            height: root.height
            hoverEnabled: true
            objectName: root.name + "." + index
            width: root.slot
            x: index * root.slot
            onClicked: root.chosen(index)

            background: Rectangle {
                color: bar.isCurrent ? Theme.accentSoft : "transparent"
                radius: 4
            }

            Rectangle {
                color: root.tone
                height: Math.max(bar.modelData.share > 0 ? 3 : 1, root.room * bar.modelData.share)
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
                shown: hover.hovered || bar.isCurrent
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
