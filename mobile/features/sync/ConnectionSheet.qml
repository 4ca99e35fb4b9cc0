pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Components
import Palang.Sync

/// Behind the indicator: how the connection is, what waits, and *Sinkronkan sekarang*.
Sheet {
    id: root

    required property SyncModel sync

    readonly property var facts: [
        { "name": "reachable", "label": qsTr("Server"), "value": sync.reachable ? qsTr("terjangkau") : qsTr("tidak terjangkau"), "bad": !sync.reachable },
        { "name": "database", "label": qsTr("Database"), "value": sync.databaseUp ? qsTr("terhubung") : qsTr("terputus"), "bad": !sync.databaseUp },
        { "name": "since", "label": qsTr("Sejak"), "value": sync.since, "bad": false },
        { "name": "roundTrip", "label": qsTr("Waktu balas"), "value": sync.roundTrip, "bad": false },
        { "name": "clock", "label": qsTr("Selisih jam"), "value": sync.clockDifference, "bad": false },
        { "name": "lastSuccess", "label": qsTr("Sinkron terakhir"), "value": sync.lastSuccess === "" ? qsTr("belum pernah") : sync.lastSuccess, "bad": false },
        { "name": "pending", "label": qsTr("Menunggu kirim"), "value": sync.pending, "bad": false },
        { "name": "attention", "label": qsTr("Perlu diperiksa"), "value": sync.attention, "bad": sync.attention > 0 }]

    signal startRequested
    signal attentionRequested

    objectName: "sync.connection"
    title: qsTr("Koneksi")

    footer: [
        BigButton {
            Layout.fillWidth: true
            enabled: root.sync.databaseUp && root.sync.pending > 0
            iconName: "sync"
            note: root.sync.databaseUp ? "" : qsTr("menunggu database terhubung")
            objectName: "sync.connection.start"
            text: root.sync.pending > 0 ? qsTr("Sinkronkan sekarang") : qsTr("Semua sudah terkirim")
            onClicked: root.startRequested()
        },
        BigButton {
            Layout.fillWidth: true
            kind: BigButton.Secondary
            objectName: "sync.connection.attention"
            text: qsTr("Lihat yang perlu diperiksa")
            visible: root.sync.attention > 0
            onClicked: root.attentionRequested()
        }
    ]

    AppText {
        Layout.fillWidth: true
        color: Theme.failed
        objectName: "sync.connection.detail"
        strong: true
        text: root.sync.detail
        visible: !root.sync.databaseUp && text !== ""
        wrapMode: Text.WordWrap
    }
    Column {
        id: factRows

        Layout.fillWidth: true

        Repeater {
            model: root.facts

            FactRow {
                required property var modelData

                label: modelData.label
                objectName: "sync.fact." + modelData.name
                tone: modelData.bad ? Theme.failed : Theme.text
                underlined: false
                value: modelData.value
                width: factRows.width
            }
        }
    }
    CheckRow {
        Layout.fillWidth: true
        checked: root.sync.autoSend
        note: qsTr("Tanpa bertanya saat tersambung kembali")
        objectName: "sync.autoSend"
        text: qsTr("Kirim otomatis")
        onToggled: root.sync.autoSend = checked
    }
}
