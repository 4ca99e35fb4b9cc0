import QtQuick
import QtQuick.Layouts
import Palang.Components
import Palang.Exit

/// Another amount than the tariff's. The reason is required; supervisors see both amounts. Less than the tariff while nobody can see it
/// needs a supervisor's code, read over the telephone.
Sheet {
    id: root

    required property CheckoutModel checkout

    readonly property double amount: Number(amountEntry.text.replace(/\D/g, ""))
    readonly property bool isAsking: checkout.challenge !== ""

    signal chosen(double amount, string reason)

    function finish() {
        chosen(amount, reasonEntry.text.trim());
        close();
    }
    function use() {
        if (!checkout.needsApproval(amount)) {
            finish();
        } else if (checkout.askApproval(amount)) {
            code.text = "";
            code.focusField();
        }
    }
    function tryCode() {
        if (checkout.approve(code.text, reasonEntry.text.trim()))
            finish();
    }

    objectName: "exit.manualSheet"
    title: qsTr("Biaya manual")
    onAboutToShow: {
        checkout.dropApproval();
        amountEntry.text = "";
        reasonEntry.text = "";
    }
    onOpened: amountEntry.focusField()

    footer: [
        BigButton {
            Layout.fillWidth: true
            enabled: amountEntry.text !== "" && reasonEntry.text.trim() !== ""
            objectName: "exit.manualSheet.save"
            text: qsTr("Pakai %1").arg(Format.money(root.amount))
            tone: Theme.exit
            visible: !root.isAsking
            onClicked: root.use()
        },
        BigButton {
            Layout.fillWidth: true
            enabled: code.text.trim().length >= 6
            objectName: "exit.manualSheet.approve"
            text: qsTr("Pakai kode ini")
            tone: Theme.exit
            visible: root.isAsking
            onClicked: root.tryCode()
        },
        BigButton {
            Layout.fillWidth: true
            kind: BigButton.Plain
            objectName: "exit.manualSheet.again"
            text: qsTr("Minta kode baru")
            visible: root.isAsking && root.checkout.approvalNote !== ""
            onClicked: root.checkout.askApproval(root.amount)
        }
    ]

    AppText {
        Layout.fillWidth: true
        font.pixelSize: Theme.label
        objectName: "exit.manualSheet.rule"
        text: root.checkout.priced ? qsTr("Menurut tarif %1. Selisihnya terlihat oleh penyelia.").arg(Format.money(root.checkout.due))
            : qsTr("Tarif tidak dapat dihitung di HP ini. Jumlah dan alasannya diperiksa penyelia.")
        visible: !root.isAsking
        wrapMode: Text.WordWrap
    }
    TextEntry {
        id: amountEntry

        Layout.fillWidth: true
        inputMethodHints: Qt.ImhDigitsOnly
        label: qsTr("Biaya (Rp)")
        name: "exit.manualSheet.amount"
        visible: !root.isAsking
        onAccepted: reasonEntry.focusField()
    }
    TextEntry {
        id: reasonEntry

        Layout.fillWidth: true
        label: qsTr("Alasan")
        name: "exit.manualSheet.reason"
        visible: !root.isAsking
    }
    AppText {
        Layout.fillWidth: true
        text: qsTr("Luring, jadi perlu izin. Telepon penyelia dan bacakan:")
        visible: root.isAsking
        wrapMode: Text.WordWrap
    }
    FitText {
        Layout.fillWidth: true
        font.family: Theme.digits
        font.pixelSize: Theme.title
        horizontalAlignment: Text.AlignHCenter
        objectName: "exit.manualSheet.ask"
        strong: true
        text: qsTr("HP %1 · %2").arg(root.checkout.deviceNo).arg(Format.money(root.amount))
        visible: root.isAsking
    }
    AppText {
        Layout.fillWidth: true
        font.family: Theme.digits
        font.pixelSize: Theme.huge
        fontSizeMode: Text.HorizontalFit
        horizontalAlignment: Text.AlignHCenter
        objectName: "exit.manualSheet.challenge"
        strong: true
        text: root.checkout.challenge.slice(0, 3) + " " + root.checkout.challenge.slice(3)
        visible: root.isAsking
    }
    TextEntry {
        id: code

        Layout.fillWidth: true
        inputMethodHints: Qt.ImhDigitsOnly
        label: qsTr("Kode dari penyelia (6 angka, berlaku 5 menit)")
        name: "exit.manualSheet.code"
        visible: root.isAsking
        onAccepted: root.tryCode()
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.failed
        objectName: "exit.manualSheet.wrong"
        strong: true
        text: root.checkout.approvalNote
        visible: text !== ""
        wrapMode: Text.WordWrap
    }
}
