pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Palang.Base
import Palang.Components
import Palang.Login
import Palang.Platform

/// Who works here; a new device also enrols. Everything can be typed on a hardware keyboard; Enter logs in.
FocusScope {
    id: root

    required property Workplace workplace
    property string defaultServer
    property bool scanning: false

    function submit() {
        login.login(serverEntry.text, usernameEntry.text, passwordEntry.text, enrolmentEntry.text);
    }

    function start() {
        passwordEntry.text = "";
        if (usernameEntry.text === "")
            usernameEntry.focusField();
        else
            passwordEntry.focusField();
    }

    onVisibleChanged: {
        if (visible)
            start();
    }
    Component.onCompleted: start()

    LoginModel {
        id: login

        workplace: root.workplace
        onChanged: {
            if (enrolmentHelps && root.workplace.hasDevice)
                enrolmentEntry.visible = true;
        }
    }
    TicketScanner {
        active: root.scanning && root.visible
        camera: root.workplace.camera
        onFound: code => {
            const address = login.serverIn(code);
            if (address === "")
                return;
            serverEntry.text = address;
            root.scanning = false;
            usernameEntry.focusField();
        }
    }
    Flickable {
        anchors.fill: parent
        boundsBehavior: Flickable.StopAtBounds
        contentHeight: form.implicitHeight + 2 * Theme.margin
        contentWidth: width

        ScrollBar.vertical: ScrollBar {}

        Column {
            id: form

            spacing: 14
            width: Math.min(root.width - 32, Theme.formWidth)
            x: (root.width - width) / 2
            y: Theme.margin

            Row {
                bottomPadding: 4
                spacing: 14
                topPadding: 16

                Rectangle {
                    color: Theme.accent
                    height: 64
                    radius: 16
                    width: 64

                    Icon {
                        anchors.centerIn: parent
                        color: Theme.accentInk
                        height: 44
                        name: "gate"
                        width: 44
                    }
                }
                Column {
                    width: form.width - 64 - 14

                    AppText {
                        font.pixelSize: Theme.large
                        strong: true
                        text: "Palang"
                        width: parent.width
                    }
                    AppText {
                        font.pixelSize: Theme.label
                        soft: true
                        text: qsTr("Parkir, tanpa catatan hilang")
                        width: parent.width
                        wrapMode: Text.WordWrap
                    }
                }
            }
            ErrorBanner {
                width: parent.width
                nextStep: login.nextStep
                objectName: "login.error"
                text: login.trouble
                onDismissed: login.dismiss()
            }
            DeviceCode {
                code: login.deviceCode
                objectName: "login.device"
                shortCode: login.shortCode
                visible: login.enrolmentHelps && login.deviceCode !== ""
                width: parent.width
            }
            TextEntry {
                id: serverEntry

                width: parent.width
                inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase
                label: qsTr("Alamat server")
                name: "login.server"
                placeholder: "10.0.0.5:8181"
                text: login.lastServer !== "" ? login.lastServer : root.defaultServer
                onAccepted: usernameEntry.focusField()
            }
            CameraView {
                camera: root.workplace.camera
                height: visible ? 220 : 0
                live: root.scanning && root.visible
                objectName: "login.scanner"
                visible: root.scanning
                width: parent.width
            }
            BigButton {
                width: parent.width
                iconName: root.scanning ? "close" : "scan"
                kind: BigButton.Plain
                objectName: "login.scan"
                text: root.scanning ? qsTr("Berhenti memindai") : qsTr("Pindai alamat dari layar penyelia")
                visible: root.workplace.hasDevice && root.workplace.camera.available
                onClicked: root.scanning = !root.scanning
            }
            TextEntry {
                id: usernameEntry

                width: parent.width
                inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
                label: qsTr("Nama pengguna")
                name: "login.username"
                text: login.lastUsername
                onAccepted: passwordEntry.focusField()
            }
            TextEntry {
                id: passwordEntry

                width: parent.width
                inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
                isSecret: true
                label: qsTr("Sandi")
                name: "login.password"
                onAccepted: root.submit()
            }
            TextEntry {
                id: enrolmentEntry

                width: parent.width
                label: qsTr("Kode pendaftaran HP")
                name: "login.enrolment"
                note: qsTr("Hanya untuk HP baru. Admin membuat kodenya; sekali pakai.")
                visible: false
                onAccepted: root.submit()
            }
            BigButton {
                width: parent.width
                enabled: !login.busy
                objectName: "login.submit"
                text: login.busy ? qsTr("Memeriksa…") : qsTr("Masuk kerja")
                onClicked: root.submit()
            }
            BigButton {
                width: parent.width
                kind: BigButton.Plain
                objectName: "login.more"
                text: qsTr("HP baru? Isi kode pendaftaran")
                visible: root.workplace.hasDevice && !enrolmentEntry.visible
                onClicked: {
                    enrolmentEntry.visible = true;
                    enrolmentEntry.focusField();
                }
            }
            Row {
                spacing: Theme.gap
                width: parent.width

                Repeater {
                    model: [{ "code": "id", "text": "Bahasa Indonesia" }, { "code": "en", "text": "English" }]

                    BigButton {
                        required property var modelData

                        height: Theme.touch
                        font.pixelSize: Theme.label
                        kind: root.workplace.language === modelData.code ? BigButton.Secondary : BigButton.Plain
                        objectName: "login.language." + modelData.code
                        text: modelData.text
                        width: (form.width - Theme.gap) / 2
                        onClicked: root.workplace.language = modelData.code
                    }
                }
            }
        }
    }
}
