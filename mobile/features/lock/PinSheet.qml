import QtQuick
import QtQuick.Layouts
import Palang.Components
import Palang.Lock

/// Sets, changes or removes the PIN.
Sheet {
    id: root

    required property LockModel lock

    readonly property bool isRight: /^[0-9]{4,6}$/.test(pin.text)

    function save() {
        if (isRight && lock.setPin(pin.text))
            close();
    }

    objectName: "pin"
    title: lock.hasPin ? qsTr("Ganti PIN") : qsTr("Pasang PIN")
    onAboutToShow: pin.text = ""
    onOpened: pin.focusField()

    footer: [
        BigButton {
            Layout.fillWidth: true
            enabled: root.isRight
            iconName: "lock"
            objectName: "pin.save"
            text: qsTr("Simpan PIN")
            onClicked: root.save()
        },
        BigButton {
            Layout.fillWidth: true
            kind: BigButton.Plain
            objectName: "pin.remove"
            text: qsTr("Tanpa PIN")
            visible: root.lock.hasPin
            onClicked: {
                root.lock.clearPin();
                root.close();
            }
        }
    ]

    TextEntry {
        id: pin

        Layout.fillWidth: true
        inputMethodHints: Qt.ImhDigitsOnly
        isSecret: true
        label: qsTr("PIN baru, 4 sampai 6 angka")
        name: "pin.entry"
        note: qsTr("Diminta setelah 5 menit tanpa sentuhan. Lupa PIN: masuk dengan sandi.")
        onAccepted: root.save()
    }
}
