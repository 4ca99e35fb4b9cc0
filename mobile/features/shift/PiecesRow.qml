import QtQuick
import Palang.Components

/// How many of one note or coin: minus, number, plus.
Row {
    id: root

    required property int index
    required property double value
    required property int pieces
    required property double subtotal

    signal piecesEdited(int pieces)

    height: Theme.touch + 4
    spacing: 6

    FitText {
        font.family: Theme.digits
        height: parent.height
        horizontalAlignment: Text.AlignRight
        text: Format.note(root.value)
        width: 80
    }
    KeyButton {
        Accessible.name: qsTr("Kurangi %1").arg(Format.note(root.value))
        enabled: root.pieces > 0
        height: parent.height
        objectName: "shift.pieces." + root.value + ".minus"
        text: "−"
        width: 56
        onClicked: root.piecesEdited(root.pieces - 1)
    }
    AppText {
        font.family: Theme.digits
        height: parent.height
        horizontalAlignment: Text.AlignHCenter
        strong: true
        text: root.pieces
        width: 44
    }
    KeyButton {
        Accessible.name: qsTr("Tambah %1").arg(Format.note(root.value))
        height: parent.height
        objectName: "shift.pieces." + root.value + ".plus"
        text: "+"
        width: 56
        onClicked: root.piecesEdited(root.pieces + 1)
    }
    FitText {
        font.family: Theme.digits
        font.pixelSize: Theme.small
        height: parent.height
        horizontalAlignment: Text.AlignRight
        minimumPixelSize: 9
        text: root.subtotal > 0 ? Format.note(root.subtotal) : ""
        width: parent.width - 80 - 44 - 112 - 24
    }
}
