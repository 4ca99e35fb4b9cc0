import QtQuick
import Palang.Components
import Palang.Sync

/// The strip under the head: only when something waits or needs a person.
StatusStrip {
    id: root

    required property SyncModel sync
    property bool online: false
    property bool needsLogin: false

    readonly property string lastSuccess: sync.lastSuccess === "" ? qsTr("belum pernah sinkron") : qsTr("sinkron terakhir %1").arg(sync.lastSuccess)

    kind: needsLogin || sync.attention > 0 ? StatusStrip.Attention : !online ? StatusStrip.Offline
          : !sync.lingering ? StatusStrip.Hidden : sync.running ? StatusStrip.Sending : StatusStrip.Offline
    note: needsLogin ? qsTr("Sementara itu semua tersimpan di HP")
        : kind === StatusStrip.Attention ? qsTr("Ketuk untuk melihat") : lastSuccess
    objectName: "sync.strip"
    text: needsLogin ? qsTr("Ketuk untuk masuk lagi dan mengirim")
        : kind === StatusStrip.Attention ? qsTr("%n catatan perlu diperiksa", "", sync.attention)
        : kind === StatusStrip.Sending ? qsTr("Mengirim %n catatan", "", sync.pending)
        : online ? qsTr("%n catatan menunggu; ketuk untuk mengirim", "", sync.pending) : qsTr("Tersimpan di HP, dikirim otomatis")
}
