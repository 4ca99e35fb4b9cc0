pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Components

/// Why a car has no plate, or that its number does not follow the civil grammar.
Sheet {
    id: root

    readonly property var reasons: [
        { "name": "new", "text": qsTr("Kendaraan baru, belum ada plat") },
        { "name": "fallen", "text": qsTr("Plat lepas atau hilang") },
        { "name": "unreadable", "text": qsTr("Plat tidak terbaca") }]

    signal reasonChosen(string reason)
    signal freeFormChosen

    objectName: "entry.noPlate"
    title: qsTr("Tanpa plat")

    AppText {
        Layout.fillWidth: true
        font.pixelSize: Theme.label
        text: qsTr("Pilih alasannya; kendaraan langsung dicatat.")
        wrapMode: Text.WordWrap
    }
    Repeater {
        model: root.reasons

        ListRow {
            required property var modelData

            Layout.fillWidth: true
            iconName: "no-plate"
            objectName: "entry.noPlate." + modelData.name
            text: modelData.text
            onClicked: {
                root.close();
                root.reasonChosen(modelData.text);
            }
        }
    }
    TextEntry {
        id: otherReason

        Layout.fillWidth: true
        label: qsTr("Alasan lain")
        name: "entry.noPlate.other"
        onAccepted: otherButton.clicked()
    }
    BigButton {
        id: otherButton

        Layout.fillWidth: true
        enabled: otherReason.text.trim() !== ""
        kind: BigButton.Secondary
        objectName: "entry.noPlate.saveOther"
        text: qsTr("Catat dengan alasan ini")
        onClicked: {
            root.close();
            root.reasonChosen(otherReason.text.trim());
            otherReason.text = "";
        }
    }
    ListRow {
        Layout.fillWidth: true
        iconName: "edit"
        note: qsTr("TNI/Polri, CD/CC, RI, sementara")
        objectName: "entry.noPlate.freeForm"
        text: qsTr("Nomor khusus")
        onClicked: {
            root.close();
            root.freeFormChosen();
        }
    }
}
