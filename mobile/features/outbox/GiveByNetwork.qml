import QtQuick
import QtQuick.Layouts
import Palang.Base
import Palang.Components
import Palang.Outbox
import Palang.Platform

/// Reads with the camera where the other device listens, and says what came of the sending.
ColumnLayout {
    id: root

    required property Workplace workplace
    required property NetworkGiver giver
    property bool shown: false
    property int photosLeft: 0

    readonly property bool isScanning: giver.phase === NetworkGiver.Scanning

    signal codesRequested

    spacing: Theme.margin

    TicketScanner {
        active: root.shown && root.isScanning
        camera: root.workplace.camera
        onFound: code => root.giver.take(code)
    }
    AppText {
        Layout.fillWidth: true
        objectName: "outbox.giving.step"
        strong: true
        text: root.isScanning ? qsTr("Pindai kode di HP yang satunya")
            : root.giver.phase === NetworkGiver.Sending ? qsTr("Mengirim %n catatan…", "", root.giver.records) : ""
        visible: text !== "" && root.giver.trouble === ""
        wrapMode: Text.WordWrap
    }
    CameraView {
        Layout.fillWidth: true
        Layout.preferredHeight: width * 0.75
        camera: root.workplace.camera
        live: root.shown && root.isScanning
        objectName: "outbox.giving.camera"
        visible: root.isScanning
    }
    ErrorBanner {
        Layout.fillWidth: true
        action: root.giver.canRetry ? qsTr("Coba lagi") : ""
        dismissible: false
        objectName: "outbox.giving.networkTrouble"
        secondAction: root.giver.canRetry ? qsTr("Pakai kode") : ""
        text: root.giver.trouble
        onActionRequested: root.giver.retry()
        onSecondActionRequested: root.codesRequested()
    }
    AppText {
        Layout.fillWidth: true
        font.pixelSize: Theme.label
        soft: true
        text: qsTr("Di HP lain: Catatan, Salinan & pindahan, Terima dari HP lain. Kedua HP di Wi-Fi yang sama; hotspot juga boleh, tanpa internet pun bisa.")
        visible: root.isScanning && root.giver.trouble === ""
        wrapMode: Text.WordWrap
    }
    EmptyState {
        Layout.fillWidth: true
        iconName: "tick-circle"
        note: qsTr("Catatan tetap di HP ini sampai server menerimanya; tidak dihitung dua kali.")
              + (root.photosLeft > 0 ? "\n" + qsTr("%n foto tidak ikut: tetap menunggu di HP ini.", "", root.photosLeft) : "")
        objectName: "outbox.giving.given"
        title: qsTr("%n catatan sudah ada di HP %1", "", root.giver.records).arg(root.giver.receiver)
        tone: Theme.connected
        visible: root.giver.phase === NetworkGiver.Done
    }
}
