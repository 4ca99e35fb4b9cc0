pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Base
import Palang.Components
import Palang.Desk
import Palang.Openings

/// One opening: what the lock told beside what was recorded, with the photos; then the verdict.
SidePane {
    id: root

    required property Workplace workplace
    property var opening: ({})

    readonly property bool hasSession: (opening.sessionId ?? "") !== ""

    signal sessionRequested(string sessionId)
    signal judged

    name: "openings.pane"
    note: opening.lock ?? ""
    title: (opening.gate ?? "") + " · " + (opening.at ?? "")

    DeskAction {
        id: action

        workplace: root.workplace
        onDone: root.judged()
    }
    StayModel {
        id: stay

        sessionId: root.opening.sessionId ?? ""
        workplace: root.workplace
    }
    StayListModel {
        id: passing

        active: root.visible && !root.hasSession
        filter: ({ "gate": root.opening.gateId ?? "", "aroundMs": root.opening.atMs ?? "" })
        workplace: root.workplace
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: 10

        Icon {
            Layout.alignment: Qt.AlignTop
            Layout.preferredHeight: 24
            Layout.preferredWidth: 24
            color: stateLine.color
            name: root.opening.icon ?? ""
        }
        AppText {
            id: stateLine

            Layout.fillWidth: true
            color: root.opening.tone === "bad" ? Theme.failed : root.opening.tone === "ok" ? Theme.connected : Theme.text
            objectName: "openings.state"
            strong: true
            text: (root.opening.state ?? "") + ((root.opening.cause ?? "–") === "–" ? "" : ": " + root.opening.cause)
            wrapMode: Text.WordWrap
        }
    }
    Fact {
        Layout.fillWidth: true
        label: qsTr("Menurut kunci")
        value: root.opening.record ?? ""
    }
    Fact {
        Layout.fillWidth: true
        label: root.opening.judgement ?? ""
        value: root.opening.judgementNote ?? ""
    }
    AppText {
        Layout.fillWidth: true
        strong: true
        text: root.hasSession ? qsTr("Transaksinya") : qsTr("Tidak ada transaksi. Yang lewat di sekitar waktu itu:")
        wrapMode: Text.WordWrap
    }
    StayCard {
        Layout.fillWidth: true
        facts: stay.facts
        name: "openings.stay"
        workplace: root.workplace
        onSessionRequested: sessionId => root.sessionRequested(sessionId)
    }
    DataTable {
        Layout.fillWidth: true
        Layout.preferredHeight: 220
        columns: [
            { "role": "plate", "text": qsTr("Plat"), "width": 110, "grow": 1, "strong": true },
            { "role": "entered", "text": qsTr("Masuk"), "width": 82 }, { "role": "exited", "text": qsTr("Keluar"), "width": 82 }]
        emptyIcon: "mobil"
        emptyTitle: qsTr("Tidak ada kendaraan 10 menit di sekitarnya")
        framed: false
        keyRole: "sessionId"
        name: "openings.passing"
        rowHeight: 40
        rows: passing
        visible: !root.hasSession
        onOpened: key => root.sessionRequested(key)
    }

    footer: [
        ActionLine {
            Layout.fillWidth: true
            action: action
            name: "openings.action"
        },
        JudgeBox {
            Layout.fillWidth: true
            action: action
            openingId: root.opening.openingId ?? ""
        }
    ]
}
