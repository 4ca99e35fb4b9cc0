import QtQuick
import Palang.Base
import Palang.Components
import Palang.Desk
import Palang.Vehicles

/// What else the list is filtered by: class, gate, what is unusual, and from which day to which.
Flow {
    id: root

    required property Workplace workplace
    required property SessionListModel sessions
    /// As SessionFilter takes them.
    property var values: ({})
    /// How many that are not shown here.
    property int others: 0

    readonly property bool isFiltering: Object.keys(values).some(name => name !== "status" && values[name] !== "")
    readonly property var oddities: [
        { "text": qsTr("Semua hal"), "value": "" }, { "text": qsTr("Yang perlu dilihat"), "value": "notable:yes" },
        { "text": qsTr("Selisih biaya"), "value": "amount:different" },
        { "text": qsTr("Kurang bayar"), "value": "amount:under" }, { "text": qsTr("Gratis"), "value": "amount:free" },
        { "text": qsTr("Karcis hilang"), "value": "flag:lost_ticket" }, { "text": qsTr("Tanpa plat"), "value": "flag:no_plate" },
        { "text": qsTr("Plat saat keluar berbeda"), "value": "flag:other_plate_at_exit" }, { "text": qsTr("Keluar dua kali"), "value": "flag:double_exit" },
        { "text": qsTr("Dicatat saat luring"), "value": "flag:offline" }, { "text": qsTr("Jam tidak pasti"), "value": "flag:clock_uncertain" },
        { "text": qsTr("Perlu diperiksa"), "value": "flag:review" }]
    readonly property string oddity: values.amount ? "amount:" + values.amount : values.flag ? "flag:" + values.flag : values.notable ? "notable:yes" : ""

    signal changed(var values)
    signal keepRequested
    signal moreRequested

    function put(changes) {
        changed(Object.assign({}, values, changes));
    }
    function putOddity(value) {
        const [name, word] = value.split(":");
        put({ "amount": name === "amount" ? word : "", "flag": name === "flag" ? word : "", "notable": name === "notable" ? word : "" });
    }
    function show() {
        type.choose(values.type ?? "");
        gate.choose(values.gate ?? "");
        what.choose(oddity);
    }
    function focusFirst() {
        type.forceActiveFocus();
    }

    spacing: Theme.gap
    Component.onCompleted: show()
    onValuesChanged: show()

    FilterChoices {
        id: choices

        workplace: root.workplace
    }
    Choice {
        id: type

        label: qsTr("Jenis kendaraan")
        model: choices.types
        objectName: "vehicles.type"
        width: 140
        onActivated: root.put({ "type": currentValue })
    }
    Choice {
        id: gate

        label: qsTr("Pintu")
        model: choices.gates
        objectName: "vehicles.gate"
        width: 150
        onActivated: root.put({ "gate": currentValue })
    }
    Choice {
        id: what

        label: qsTr("Yang tidak biasa")
        model: root.oddities
        objectName: "vehicles.oddity"
        width: 224
        onActivated: root.putOddity(currentValue)
    }
    DayField {
        day: root.values.from ?? ""
        label: qsTr("Dari tanggal")
        objectName: "vehicles.from"
        sessions: root.sessions
        onChosen: day => root.put({ "from": day })
    }
    DayField {
        day: root.values.to ?? ""
        label: qsTr("Sampai")
        objectName: "vehicles.to"
        sessions: root.sessions
        onChosen: day => root.put({ "to": day })
    }
    DeskButton {
        objectName: "vehicles.moreFilters"
        text: root.others > 0 ? qsTr("Saringan lain (%1)…").arg(root.others) : qsTr("Saringan lain…")
        onClicked: root.moreRequested()
    }
    DeskButton {
        iconName: "close"
        objectName: "vehicles.unfilter"
        text: qsTr("Kosongkan")
        visible: root.isFiltering
        onClicked: root.changed({ "status": root.values.status ?? "" })
    }
    DeskButton {
        iconName: "check"
        objectName: "vehicles.keepFilter"
        text: qsTr("Simpan saringan…")
        visible: root.isFiltering
        onClicked: root.keepRequested()
    }
}
