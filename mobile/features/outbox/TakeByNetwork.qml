import QtQuick
import QtQuick.Layouts
import Palang.Components
import Palang.Outbox

/// Shows where this device listens, as one code for the other one's camera.
ColumnLayout {
    id: root

    required property NetworkTaker taker

    readonly property bool isArriving: taker.phase === NetworkTaker.Arriving

    spacing: Theme.margin

    AppText {
        Layout.fillWidth: true
        objectName: "outbox.taking.step"
        strong: true
        text: root.isArriving ? qsTr("Menerima…") : qsTr("Pindai kode ini dari HP yang satunya")
        visible: root.taker.code !== ""
        wrapMode: Text.WordWrap
    }
    ErrorBanner {
        Layout.fillWidth: true
        action: root.taker.phase === NetworkTaker.Closed ? qsTr("Coba lagi") : ""
        dismissible: false
        objectName: "outbox.taking.networkTrouble"
        text: root.taker.trouble
        onActionRequested: root.taker.start()
    }
    QrCode {
        Accessible.name: qsTr("Kode penerimaan")
        Accessible.role: Accessible.Graphic
        Layout.alignment: Qt.AlignHCenter
        Layout.maximumWidth: 320
        Layout.fillWidth: true
        Layout.preferredHeight: width
        objectName: "outbox.taking.code"
        text: root.taker.code
        visible: text !== "" && !root.isArriving
    }
    AppText {
        Layout.fillWidth: true
        font.pixelSize: Theme.label
        soft: true
        text: qsTr("Di HP yang satunya: Catatan, Salinan & pindahan, Serahkan ke HP lain. Kedua HP di Wi-Fi yang sama; hotspot juga boleh, tanpa internet pun bisa.")
        visible: root.taker.code !== "" && !root.isArriving
        wrapMode: Text.WordWrap
    }
}
