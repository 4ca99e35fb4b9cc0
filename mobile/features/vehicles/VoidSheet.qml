import QtQuick
import QtQuick.Layouts
import Palang.Components
import Palang.Vehicles

/// Takes a stay out of the counts, and why.
Sheet {
    id: root

    required property VehicleModel vehicle

    function ask() {
        reason.text = "";
        open();
        reason.focusField();
    }
    function finish() {
        if (submitButton.enabled && vehicle.cancel(reason.text))
            close();
    }

    objectName: "vehicles.voiding"
    title: qsTr("Batalkan kunjungan %1?").arg(vehicle.plate === "" ? qsTr("tanpa plat") : vehicle.plate)

    footer: BigButton {
        id: submitButton

        Layout.fillWidth: true
        Layout.preferredHeight: 60
        enabled: reason.text.trim().length >= 3
        kind: BigButton.Danger
        objectName: "vehicles.void.submit"
        text: qsTr("Batalkan kunjungan")
        onClicked: root.finish()
    }

    AppText {
        Layout.fillWidth: true
        text: qsTr("Kunjungan tidak dihitung lagi, tetapi tetap terlihat di riwayat. Tidak dapat diurungkan.")
        wrapMode: Text.WordWrap
    }
    TextEntry {
        id: reason

        Layout.fillWidth: true
        label: qsTr("Alasan")
        name: "vehicles.void.reason"
        note: qsTr("Wajib diisi.")
        onAccepted: root.finish()
    }
}
