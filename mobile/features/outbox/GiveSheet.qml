import QtQuick
import QtQuick.Layouts
import Palang.Base
import Palang.Components
import Palang.Outbox

/// What waits on this device as codes, one after the other, for another one's camera.
Sheet {
    id: root

    required property Workplace workplace

    objectName: "outbox.giving"
    title: qsTr("Serahkan lewat QR")
    onAboutToHide: giver.stop()
    onAboutToShow: giver.start()

    footer: BigButton {
        Layout.fillWidth: true
        kind: BigButton.Secondary
        objectName: "outbox.giving.pace"
        text: giver.slow ? qsTr("Lebih cepat") : qsTr("Lebih lambat")
        visible: giver.count > 1
        onClicked: giver.slow = !giver.slow
    }

    HandoverGiver {
        id: giver

        workplace: root.workplace
    }
    ErrorBanner {
        Layout.fillWidth: true
        objectName: "outbox.giving.trouble"
        text: giver.trouble
        visible: text !== ""
    }
    QrCode {
        Accessible.name: qsTr("Kode %1 dari %2").arg(giver.number).arg(giver.count)
        Accessible.role: Accessible.Graphic
        Layout.fillWidth: true
        Layout.preferredHeight: width
        objectName: "outbox.giving.code"
        text: giver.code
        visible: text !== ""
    }
    AppText {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        objectName: "outbox.giving.progress"
        strong: true
        text: qsTr("%n catatan", "", giver.records) + " · " + qsTr("kode %1 dari %2").arg(giver.number).arg(giver.count)
        visible: giver.count > 0
        wrapMode: Text.WordWrap
    }
    AppText {
        Layout.fillWidth: true
        font.pixelSize: Theme.label
        soft: true
        text: qsTr("Di HP lain: Catatan, Salinan & pindahan, Terima dari HP lain. Kode berulang sampai semuanya terbaca; boleh ditutup kapan saja.")
              + (giver.photosLeft > 0 ? "\n" + qsTr("%n foto tidak ikut: tetap menunggu di HP ini.", "", giver.photosLeft) : "")
              + "\n" + qsTr("Catatan tetap di HP ini sampai server menerimanya; tidak dihitung dua kali.")
        visible: giver.count > 0
        wrapMode: Text.WordWrap
    }
}
