pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Base
import Palang.Desk

/// The vehicles behind a bar that was clicked.
SidePane {
    id: root

    required property Workplace workplace
    required property Period period
    property var filter: ({})

    signal sessionRequested(string sessionId)

    name: "reports.stays"

    StayListModel {
        id: stays

        active: root.visible
        filter: Object.assign({ "byExit": "true" }, root.filter)
        period: root.period
        workplace: root.workplace
    }
    AgeLine {
        Layout.fillWidth: true
        fetch: stays.fetch
        name: "reports.stays.age"
    }
    DataTable {
        Layout.fillWidth: true
        Layout.preferredHeight: Math.max(300, root.height - 170)
        columns: [
            { "role": "plate", "text": qsTr("Plat"), "width": 92, "grow": 1, "strong": true }, { "role": "exited", "text": qsTr("Keluar"), "width": 84 },
            { "role": "charged", "text": qsTr("Dibayar"), "width": 76, "right": true },
            { "role": "difference", "text": qsTr("Selisih"), "width": 74, "right": true, "from": 420, "tone": "tone" }]
        emptyIcon: "mobil"
        emptyTitle: qsTr("Tidak ada kendaraan")
        framed: false
        keyRole: "sessionId"
        name: "reports.stays"
        rowHeight: 42
        rows: stays
        onOpened: key => root.sessionRequested(key)
    }
}
