pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Components

/// What the keyboard does. F1 or ? opens it.
Sheet {
    id: root

    property var pages: []

    readonly property var keys: [
        { "keys": "F1, ?", "text": qsTr("Bantuan ini") }, { "keys": "Ctrl+F, /", "text": qsTr("Cari kendaraan") },
        { "keys": "Tab", "text": qsTr("Ke kendali berikutnya") }, { "keys": "↑ ↓", "text": qsTr("Baris sebelumnya, berikutnya") },
        { "keys": "Enter", "text": qsTr("Buka baris, tekan tombol") }, { "keys": "Esc", "text": qsTr("Tutup rincian") },
        { "keys": "PgUp PgDn", "text": qsTr("Satu halaman; Home dan End ke ujung") }, { "keys": "F5", "text": qsTr("Muat ulang") },
        { "keys": "Ctrl+L", "text": qsTr("Saring kendaraan; dengan Shift: saringan lain") }, { "keys": "Ctrl+D", "text": qsTr("Simpan saringan") },
        { "keys": "Alt+1", "text": qsTr("Saringan tersimpan, sampai Alt+9") }, { "keys": "Ctrl+K", "text": qsTr("Koreksi kunjungan") },
        { "keys": "Ctrl+Del", "text": qsTr("Batalkan kunjungan") }, { "keys": "Ctrl+S", "text": qsTr("Simpan pengaturan") }]

    objectName: "help"
    title: qsTr("Papan tik")

    Grid {
        id: grid

        Layout.fillWidth: true
        columnSpacing: 20
        columns: 2
        rowSpacing: 6

        Repeater {
            model: root.pages.map((page, index) => ({ "keys": "Ctrl+" + (index + 1), "text": page.text })).concat(root.keys)

            RowLayout {
                id: line

                required property var modelData

                spacing: 12
                width: grid.width / 2 - 10

                AppText {
                    Layout.preferredWidth: 92
                    font.family: Theme.digits
                    font.pixelSize: Theme.label
                    strong: true
                    text: line.modelData.keys
                }
                AppText {
                    Layout.fillWidth: true
                    font.pixelSize: Theme.label
                    text: line.modelData.text
                    wrapMode: Text.WordWrap
                }
            }
        }
    }
}
