pragma ComponentBehavior: Bound

import QtQuick

/// A row of hours, each one's state told by colour, height and, under the pointer, in words: blind hours are low and hollow.
Item {
    id: root

    /// Each {label, tone, text, share?}; tone is ok, warn, bad or quiet. `share` (0 to 1) sets the height instead.
    property var cells: []
    property bool labelled: true
    property string name: "strip"

    readonly property real cellWidth: cells.length > 0 ? width / cells.length : 0
    readonly property int labelHeight: labelled ? 16 : 0
    readonly property int labelStep: cellWidth < 20 ? (cellWidth < 10 ? 6 : 3) : 1
    readonly property var tones: ({ "ok": Theme.connected, "warn": Theme.waiting, "bad": Theme.failed, "quiet": Theme.hairline })
    readonly property var heights: ({ "ok": 1, "warn": 0.6, "bad": 0.35, "quiet": 0.15 })

    signal chosen(int index)

    Accessible.name: cells.map(cell => cell.text).join("; ")
    Accessible.role: Accessible.Graphic
    implicitHeight: 30 + labelHeight

    Repeater {
        model: root.cells

        Item {
            id: cell

            required property var modelData
            required property int index

            readonly property bool isBad: modelData.tone === "bad"

            height: root.height
            width: root.cellWidth
            x: index * root.cellWidth

            Rectangle {
                anchors.bottom: parent.bottom
                anchors.bottomMargin: root.labelHeight
                border.color: root.tones[cell.modelData.tone]
                border.width: cell.isBad ? 2 : 0
                color: cell.isBad ? "transparent" : root.tones[cell.modelData.tone]
                height: Math.max(4, (parent.height - root.labelHeight) * (cell.modelData.share ?? root.heights[cell.modelData.tone]))
                opacity: hover.hovered ? 0.7 : 1
                radius: 2
                width: Math.max(2, parent.width - 2)
                x: 1
            }
            AppText {
                anchors.bottom: parent.bottom
                font.pixelSize: 11
                height: root.labelHeight
                horizontalAlignment: Text.AlignHCenter
                soft: true
                text: cell.modelData.label
                visible: root.labelled && cell.index % root.labelStep === 0
                width: Math.max(implicitWidth, parent.width)
                x: (parent.width - width) / 2
            }
            HoverHandler {
                id: hover
            }
            TapHandler {
                onTapped: root.chosen(cell.index)
            }
            Tip {
                shown: hover.hovered
                text: cell.modelData.text
            }
        }
    }
}
