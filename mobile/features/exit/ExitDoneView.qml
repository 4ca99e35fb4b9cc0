import QtQuick
import QtQuick.Layouts
import Palang.Components
import Palang.Exit

/// The exit is on disk: how much to give back, then the next car.
Item {
    id: root

    required property CheckoutModel checkout
    property bool canOpenGate: false
    property alias opening: openingSlot.data

    /// Two keys with words do not fit side by side.
    readonly property bool isNarrow: width < 330 * Theme.scale

    signal nextRequested
    signal gateRequested

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap

        ScrollColumn {
            Layout.fillHeight: true
            Layout.fillWidth: true
            spacing: Theme.gap

            Item {
                Layout.fillHeight: true
            }
            Icon {
                Layout.alignment: Qt.AlignHCenter
                Layout.preferredHeight: 84
                Layout.preferredWidth: 84
                color: Theme.connected
                name: "tick-circle"
            }
            AppText {
                Layout.fillWidth: true
                font.pixelSize: Theme.title
                horizontalAlignment: Text.AlignHCenter
                objectName: "exit.done"
                strong: true
                text: qsTr("Keluar tercatat")
            }
            PlateText {
                Layout.alignment: Qt.AlignHCenter
                Layout.maximumWidth: root.width
                pixelSize: 36 * Theme.frameScale
                plate: root.checkout.plate
            }
            AppText {
                Layout.fillWidth: true
                Layout.topMargin: 16
                horizontalAlignment: Text.AlignHCenter
                text: root.checkout.method === "cash" && root.checkout.amount > 0 ? qsTr("Kembalian") : qsTr("Dibayar")
            }
            MoneyText {
                Layout.fillWidth: true
                amount: root.checkout.method === "cash" && root.checkout.amount > 0 ? root.checkout.change : root.checkout.amount
                font.pixelSize: Theme.huge * 1.15
                horizontalAlignment: Text.AlignHCenter
                objectName: "exit.doneChange"
            }
            AppText {
                Layout.fillWidth: true
                font.pixelSize: Theme.label
                horizontalAlignment: Text.AlignHCenter
                soft: true
                wrapMode: Text.WordWrap
                text: root.checkout.method === "cash" && root.checkout.amount > 0
                      ? qsTr("Biaya %1, diterima %2").arg(Format.money(root.checkout.amount)).arg(Format.money(root.checkout.tendered))
                      : root.checkout.method === "cash" ? qsTr("Gratis") : qsTr("Dicatat, belum diverifikasi")
            }
            Column {
                id: openingSlot

                Layout.fillWidth: true
                Layout.topMargin: 16
            }
            Item {
                Layout.fillHeight: true
            }
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            BigButton {
                Accessible.name: qsTr("Buka palang")
                Layout.preferredHeight: Theme.actionHeight
                Layout.preferredWidth: root.isNarrow ? Theme.actionHeight : implicitWidth
                iconName: "gate"
                kind: BigButton.Secondary
                objectName: "exit.openGate"
                text: root.isNarrow ? "" : qsTr("Buka palang")
                visible: root.canOpenGate
                onClicked: root.gateRequested()
            }
            BigButton {
                Layout.fillWidth: true
                iconName: "keluar"
                objectName: "exit.nextButton"
                text: qsTr("Berikutnya")
                tone: Theme.exit
                onClicked: root.nextRequested()
            }
        }
    }
}
