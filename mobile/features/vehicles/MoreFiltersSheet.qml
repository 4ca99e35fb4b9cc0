import QtQuick
import QtQuick.Layouts
import Palang.Base
import Palang.Components
import Palang.Desk
import Palang.Vehicles

/// What a list of stays is seldom filtered by: who recorded it, how and how much was paid, how long it was.
Sheet {
    id: root

    required property Workplace workplace
    required property SessionListModel sessions
    /// As SessionFilter takes them.
    property var values: ({})

    readonly property var names: ["attendant", "method", "stayFrom", "stayTo", "chargedFrom", "chargedTo"]
    readonly property int count: names.filter(name => (values[name] ?? "") !== "").length
    readonly property bool isRight: stay.isRight && charged.isRight

    signal changed(var values)

    function ask() {
        attendant.text = values.attendant ?? "";
        method.choose(values.method ?? "");
        stay.from = values.stayFrom ?? "";
        stay.to = values.stayTo ?? "";
        charged.from = values.chargedFrom ?? "";
        charged.to = values.chargedTo ?? "";
        open();
        attendant.focusField();
    }
    function finish() {
        if (!isRight)
            return;
        put({ "attendant": attendant.text.trim().toLowerCase(), "method": method.currentValue, "stayFrom": stay.first, "stayTo": stay.last,
              "chargedFrom": charged.first, "chargedTo": charged.last });
    }
    function put(chosen) {
        changed(Object.assign({}, values, chosen));
        close();
    }

    objectName: "vehicles.more"
    title: qsTr("Saringan lain")

    footer: [
        BigButton {
            Layout.fillWidth: true
            Layout.preferredHeight: 56
            enabled: root.isRight
            objectName: root.objectName + ".submit"
            text: qsTr("Terapkan")
            onClicked: root.finish()
        },
        BigButton {
            Layout.fillWidth: true
            Layout.preferredHeight: 56
            iconName: "close"
            kind: BigButton.Secondary
            objectName: root.objectName + ".clear"
            text: qsTr("Kosongkan yang ini")
            visible: root.count > 0
            onClicked: root.put(Object.fromEntries(root.names.map(name => [name, ""])))
        }
    ]

    FilterChoices {
        id: choices

        workplace: root.workplace
    }
    TextEntry {
        id: attendant

        Layout.fillWidth: true
        label: qsTr("Petugas")
        name: root.objectName + ".attendant"
        note: qsTr("Nama pengguna, yang mencatat masuk atau keluarnya.")
        onAccepted: root.finish()
    }
    AppText {
        font.pixelSize: Theme.label
        strong: true
        text: qsTr("Cara bayar")
    }
    Choice {
        id: method

        Layout.fillWidth: true
        label: qsTr("Cara bayar")
        model: choices.methods
        objectName: root.objectName + ".method"
    }
    NumberRange {
        id: stay

        label: qsTr("Lama parkir (menit)")
        name: root.objectName + ".stay"
        sessions: root.sessions
        onAccepted: root.finish()
    }
    NumberRange {
        id: charged

        label: qsTr("Dibayar (Rp)")
        name: root.objectName + ".charged"
        sessions: root.sessions
        onAccepted: root.finish()
    }
}
