import QtQuick
import Palang.Components

/// The float with which a shift begins.
Column {
    id: root

    readonly property double amount: Number(cashEntry.text.replace(/\D/g, ""))

    signal chosen(double amount)

    spacing: Theme.margin

    EmptyState {
        iconName: "shift"
        note: qsTr("Hitung uang kembalian di laci, lalu buka shift. Tanpa shift pun kendaraan tetap bisa dicatat.")
        title: qsTr("Belum ada shift di HP ini")
        width: parent.width
    }
    TextEntry {
        id: cashEntry

        inputMethodHints: Qt.ImhDigitsOnly
        label: qsTr("Modal awal (Rp)")
        name: "shift.openingCash"
        note: Format.money(root.amount)
        width: parent.width
        onAccepted: root.chosen(root.amount)
    }
    BigButton {
        enabled: cashEntry.text !== ""
        iconName: "shift"
        objectName: "shift.open"
        text: qsTr("Buka shift")
        width: parent.width
        onClicked: root.chosen(root.amount)
    }
}
