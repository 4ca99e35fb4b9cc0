pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Palang.Base
import Palang.Components
import Palang.Login

/// Who works on this device. Everything can be typed on a hardware keyboard; Enter logs in.
FocusScope {
    id: root

    required property Workplace workplace
    property string defaultServer

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
            if (enrolmentHelps)
                moreFields.visible = true;
        }
    }
    Flickable {
        anchors.fill: parent
        boundsBehavior: Flickable.StopAtBounds
        contentHeight: form.implicitHeight + 2 * Theme.margin
        contentWidth: width

        ScrollBar.vertical: ScrollBar {}

        ColumnLayout {
            id: form

            spacing: 14
            width: Math.min(root.width - 32, Theme.formWidth)
            x: (root.width - width) / 2
            y: Theme.margin

            RowLayout {
                Layout.bottomMargin: 4
                Layout.topMargin: 16
                spacing: 14

                Rectangle {
                    Layout.preferredHeight: 64
                    Layout.preferredWidth: 64
                    color: Theme.accent
                    radius: 16

                    Icon {
                        anchors.centerIn: parent
                        color: Theme.accentInk
                        height: 44
                        name: "gate"
                        width: 44
                    }
                }
                ColumnLayout {
                    spacing: 0

                    AppText {
                        font.pixelSize: Theme.large
                        strong: true
                        text: "Palang"
                    }
                    AppText {
                        font.pixelSize: Theme.label
                        soft: true
                        text: qsTr("Parkir, tanpa catatan hilang")
                    }
                }
            }
            ErrorBanner {
                Layout.fillWidth: true
                nextStep: login.nextStep
                objectName: "login.error"
                text: login.trouble
                onDismissed: login.dismiss()
            }
            TextEntry {
                id: serverEntry

                Layout.fillWidth: true
                inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase
                label: qsTr("Alamat server")
                name: "login.server"
                placeholder: "10.0.0.5:8181"
                text: login.lastServer !== "" ? login.lastServer : root.defaultServer
                onAccepted: usernameEntry.focusField()
            }
            TextEntry {
                id: usernameEntry

                Layout.fillWidth: true
                inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
                label: qsTr("Nama petugas")
                name: "login.username"
                text: login.lastUsername
                onAccepted: passwordEntry.focusField()
            }
            TextEntry {
                id: passwordEntry

                Layout.fillWidth: true
                inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
                isSecret: true
                label: qsTr("Sandi")
                name: "login.password"
                onAccepted: root.submit()
            }
            ColumnLayout {
                id: moreFields

                Layout.fillWidth: true
                visible: false

                TextEntry {
                    id: enrolmentEntry

                    Layout.fillWidth: true
                    label: qsTr("Kode pendaftaran HP")
                    name: "login.enrolment"
                    note: qsTr("Hanya untuk HP baru. Admin membuat kodenya; sekali pakai.")
                    onAccepted: root.submit()
                }
            }
            BigButton {
                Layout.fillWidth: true
                Layout.topMargin: 6
                enabled: !login.busy
                objectName: "login.submit"
                text: login.busy ? qsTr("Memeriksa…") : qsTr("Masuk kerja")
                onClicked: root.submit()
            }
            BigButton {
                Layout.fillWidth: true
                kind: BigButton.Plain
                objectName: "login.more"
                text: qsTr("HP baru? Isi kode pendaftaran")
                visible: !moreFields.visible
                onClicked: {
                    moreFields.visible = true;
                    enrolmentEntry.focusField();
                }
            }
            RowLayout {
                Layout.alignment: Qt.AlignHCenter
                spacing: Theme.gap

                Repeater {
                    model: [{ "code": "id", "text": "Bahasa Indonesia" }, { "code": "en", "text": "English" }]

                    BigButton {
                        required property var modelData

                        Layout.preferredHeight: Theme.touch
                        font.pixelSize: Theme.label
                        kind: root.workplace.language === modelData.code ? BigButton.Secondary : BigButton.Plain
                        objectName: "login.language." + modelData.code
                        text: modelData.text
                        onClicked: root.workplace.language = modelData.code
                    }
                }
            }
        }
    }
}
