import QtQuick
import Palang.Components
import Palang.Shift

/// The shift that is running. What should be in the drawer is not shown: the count must be made without it.
Column {
    id: root

    required property ShiftModel shift

    signal closeRequested

    spacing: Theme.margin

    FactRow {
        label: qsTr("Petugas")
        value: root.shift.openedBy
        width: parent.width
    }
    FactRow {
        label: qsTr("Dibuka")
        value: root.shift.opened
        width: parent.width
    }
    FactRow {
        label: qsTr("Modal awal")
        value: Format.money(root.shift.openingCash)
        width: parent.width
    }
    FactRow {
        label: qsTr("Catatan di HP ini")
        objectName: "shift.records"
        value: root.shift.records
        width: parent.width
    }
    FactRow {
        label: qsTr("Menunggu kirim")
        value: root.shift.pending
        width: parent.width
    }
    BigButton {
        iconName: "shift"
        objectName: "shift.close"
        text: qsTr("Tutup shift")
        width: parent.width
        onClicked: root.closeRequested()
    }
}
