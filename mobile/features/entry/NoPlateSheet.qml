pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Components
import Palang.Platform

/// Why a car has no plate, or that its number does not follow the civil grammar.
Sheet {
    id: root

    readonly property var reasons: [
        { "name": "new", "text": qsTr("Baru, belum ada plat") },
        { "name": "fallen", "text": qsTr("Plat lepas atau hilang") },
        { "name": "unreadable", "text": qsTr("Plat tidak terbaca") }]

    required property Camera camera
    property bool hasPhoto: false
    /// Chosen already; only the photo is missing.
    property string reason

    readonly property bool wantsPhoto: reason !== "" && !hasPhoto && camera.available

    signal reasonChosen(string reason)
    signal freeFormChosen

    function choose(reason) {
        root.reason = reason;
        if (reason !== "" && !wantsPhoto)
            finish();
    }
    function finish() {
        const chosen = reason;
        // The camera must still be on while the car is recorded.
        reasonChosen(chosen);
        close();
    }

    objectName: "entry.noPlate"
    title: qsTr("Tanpa plat")
    onAboutToShow: {
        reason = "";
        otherReason.text = "";
        otherReason.visible = false;
    }

    AppText {
        Layout.fillWidth: true
        font.pixelSize: Theme.label
        text: root.camera.available ? qsTr("Pilih alasannya, lalu foto kendaraannya.") : qsTr("Pilih alasannya; kendaraan langsung dicatat.")
        visible: !root.wantsPhoto
        wrapMode: Text.WordWrap
    }
    CameraView {
        Layout.fillWidth: true
        Layout.preferredHeight: 260
        camera: root.camera
        live: root.opened && root.wantsPhoto
        objectName: "entry.noPlate.camera"
        visible: root.wantsPhoto
    }
    BigButton {
        Layout.fillWidth: true
        iconName: "camera"
        objectName: "entry.noPlate.shoot"
        text: qsTr("Foto & catat")
        tone: Theme.entry
        visible: root.wantsPhoto
        onClicked: root.finish()
    }
    Column {
        id: reasonRows

        Layout.fillWidth: true
        spacing: Theme.margin
        visible: !root.wantsPhoto

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
        visible: !otherReason.visible && !root.wantsPhoto
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
        visible: !root.wantsPhoto
        text: qsTr("Nomor khusus")
        onClicked: {
            root.close();
            root.freeFormChosen();
        }
    }
}
