pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Components
import Palang.Vehicles

/// Another plate, another class, and why.
Sheet {
    id: root

    required property VehicleModel vehicle

    property string chosenType

    readonly property bool isChanged: plate.text.trim() !== vehicle.plate || chosenType !== vehicle.vehicleType

    function ask() {
        plate.text = vehicle.plate;
        chosenType = vehicle.vehicleType;
        reason.text = "";
        open();
        plate.focusField();
    }
    function finish() {
        if (submitButton.enabled && vehicle.correct(plate.text, chosenType, reason.text))
            close();
    }

    objectName: "vehicles.correcting"
    title: qsTr("Koreksi kunjungan")

    footer: BigButton {
        id: submitButton

        Layout.fillWidth: true
        Layout.preferredHeight: 60
        enabled: root.isChanged && plate.text.trim() !== "" && reason.text.trim().length >= 3
        objectName: "vehicles.correct.submit"
        text: qsTr("Simpan koreksi")
        onClicked: root.finish()
    }

    TextEntry {
        id: plate

        Layout.fillWidth: true
        label: qsTr("Plat nomor")
        name: "vehicles.correct.plate"
        onAccepted: reason.focusField()
    }
    AppText {
        font.pixelSize: Theme.label
        strong: true
        text: qsTr("Jenis kendaraan")
    }
    Row {
        id: types

        Layout.fillWidth: true
        spacing: Theme.gap

        Repeater {
            model: root.vehicle.vehicleTypes

            ClassKey {
                required property var modelData

                checked: root.chosenType === modelData.type
                iconName: modelData.icon
                objectName: "vehicles.correct.type." + modelData.type
                text: modelData.text
                width: Math.min(120, (types.width - 4 * Theme.gap) / 5)
                onClicked: {
                    root.chosenType = modelData.type;
                    checked = Qt.binding(() => root.chosenType === modelData.type);
                }
            }
        }
    }
    TextEntry {
        id: reason

        Layout.fillWidth: true
        label: qsTr("Alasan")
        name: "vehicles.correct.reason"
        note: qsTr("Wajib diisi; tersimpan di riwayat dan audit. Yang lama tetap terlihat.")
        onAccepted: root.finish()
    }
}
