import QtQuick
import QtQuick.Layouts
import Palang.Approval
import Palang.Base
import Palang.Components

/// What an attendant reads out, and the code to answer with.
Sheet {
    id: root

    required property Workplace workplace

    readonly property string digits: challenge.text.replace(/\D/g, "")
    readonly property bool isComplete: device.text.trim() !== "" && digits.length === 6 && amount.text.trim() !== ""

    function ask() {
        if (isComplete)
            approval.ask(Number(device.text), digits, Number(amount.text.replace(/\D/g, "")));
    }

    objectName: "approval"
    title: qsTr("Izin lewat telepon")
    onAboutToShow: {
        approval.reset();
        device.text = "";
        challenge.text = "";
        amount.text = "";
    }
    onOpened: device.focusField()

    footer: BigButton {
        Layout.fillWidth: true
        enabled: root.isComplete && !approval.busy && root.workplace.online
        objectName: "approval.ask"
        text: root.workplace.online ? qsTr("Setujui, buat kode") : qsTr("Perlu terhubung ke server")
        onClicked: root.ask()
    }

    ApprovalModel {
        id: approval

        workplace: root.workplace
    }
    AppText {
        Layout.fillWidth: true
        font.pixelSize: Theme.label
        text: qsTr("Petugas yang luring membacakan nomor HP, biaya yang diminta dan enam angka. Kode hanya berlaku untuk itu, lima menit, dan jawaban Anda tercatat.")
        wrapMode: Text.WordWrap
    }
    TextEntry {
        id: device

        Layout.fillWidth: true
        inputMethodHints: Qt.ImhDigitsOnly
        label: qsTr("Nomor HP")
        name: "approval.device"
        onAccepted: amount.focusField()
        onEdited: approval.reset()
    }
    TextEntry {
        id: amount

        Layout.fillWidth: true
        inputMethodHints: Qt.ImhDigitsOnly
        label: qsTr("Biaya yang disetujui (Rp)")
        name: "approval.amount"
        onAccepted: challenge.focusField()
        onEdited: approval.reset()
    }
    TextEntry {
        id: challenge

        Layout.fillWidth: true
        inputMethodHints: Qt.ImhDigitsOnly
        label: qsTr("Enam angka di HP petugas")
        name: "approval.challenge"
        onAccepted: root.ask()
        onEdited: approval.reset()
    }
    AppText {
        Layout.fillWidth: true
        font.family: Theme.digits
        font.pixelSize: Theme.huge
        horizontalAlignment: Text.AlignHCenter
        objectName: "approval.code"
        strong: true
        text: approval.code === "" ? "" : approval.code.slice(0, 3) + " " + approval.code.slice(3)
        visible: text !== ""
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.failed
        objectName: "approval.trouble"
        strong: true
        text: approval.trouble
        visible: text !== ""
        wrapMode: Text.WordWrap
    }
}
