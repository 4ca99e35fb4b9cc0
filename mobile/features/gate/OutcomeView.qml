import QtQuick
import Palang.Components
import Palang.Gate

/// An opening's outcome as shape, word and colour.
Column {
    id: root

    required property int outcome
    required property string text
    required property string detail

    readonly property bool isGood: outcome === OpeningModel.Opened
    readonly property bool isBad: outcome === OpeningModel.Failed || outcome === OpeningModel.Expired
    readonly property color tone: isGood ? Theme.connected : isBad ? Theme.failed : Theme.checking

    Accessible.name: text + " " + detail
    Accessible.role: Accessible.AlertMessage
    spacing: 10

    Icon {
        anchors.horizontalCenter: parent.horizontalCenter
        color: root.tone
        height: 84
        name: root.isGood ? "tick-circle" : root.isBad ? "failed" : root.outcome === OpeningModel.Asked ? "ring" : "warning"
        width: 84

        RotationAnimation on rotation {
            alwaysRunToEnd: true
            duration: 1100
            from: 0
            loops: Animation.Infinite
            running: root.outcome === OpeningModel.Asked && root.visible && Theme.motion > 0
            to: 360
        }
    }
    AppText {
        color: root.tone
        font.pixelSize: Theme.title
        horizontalAlignment: Text.AlignHCenter
        objectName: "gate.outcome"
        strong: true
        text: root.text
        width: parent.width
        wrapMode: Text.WordWrap
    }
    AppText {
        font.pixelSize: Theme.label
        horizontalAlignment: Text.AlignHCenter
        text: root.detail
        visible: text !== ""
        width: parent.width
        wrapMode: Text.WordWrap
    }
}
