pragma ComponentBehavior: Bound

import QtQuick
import Palang.Components
import Palang.Shift

/// The blind count: by total or by notes and coins.
Column {
    id: root

    property int pending: 0
    property bool byPieces: false

    readonly property double amount: byPieces ? count.total : Number(totalEntry.text.replace(/\D/g, ""))

    signal chosen(double amount)
    signal kept
    signal syncRequested

    spacing: Theme.margin

    AppText {
        font.pixelSize: Theme.title
        strong: true
        text: qsTr("Hitung uang di laci")
        width: parent.width
        wrapMode: Text.WordWrap
    }
    AppText {
        font.pixelSize: Theme.label
        text: qsTr("Termasuk modal awal. Selisih baru terlihat setelah dihitung.")
        width: parent.width
        wrapMode: Text.WordWrap
    }
    ErrorBanner {
        action: qsTr("Sinkronkan sekarang")
        dismissible: false
        // The question before the closing says it again; large letters leave no room for both.
        nextStep: Theme.isTall ? "" : qsTr("Shift tetap bisa ditutup sekarang; setorannya sementara sampai semua terkirim.")
        objectName: "shift.pendingWarning"
        text: root.pending > 0 ? qsTr("%n catatan belum terkirim", "", root.pending) : ""
        width: parent.width
        onActionRequested: root.syncRequested()
    }
    Tabs {
        choices: [{ "name": "total", "text": qsTr("Jumlah") }, { "name": "pieces", "text": qsTr("Lembar & koin") }]
        current: root.byPieces ? 1 : 0
        objectName: "shift.countBy"
        width: parent.width
        onChosen: index => root.byPieces = index === 1
    }
    TextEntry {
        id: totalEntry

        inputMethodHints: Qt.ImhDigitsOnly
        label: qsTr("Uang di laci (Rp)")
        name: "shift.counted"
        note: Format.money(root.amount)
        visible: !root.byPieces
        width: parent.width
    }
    Column {
        spacing: 2
        visible: root.byPieces
        width: parent.width

        Repeater {
            model: CashCountModel {
                id: count
            }

            PiecesRow {
                width: root.width
                onPiecesEdited: pieces => count.setPieces(index, pieces)
            }
        }
    }
    MoneyText {
        amount: root.amount
        horizontalAlignment: Text.AlignRight
        objectName: "shift.total"
        visible: root.byPieces
        width: parent.width
    }
    BigButton {
        enabled: root.byPieces ? count.total > 0 : totalEntry.text !== ""
        objectName: "shift.confirmClose"
        text: qsTr("Tutup shift dengan %1").arg(Format.money(root.amount))
        width: parent.width
        onClicked: root.chosen(root.amount)
    }
    BigButton {
        kind: BigButton.Plain
        objectName: "shift.keepOpen"
        text: qsTr("Batalkan")
        width: parent.width
        onClicked: root.kept()
    }
}
