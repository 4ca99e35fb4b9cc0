pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Base
import Palang.Components
import Palang.Desk
import Palang.Duplicates

/// What was recorded twice: by cause at the top, the groups below, the two records side by side at the right.
FocusScope {
    id: root

    required property Workplace workplace

    property string view: "open"
    property string cause
    property string openedKey

    /// Read again when the rows change; kept when what was decided leaves the list.
    property var group: ({})

    readonly property var views: [
        { "name": "open", "text": qsTr("Terbuka"), "open": "true" }, { "name": "done", "text": qsTr("Selesai"), "open": "false" },
        { "name": "all", "text": qsTr("Semua"), "open": "" }]
    readonly property int viewIndex: views.findIndex(one => one.name === view)

    signal sessionRequested(string sessionId)

    function readChosen() {
        const row = groups.rowOf(openedKey);
        if (row >= 0)
            group = groups.at(row);
    }
    function show(key) {
        openedKey = key;
        readChosen();
    }
    function leave() {
        openedKey = "";
        table.focusFirst();
    }

    Keys.onEscapePressed: root.leave()

    Period {
        id: period

        unit: "month"
        workplace: root.workplace
    }
    DuplicateListModel {
        id: groups

        active: root.visible
        filter: ({ "open": root.views[root.viewIndex].open, "cause": root.cause })
        period: period
        workplace: root.workplace
        onRowsChanged: root.readChosen()
    }
    RowLayout {
        anchors.fill: parent
        anchors.margins: 16
        spacing: 16

        ColumnLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            spacing: 10

            RowLayout {
                Layout.fillWidth: true
                spacing: 16

                PeriodBar {
                    name: "duplicates.period"
                    period: period
                }
                AgeLine {
                    Layout.fillWidth: true
                    fetch: groups.fetch
                    name: "duplicates.age"
                }
            }
            Tabs {
                Layout.fillWidth: true
                Layout.preferredHeight: 46
                choices: root.views
                current: root.viewIndex
                objectName: "duplicates.view"
                onChosen: index => {
                    root.openedKey = "";
                    root.view = root.views[index].name;
                }
            }
            CauseBar {
                Layout.fillWidth: true
                causes: groups.causes
                current: root.cause
                onChosen: cause => root.cause = cause
            }
            DataTable {
                id: table

                Layout.fillHeight: true
                Layout.fillWidth: true
                columns: [
                    { "role": "raised", "text": qsTr("Waktu"), "width": 112 },
                    { "role": "plates", "text": qsTr("Plat"), "width": 130, "grow": 1, "strong": true },
                    { "role": "cause", "text": qsTr("Sebab"), "width": 130, "grow": 1 },
                    { "role": "suggestion", "text": qsTr("Saran"), "width": 150, "grow": 1, "from": 760 },
                    { "role": "resolution", "text": qsTr("Keadaan"), "width": 120, "grow": 1, "icon": "icon", "tone": "tone" }]
                emptyIcon: "tick-circle"
                emptyNote: qsTr("Catatan ganda muncul di sini begitu ditemukan.")
                emptyTitle: root.view === "open" ? qsTr("Tidak ada yang ganda") : qsTr("Tidak ada")
                focus: true
                keyRole: "alertId"
                name: "duplicates"
                openedKey: root.openedKey
                rows: groups
                onClosed: root.leave()
                onOpened: key => root.show(key)
            }
        }
        ComparePane {
            Layout.fillHeight: true
            Layout.preferredWidth: Math.max(460, Math.min(640, root.width * 0.42))
            group: root.group
            visible: root.openedKey !== ""
            workplace: root.workplace
            onCloseRequested: root.leave()
            onSessionRequested: sessionId => root.sessionRequested(sessionId)
        }
    }
}
