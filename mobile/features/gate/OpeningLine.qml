import QtQuick
import Palang.Components
import Palang.Gate

/// What became of the gate, in a line below a ticket or a payment. Hidden while nothing was asked for.
Item {
    id: root

    required property OpeningModel opening

    readonly property bool isGood: opening.outcome === OpeningModel.Opened
    readonly property bool isBad: opening.outcome === OpeningModel.Failed || opening.outcome === OpeningModel.Expired
    readonly property color tone: isGood ? Theme.connected : isBad ? Theme.failed : Theme.text

    Accessible.name: words.text
    Accessible.role: Accessible.AlertMessage
    implicitHeight: line.implicitHeight
    visible: opening.outcome !== OpeningModel.None

    Row {
        id: line

        anchors.horizontalCenter: parent.horizontalCenter
        spacing: 8

        Icon {
            color: root.tone
            height: 24
            name: root.isGood ? "tick-circle" : root.isBad ? "failed" : root.opening.outcome === OpeningModel.Asked ? "gate" : "warning"
            width: 24
        }
        AppText {
            id: words

            color: root.tone
            font.pixelSize: Theme.label
            objectName: "gate.line"
            strong: true
            text: root.opening.detail === "" ? root.opening.outcomeText : root.opening.outcomeText + ". " + root.opening.detail
            width: Math.min(implicitWidth, root.width - 32)
            wrapMode: Text.WordWrap
        }
    }
}
