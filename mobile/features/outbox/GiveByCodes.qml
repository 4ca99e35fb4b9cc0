import QtQuick
import QtQuick.Layouts
import Palang.Components
import Palang.Outbox

/// What waits on this device as codes, one after the other, for another one's camera.
ColumnLayout {
    id: root

    required property HandoverGiver giver

    spacing: Theme.margin

    ErrorBanner {
        Layout.fillWidth: true
        dismissible: false
        objectName: "outbox.giving.trouble"
        text: root.giver.trouble
    }
    QrCode {
        Accessible.name: qsTr("Kode %1 dari %2").arg(root.giver.number).arg(root.giver.count)
        Accessible.role: Accessible.Graphic
        Layout.fillWidth: true
        Layout.preferredHeight: width
        objectName: "outbox.giving.code"
        text: root.giver.code
        visible: text !== ""
    }
    AppText {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        objectName: "outbox.giving.progress"
        strong: true
        text: qsTr("%n catatan", "", root.giver.records) + " · " + qsTr("kode %1 dari %2").arg(root.giver.number).arg(root.giver.count)
        visible: root.giver.count > 0
        wrapMode: Text.WordWrap
    }
    AppText {
        Layout.fillWidth: true
        font.pixelSize: Theme.label
        soft: true
        text: qsTr("Di HP lain: Catatan, Salinan & pindahan, Terima dari HP lain, Kode. Kode berulang sampai semuanya terbaca; boleh ditutup kapan saja.")
              + (root.giver.photosLeft > 0 ? "\n" + qsTr("%n foto tidak ikut: tetap menunggu di HP ini.", "", root.giver.photosLeft) : "")
              + "\n" + qsTr("Catatan tetap di HP ini sampai server menerimanya; tidak dihitung dua kali.")
        visible: root.giver.count > 0
        wrapMode: Text.WordWrap
    }
}
