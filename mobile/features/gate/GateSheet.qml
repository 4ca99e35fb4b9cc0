pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Base
import Palang.Components
import Palang.Gate

/// Opens a gate: for a car at once, otherwise with a reason. Shows what really came of it.
Sheet {
    id: root

    required property Workplace workplace
    /// This device's, unless told.
    property string gateId: workplace.gateId
    property string gateName: workplace.gateName

    readonly property OpeningModel opening: openingModel
    readonly property bool isAsking: openingModel.outcome === OpeningModel.None
    readonly property var reasons: [
        { "name": "broken", "text": qsTr("Alat rusak") },
        { "name": "emergency", "text": qsTr("Darurat") },
        { "name": "official", "text": qsTr("Pejabat") },
        { "name": "vip", "text": qsTr("Tamu VIP") },
        { "name": "test", "text": qsTr("Uji palang") }]

    /// For the car of a recorded entry or exit.
    function openFor(sessionId) {
        openingModel.open(gateId, "", sessionId);
        open();
    }
    function ask() {
        openingModel.reset();
        open();
    }
    function openWith(reason) {
        openingModel.open(gateId, reason, "");
    }

    objectName: "gate.sheet"
    title: isAsking ? qsTr("Buka %1").arg(gateName) : openingModel.gateName

    OpeningModel {
        id: openingModel

        workplace: root.workplace
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.failed
        objectName: "gate.whyNot"
        strong: true
        text: openingModel.whyNot
        visible: root.isAsking && text !== ""
        wrapMode: Text.WordWrap
    }
    AppText {
        Layout.fillWidth: true
        text: qsTr("Pilih alasannya. Setiap pembukaan tercatat dengan nama Anda.")
        visible: root.isAsking && openingModel.available
        wrapMode: Text.WordWrap
    }
    Column {
        id: reasonKeys

        Layout.fillWidth: true
        spacing: Theme.margin
        visible: root.isAsking

        Repeater {
            model: root.reasons

            BigButton {
                required property var modelData

                enabled: openingModel.available
                height: Theme.touch + 6
                kind: BigButton.Secondary
                objectName: "gate.reason." + modelData.name
                text: modelData.text
                width: reasonKeys.width
                onClicked: root.openWith(modelData.text)
            }
        }
    }
    TextEntry {
        id: otherReason

        Layout.fillWidth: true
        label: qsTr("Alasan lain")
        name: "gate.otherReason"
        visible: root.isAsking && openingModel.available
        onAccepted: root.openWith(text)
    }
    BigButton {
        Layout.fillWidth: true
        enabled: openingModel.available && otherReason.text.trim() !== ""
        iconName: "gate"
        objectName: "gate.openOther"
        text: qsTr("Buka palang")
        visible: root.isAsking && openingModel.available
        onClicked: root.openWith(otherReason.text.trim())
    }
    OutcomeView {
        Layout.fillWidth: true
        detail: openingModel.detail
        outcome: openingModel.outcome
        text: openingModel.outcomeText
        visible: !root.isAsking
    }
    BigButton {
        Layout.fillWidth: true
        kind: BigButton.Secondary
        objectName: "gate.again"
        text: qsTr("Coba lagi dengan alasan")
        visible: !root.isAsking && openingModel.outcome !== OpeningModel.Asked && openingModel.outcome !== OpeningModel.Opened
        onClicked: openingModel.reset()
    }
    BigButton {
        Layout.fillWidth: true
        objectName: "gate.done"
        text: qsTr("Selesai")
        visible: !root.isAsking
        onClicked: root.close()
    }
}
