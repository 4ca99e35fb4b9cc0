pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Components

/// Why a car has no plate, or that its number does not follow the civil grammar.
Sheet {
    id: root

    readonly property var reasons: [
        { "name": "new", "text": qsTr("Baru, belum ada plat") },
        { "name": "fallen", "text": qsTr("Plat lepas atau hilang") },
        { "name": "unreadable", "text": qsTr("Plat tidak terbaca") }]

    signal reasonChosen(string reason)
    signal freeFormChosen

    function choose(reason) {
        if (reason === "")
            return;
        close();
        reasonChosen(reason);
    }

    objectName: "entry.noPlate"
    title: qsTr("Tanpa plat")
    onAboutToShow: {
        otherReason.text = "";
        otherReason.visible = false;
    }

    AppText {
        Layout.fillWidth: true
        font.pixelSize: Theme.label
        text: qsTr("Pilih alasannya; kendaraan langsung dicatat.")
        wrapMode: Text.WordWrap
    }
    Column {
        id: reasonRows

        Layout.fillWidth: true
        spacing: Theme.margin

        Repeater {
            model: root.reasons

            ListRow {
                required property var modelData

                iconName: "no-plate"
                objectName: "entry.noPlate." + modelData.name
                text: modelData.text
                width: reasonRows.width
                onClicked: root.choose(modelData.text)
            }
        }
    }
    ListRow {
        Layout.fillWidth: true
        iconName: "catatan"
        objectName: "entry.noPlate.otherRow"
        text: qsTr("Alasan lain…")
        visible: !otherReason.visible
        onClicked: {
            otherReason.visible = true;
            otherReason.focusField();
        }
    }
    TextEntry {
        id: otherReason

        Layout.fillWidth: true
        label: qsTr("Alasan lain")
        name: "entry.noPlate.other"
        visible: false
        onAccepted: root.choose(text.trim())
    }
    BigButton {
        Layout.fillWidth: true
        enabled: otherReason.text.trim() !== ""
        kind: BigButton.Secondary
        objectName: "entry.noPlate.saveOther"
        text: qsTr("Catat dengan alasan ini")
        visible: otherReason.visible
        onClicked: root.choose(otherReason.text.trim())
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
