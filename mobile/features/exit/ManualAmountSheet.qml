import QtQuick
import QtQuick.Layouts
import Palang.Components

/// Another amount than the tariff's. The reason is required; supervisors see both amounts.
Sheet {
    id: root

    property double due: 0

    readonly property double amount: Number(amountEntry.text.replace(/\D/g, ""))

    signal chosen(double amount, string reason)

    objectName: "exit.manualSheet"
    title: qsTr("Biaya manual")
    onOpened: amountEntry.focusField()

    footer: BigButton {
        Layout.fillWidth: true
        enabled: amountEntry.text !== "" && reasonEntry.text.trim() !== ""
        objectName: "exit.manualSheet.save"
        text: qsTr("Pakai %1").arg(Format.money(root.amount))
        tone: Theme.exit
        onClicked: {
            root.chosen(root.amount, reasonEntry.text.trim());
            root.close();
        }
    }

    AppText {
        Layout.fillWidth: true
        font.pixelSize: Theme.label
        text: qsTr("Menurut tarif %1. Selisihnya terlihat oleh penyelia.").arg(Format.money(root.due))
        wrapMode: Text.WordWrap
    }
    TextEntry {
        id: amountEntry

        Layout.fillWidth: true
        inputMethodHints: Qt.ImhDigitsOnly
        label: qsTr("Biaya (Rp)")
        name: "exit.manualSheet.amount"
        onAccepted: reasonEntry.focusField()
    }
    TextEntry {
        id: reasonEntry

        Layout.fillWidth: true
        label: qsTr("Alasan")
        name: "exit.manualSheet.reason"
    }
}
