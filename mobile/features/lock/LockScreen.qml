pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import QtQuick.Templates as T
import Palang.Components
import Palang.Lock

/// Over everything until the PIN is right.
Popup {
    id: root

    required property LockModel lock
    property string person
    property int pending: 0
    property string entered

    function press(digit) {
        if (entered.length < 6 && lock.wait === 0)
            entered += digit;
    }
    function tryPin() {
        lock.unlock(entered);
        entered = "";
    }

    closePolicy: Popup.NoAutoClose
    focus: true
    height: parent ? parent.height : 0
    modal: true
    padding: Theme.margin
    parent: T.Overlay.overlay
    visible: lock.locked
    width: parent ? parent.width : 0
    z: 100

    background: Rectangle {
        color: Theme.background
    }

    FocusScope {
        anchors.fill: parent
        focus: true
        Keys.onEnterPressed: root.tryPin()
        Keys.onReturnPressed: root.tryPin()
        Keys.onPressed: event => {
            if (event.key === Qt.Key_Backspace)
                root.entered = root.entered.slice(0, -1);
            else if (/^[0-9]$/.test(event.text))
                root.press(event.text);
        }

        ColumnLayout {
            anchors.centerIn: parent
            height: Math.min(parent.height, 640)
            spacing: Theme.gap
            width: Math.min(parent.width, 400)

            Icon {
                Layout.alignment: Qt.AlignHCenter
                Layout.preferredHeight: 48
                Layout.preferredWidth: 48
                color: Theme.text
                name: "lock"
            }
            AppText {
                Layout.fillWidth: true
                font.pixelSize: Theme.title
                horizontalAlignment: Text.AlignHCenter
                strong: true
                text: root.person
                wrapMode: Text.WordWrap
            }
            AppText {
                Layout.fillWidth: true
                font.pixelSize: Theme.label
                horizontalAlignment: Text.AlignHCenter
                text: root.pending > 0 ? qsTr("Terkunci. %1 catatan tersimpan dan tetap dikirim.").arg(root.pending)
                                       : qsTr("Terkunci. Shift tetap berjalan.")
                wrapMode: Text.WordWrap
            }
            AppText {
                Accessible.name: qsTr("%n angka", "", root.entered.length)
                Layout.fillWidth: true
                font.family: Theme.digits
                font.pixelSize: Theme.large
                horizontalAlignment: Text.AlignHCenter
                objectName: "lock.entered"
                text: root.entered === "" ? "····" : "•".repeat(root.entered.length)
            }
            AppText {
                Accessible.role: Accessible.AlertMessage
                Layout.fillWidth: true
                Layout.minimumHeight: 24
                color: Theme.failed
                font.pixelSize: Theme.label
                horizontalAlignment: Text.AlignHCenter
                objectName: "lock.message"
                strong: true
                text: root.lock.wait > 0 ? qsTr("PIN salah. Coba lagi dalam %n detik.", "", root.lock.wait) : root.lock.message
                wrapMode: Text.WordWrap
            }
            Grid {
                id: keys

                Layout.fillHeight: true
                Layout.fillWidth: true
                columns: 3
                spacing: Theme.gap

                Repeater {
                    model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "back", "0", "ok"]

                    KeyButton {
                        required property string modelData

                        Accessible.name: modelData === "back" ? qsTr("Hapus") : modelData === "ok" ? qsTr("Buka kunci") : modelData
                        accented: modelData === "ok"
                        enabled: root.lock.wait === 0 && (modelData !== "ok" || root.entered.length >= 4)
                        height: (keys.height - 3 * keys.spacing) / 4
                        iconName: modelData === "back" ? "backspace" : modelData === "ok" ? "tick" : ""
                        objectName: "lock.key." + modelData
                        text: modelData.length === 1 ? modelData : ""
                        width: (keys.width - 2 * keys.spacing) / 3
                        onClicked: {
                            if (modelData === "back")
                                root.entered = root.entered.slice(0, -1);
                            else if (modelData === "ok")
                                root.tryPin();
                            else
                                root.press(modelData);
                        }
                    }
                }
            }
            BigButton {
                Layout.fillWidth: true
                font.pixelSize: Theme.label
                kind: BigButton.Plain
                objectName: "lock.forgot"
                text: qsTr("Lupa PIN: masuk dengan sandi")
                onClicked: root.lock.forget()
            }
        }
    }
}
