pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Base
import Palang.Components
import Palang.Desk
import Palang.Locks

/// One lock in full: how late it tells, when nobody heard it, and what it recorded; records can be asked for again, its gate opened.
SidePane {
    id: root

    required property Workplace workplace
    required property HealthModel health
    property string lockId
    property string gateId
    property string gate
    /// How each gateway hears it: {text, tone}.
    property var heard: []

    /// Read anew whenever the report changes.
    property var facts: ({})

    signal openGateRequested(string gateId, string gateName)

    function readFacts() {
        facts = health.ofLock(lockId);
    }

    name: "locks.pane"
    onLockIdChanged: readFacts()

    Connections {
        function onChanged() {
            root.readFacts();
        }
        target: root.health
    }
    DeskAction {
        id: action

        workplace: root.workplace
    }
    LockRecordModel {
        id: records

        active: root.visible
        lockId: root.lockId
        workplace: root.workplace
    }
    GridLayout {
        Layout.fillWidth: true
        columnSpacing: 16
        columns: 2
        rowSpacing: 10

        Fact {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            label: qsTr("Terakhir terdengar")
            value: root.facts.lastContact ?? ""
        }
        Fact {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            label: qsTr("Catatan telat")
            value: root.facts.late ?? ""
        }
    }
    Fact {
        Layout.fillWidth: true
        label: qsTr("Catatan")
        value: root.facts.records ?? ""
    }
    Fact {
        Layout.fillWidth: true
        label: qsTr("Keterlambatan")
        value: root.facts.delays ?? ""
    }
    Fact {
        Layout.fillWidth: true
        label: qsTr("Cakupan")
        value: root.facts.coverage ?? ""
    }
    NoteList {
        Layout.fillWidth: true
        lines: root.heard
        none: qsTr("TTLock belum memberi tahu kuat sinyalnya.")
        title: qsTr("Sinyal di gateway")
    }
    NoteList {
        Layout.fillWidth: true
        lines: root.facts.gaps ?? []
        none: qsTr("Tidak ada sela yang tercatat dalam kurun ini.")
        title: qsTr("Tidak terdengar")
    }
    NoteList {
        Layout.fillWidth: true
        lines: root.facts.scans ?? []
        most: 5
        none: qsTr("Belum pernah ditarik.")
        title: qsTr("Penarikan catatan")
    }
    AppText {
        strong: true
        text: qsTr("Yang dicatat kunci")
    }
    AgeLine {
        Layout.fillWidth: true
        fetch: records.fetch
        name: "locks.records.age"
    }
    DataTable {
        Layout.fillWidth: true
        Layout.preferredHeight: 320
        columns: [
            { "role": "at", "text": qsTr("Waktu"), "width": 92 }, { "role": "what", "text": qsTr("Apa"), "width": 136, "grow": 1, "tone": "tone", "wrap": true },
            { "role": "source", "text": qsTr("Lewat"), "width": 72 }]
        emptyNote: qsTr("Pembukaan di pintu ini akan muncul di sini.")
        emptyTitle: qsTr("Belum ada catatan")
        framed: false
        keyRole: "recordId"
        name: "locks.records"
        rowHeight: 44
        rows: records
    }

    footer: [
        ActionLine {
            Layout.fillWidth: true
            action: action
            name: "locks.action"
        },
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            DeskButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                enabled: action.available
                iconName: "sync"
                objectName: "locks.pull"
                text: qsTr("Tarik 24 jam")
                onClicked: action.pullRecords(root.lockId, 24)
            }
            DeskButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                enabled: action.available && root.gateId !== ""
                iconName: "gate"
                objectName: "locks.open"
                text: qsTr("Buka palang…")
                onClicked: root.openGateRequested(root.gateId, root.gate)
            }
        }
    ]
}
