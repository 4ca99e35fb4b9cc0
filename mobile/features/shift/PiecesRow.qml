import QtQuick
import QtQuick.Layouts
import Palang.Components

/// How many of one note or coin: what it is worth and what they come to, then minus, number, plus.
RowLayout {
    id: root

    required property int index
    required property double value
    required property int pieces
    required property double subtotal

    signal piecesEdited(int pieces)

    height: Math.max(Theme.touch + 4, worth.implicitHeight)
    spacing: 6

    Column {
        id: worth

        Layout.fillWidth: true

        FitText {
            font.family: Theme.digits
            strong: root.pieces > 0
            text: Format.note(root.value)
            width: parent.width
        }
        FitText {
            font.family: Theme.digits
            font.pixelSize: Theme.small
            text: "= " + Format.note(root.subtotal)
            visible: root.subtotal > 0
            width: parent.width
        }
    }
    KeyButton {
        Accessible.name: qsTr("Kurangi %1").arg(Format.note(root.value))
        Layout.fillHeight: true
        Layout.preferredWidth: 60
        enabled: root.pieces > 0
        objectName: "shift.pieces." + root.value + ".minus"
        text: "−"
        onClicked: root.piecesEdited(root.pieces - 1)
    }
    FitText {
        Layout.preferredWidth: 52
        font.family: Theme.digits
        horizontalAlignment: Text.AlignHCenter
        strong: true
        text: root.pieces
    }
    KeyButton {
        Accessible.name: qsTr("Tambah %1").arg(Format.note(root.value))
        Layout.fillHeight: true
        Layout.preferredWidth: 60
        objectName: "shift.pieces." + root.value + ".plus"
        text: "+"
        onClicked: root.piecesEdited(root.pieces + 1)
    }
}
