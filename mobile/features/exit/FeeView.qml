pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Components
import Palang.Exit
import Palang.Platform

/// What the stay costs and why, and how it is paid.
Item {
    id: root

    required property CheckoutModel checkout
    required property Camera camera

    readonly property var methods: [
        { "name": "cash", "text": qsTr("Tunai"), "icon": "cash" },
        { "name": "qris", "text": qsTr("QRIS"), "icon": "qris" },
        { "name": "emoney", "text": qsTr("E-money"), "icon": "card" }]

    signal backRequested
    signal manualRequested

    ColumnLayout {
        anchors.fill: parent
        spacing: 6

        ScrollColumn {
            Layout.fillHeight: true
            Layout.fillWidth: true
            spacing: 6

            StayCard {
                Layout.fillWidth: true
                checkout: root.checkout
                onBackRequested: root.backRequested()
            }
            RowLayout {
                Layout.fillHeight: true
                Layout.fillWidth: true
                spacing: Theme.gap

                FeeWords {
                    Layout.fillWidth: true
                    checkout: root.checkout
                }
                StayPhotos {
                    Layout.fillHeight: true
                    Layout.maximumHeight: 180
                    Layout.preferredWidth: 84
                    camera: root.camera
                    checkout: root.checkout
                    live: root.visible
                }
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gap

                BigButton {
                    Layout.fillWidth: true
                    Layout.preferredHeight: Theme.touch * Math.min(Theme.scale, 1.5)
                    Layout.preferredWidth: 100
                    font.pixelSize: Theme.label
                    iconName: root.checkout.lostTicket ? "tick" : "lost"
                    kind: BigButton.Secondary
                    leftPadding: 8
                    objectName: "exit.lostTicket"
                    rightPadding: 8
                    text: qsTr("Karcis hilang")
                    onClicked: root.checkout.lostTicket = !root.checkout.lostTicket
                }
                BigButton {
                    Layout.fillWidth: true
                    Layout.preferredHeight: Theme.touch * Math.min(Theme.scale, 1.5)
                    Layout.preferredWidth: 100
                    font.pixelSize: Theme.label
                    iconName: root.checkout.manual ? "undo" : "edit"
                    kind: BigButton.Secondary
                    leftPadding: 8
                    objectName: "exit.manual"
                    rightPadding: 8
                    text: root.checkout.manual ? qsTr("Pakai tarif") : qsTr("Biaya manual")
                    onClicked: root.checkout.manual ? root.checkout.clearManualAmount() : root.manualRequested()
                }
            }
            Tabs {
                Layout.fillWidth: true
                choices: root.methods
                current: root.methods.findIndex(method => method.name === root.checkout.method)
                objectName: "exit.method"
                tone: Theme.exit
                visible: root.checkout.amount > 0
                onChosen: index => root.checkout.method = root.methods[index].name
            }
            CashPanel {
                Layout.fillWidth: true
                checkout: root.checkout
                visible: root.checkout.amount > 0 && root.checkout.method === "cash"
            }
            TextEntry {
                Layout.fillWidth: true
                label: qsTr("Nomor referensi (boleh kosong)")
                name: "exit.reference"
                note: qsTr("Pembayaran ini dicatat, belum diverifikasi bank. Lihat bukti di HP pengemudi.")
                text: root.checkout.reference
                visible: root.checkout.amount > 0 && root.checkout.method !== "cash"
                onAccepted: root.checkout.pay()
                onEdited: root.checkout.reference = text
            }
        }
        BigButton {
            Layout.fillWidth: true
            enabled: root.checkout.payable
            iconName: "keluar"
            objectName: "exit.payButton"
            text: root.checkout.amount > 0 ? qsTr("Terima %1").arg(Format.money(root.checkout.amount)) : qsTr("Keluar, gratis")
            tone: Theme.exit
            onClicked: root.checkout.pay()
        }
    }
}
