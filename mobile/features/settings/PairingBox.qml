import QtQuick
import QtQuick.Layouts
import Palang.Base
import Palang.Components
import Palang.Desk
import Palang.Platform
import Palang.Settings

/// Finds the handheld whose code was scanned or typed; and shows new handhelds where the server is.
Panel {
    id: root

    required property Workplace workplace
    required property DeviceListModel devices

    property bool scanning: false
    property int verdict: -1
    /// What was looked for last.
    property string asked

    readonly property bool isLocal: address.text.startsWith("127.") || address.text.startsWith("localhost")

    /// This one shows the code.
    signal found(string deviceId)

    function look(code) {
        if (code.trim() === "")
            return;
        asked = code;
        verdict = devices.match(code);
        if (verdict === DeviceListModel.Device) {
            scanning = false;
            field.text = "";
            found(devices.deviceOf(code));
        }
    }

    iconName: "scan"
    implicitHeight: body.implicitHeight + 66
    title: qsTr("HP baru")

    Connections {
        /// A code may be seen before the server has told of its handheld.
        function onRowsChanged() {
            if (root.verdict === DeviceListModel.None)
                root.look(root.asked);
        }
        target: root.devices
    }
    TicketScanner {
        active: root.scanning && root.visible
        camera: root.workplace.camera
        onFound: code => root.look(code)
    }
    RowLayout {
        id: body

        anchors.left: parent.left
        anchors.leftMargin: 8
        anchors.right: parent.right
        anchors.rightMargin: 8
        spacing: 24

        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            spacing: 8

            AppText {
                Layout.fillWidth: true
                font.pixelSize: Theme.label
                text: qsTr("1. Di HP: pindai alamat server di sebelah kanan, lalu masuk. HP menunjukkan kodenya.")
                wrapMode: Text.WordWrap
            }
            AppText {
                Layout.fillWidth: true
                font.pixelSize: Theme.label
                text: qsTr("2. Di sini: pindai atau ketik kode itu, periksa namanya, lalu setujui.")
                wrapMode: Text.WordWrap
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gap

                TextEntry {
                    id: field

                    Layout.fillWidth: true
                    label: qsTr("Kode di layar HP")
                    name: "settings.devices.code"
                    placeholder: "K7QX-4M2P"
                    onAccepted: root.look(text)
                    onEdited: root.verdict = -1
                }
                DeskButton {
                    Layout.alignment: Qt.AlignBottom
                    Layout.preferredHeight: 60
                    enabled: field.text.trim() !== ""
                    iconName: "search"
                    objectName: "settings.devices.find"
                    text: qsTr("Cari")
                    onClicked: root.look(field.text)
                }
                DeskButton {
                    Layout.alignment: Qt.AlignBottom
                    Layout.preferredHeight: 60
                    iconName: root.scanning ? "close" : "scan"
                    objectName: "settings.devices.scan"
                    text: root.scanning ? qsTr("Berhenti") : qsTr("Pindai")
                    visible: root.workplace.camera.available
                    onClicked: root.scanning = !root.scanning
                }
            }
            AppText {
                Accessible.name: text
                Accessible.role: Accessible.AlertMessage
                Layout.fillWidth: true
                color: root.verdict === DeviceListModel.Device ? Theme.connected : Theme.failed
                font.pixelSize: Theme.label
                objectName: "settings.devices.match"
                strong: true
                text: root.verdict === DeviceListModel.Device ? "✓ " + qsTr("Cocok. HP itu terpilih di daftar.")
                    : root.verdict === DeviceListModel.Other ? qsTr("Kuncinya lain dari yang dikenal server: jangan disetujui.")
                    : root.verdict === DeviceListModel.None ? qsTr("Tidak ada HP dengan kode ini. Coba masuk lagi di HP itu.") : ""
                visible: text !== ""
                wrapMode: Text.WordWrap
            }
            CameraView {
                Layout.fillWidth: true
                Layout.preferredHeight: 220
                camera: root.workplace.camera
                live: root.scanning && root.visible
                objectName: "settings.devices.camera"
                visible: root.scanning
            }
        }
        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            Layout.preferredWidth: 240
            Layout.fillWidth: false
            spacing: 6

            Rectangle {
                Layout.alignment: Qt.AlignHCenter
                Layout.preferredHeight: 150
                Layout.preferredWidth: 150
                color: "#FFFFFF"
                radius: 6

                QrCode {
                    Accessible.name: qsTr("Alamat server: %1").arg(address.text)
                    Accessible.role: Accessible.Graphic
                    anchors.fill: parent
                    objectName: "settings.server.qr"
                    text: address.text === "" ? "" : root.devices.serverCode(address.text)
                }
            }
            TextEntry {
                id: address

                Layout.fillWidth: true
                label: qsTr("Alamat server untuk HP")
                name: "settings.server.address"
                note: root.isLocal ? qsTr("Alamat ini hanya berlaku di komputer ini; isi alamat yang dicapai HP.") : ""
                text: root.workplace.serverAddress
            }
        }
    }
}
