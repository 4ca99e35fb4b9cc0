pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Components
import Palang.Settings

/// The site itself, and how long things are kept.
GridLayout {
    id: root

    required property ConfigDraft draft
    property bool readOnly: false

    component Cell: Field {
        Layout.alignment: Qt.AlignTop
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        draft: root.draft
        readOnly: root.readOnly
    }

    columnSpacing: 16
    columns: 3
    rowSpacing: 14

    Cell {
        Layout.columnSpan: 2
        label: qsTr("Nama lokasi")
        pointer: "/site/name"
    }
    Cell {
        label: qsTr("Pajak (%)")
        numeric: true
        pointer: "/site/tax_rate_pct"
    }
    Cell {
        Layout.columnSpan: 2
        label: qsTr("Zona waktu")
        note: qsTr("Misalnya Asia/Jakarta")
        pointer: "/site/tz"
    }
    Cell {
        label: qsTr("Nomor lokasi")
        note: qsTr("Tercetak di karcis; tidak dapat diganti.")
        pointer: "/site/number"
        readOnly: true
    }
    ChoiceField {
        Layout.alignment: Qt.AlignTop
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        choices: [{ "text": "Bahasa Indonesia", "value": "id" }, { "text": "English", "value": "en" }]
        draft: root.draft
        label: qsTr("Bahasa")
        note: qsTr("Untuk yang belum memilih sendiri.")
        pointer: "/site/language"
        readOnly: root.readOnly
    }
    AppText {
        Layout.columnSpan: 3
        Layout.topMargin: 10
        strong: true
        text: qsTr("Berapa lama disimpan (0 = selamanya)")
    }
    Cell {
        label: qsTr("Foto (hari)")
        numeric: true
        pointer: "/retention/photos_days"
    }
    Cell {
        label: qsTr("Foto (MiB)")
        numeric: true
        pointer: "/retention/photos_mib"
    }
    Cell {
        label: qsTr("Jurnal (hari)")
        numeric: true
        pointer: "/retention/journal_days"
    }
    Cell {
        label: qsTr("Log (hari)")
        numeric: true
        pointer: "/retention/logs_days"
    }
    Cell {
        label: qsTr("Arsip di HP (hari)")
        numeric: true
        pointer: "/retention/archive_days"
    }
    AppText {
        Layout.columnSpan: 3
        Layout.fillWidth: true
        font.pixelSize: Theme.small
        soft: true
        text: qsTr("Kunjungan, uang dan audit tidak pernah dihapus.")
        wrapMode: Text.WordWrap
    }
}
