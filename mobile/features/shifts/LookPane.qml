pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Base
import Palang.Desk
import Palang.Shifts

/// The records behind an indicator.
SidePane {
    id: root

    required property Workplace workplace
    property var indicator: ({})

    readonly property string kind: indicator.lookKind ?? ""
    readonly property var question: ({ "kind": kind, "data": indicator.lookData ?? "" })
    readonly property FetchedModel rows: kind === "command.list" ? commands : kind === "audit.list" ? audit : stays

    signal sessionRequested(string sessionId)

    name: "shifts.look"
    note: indicator.counts ?? ""
    title: indicator.text ?? ""

    StayLookModel {
        id: stays

        active: root.visible
        filter: root.question
        workplace: root.workplace
    }
    CommandLookModel {
        id: commands

        active: root.visible
        filter: root.question
        workplace: root.workplace
    }
    AuditLookModel {
        id: audit

        active: root.visible
        filter: root.question
        workplace: root.workplace
    }
    AgeLine {
        Layout.fillWidth: true
        fetch: root.rows.fetch
        name: "shifts.look.age"
    }
    DataTable {
        Layout.fillWidth: true
        Layout.preferredHeight: Math.max(300, root.height - 190)
        columns: [
            { "role": "at", "text": qsTr("Waktu"), "width": 94 }, { "role": "what", "text": qsTr("Apa"), "width": 120, "grow": 2, "strong": true },
            { "role": "more", "text": "", "width": 84, "grow": 1, "right": true }]
        emptyTitle: qsTr("Tidak ada catatan")
        framed: false
        keyRole: "sessionId"
        name: "shifts.look"
        rowHeight: 42
        rows: root.rows
        onOpened: key => {
            if (key !== "")
                root.sessionRequested(key);
        }
    }
}
