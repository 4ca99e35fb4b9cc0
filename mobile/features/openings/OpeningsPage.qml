pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Base
import Palang.Components
import Palang.Desk
import Palang.Openings

/// Is anything opening without a reason? What nobody explained comes first; all others behind it; and where nobody listened.
FocusScope {
    id: root

    required property Workplace workplace

    property string view: "look"
    property string openedKey
    property string gate

    /// Read again when the rows change; kept when what was judged leaves the list.
    property var opening: ({})

    readonly property var views: [
        { "name": "look", "text": qsTr("Perlu dinilai"), "filter": { "suspect": "true", "judged": "false" } },
        { "name": "judged", "text": qsTr("Sudah dinilai"), "filter": { "judged": "true" } },
        { "name": "all", "text": qsTr("Semua"), "filter": {} }]
    readonly property int viewIndex: views.findIndex(one => one.name === view)

    signal sessionRequested(string sessionId)

    function readChosen() {
        const row = openings.rowOf(openedKey);
        if (row >= 0)
            opening = openings.at(row);
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

        unit: "week"
        workplace: root.workplace
    }
    OpeningListModel {
        id: openings

        active: root.visible
        filter: Object.assign({ "gate": root.gate }, root.views[root.viewIndex].filter)
        period: period
        workplace: root.workplace
        onRowsChanged: root.readChosen()
    }
    CoverageModel {
        id: coverage

        active: root.visible
        period: period
        workplace: root.workplace
    }
    GateListModel {
        id: gates

        workplace: root.workplace
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
                    name: "openings.period"
                    period: period
                }
                AgeLine {
                    Layout.fillWidth: true
                    fetch: openings.fetch
                    name: "openings.age"
                }
            }
            Tabs {
                Layout.fillWidth: true
                Layout.preferredHeight: 46
                choices: root.views
                current: root.viewIndex
                objectName: "openings.view"
                onChosen: index => {
                    root.openedKey = "";
                    root.view = root.views[index].name;
                }
            }
            DataTable {
                id: table

                Layout.fillHeight: true
                Layout.fillWidth: true
                columns: [
                    { "role": "at", "text": qsTr("Waktu"), "width": 116 }, { "role": "gate", "text": qsTr("Pintu"), "width": 96, "strong": true },
                    { "role": "state", "text": qsTr("Keadaan"), "width": 160, "grow": 1, "icon": "icon", "tone": "tone" },
                    { "role": "cause", "text": qsTr("Sebab"), "width": 150, "grow": 2 },
                    { "role": "judgement", "text": qsTr("Penilaian"), "width": 110, "from": 720 }]
                emptyIcon: root.view === "look" ? "tick-circle" : "gate"
                emptyNote: root.view === "look" ? qsTr("Setiap pembukaan dalam kurun ini punya sebab, atau sudah dinilai.") : qsTr("Coba kurun lain.")
                emptyTitle: root.view === "look" ? qsTr("Semua pembukaan jelas") : qsTr("Tidak ada pembukaan")
                focus: true
                keyRole: "openingId"
                name: "openings"
                openedKey: root.openedKey
                rows: openings
                onClosed: root.leave()
                onOpened: key => root.show(key)
            }
            CoveragePanel {
                Layout.fillWidth: true
                Layout.preferredHeight: Math.min(implicitHeight, root.height * 0.36)
                coverage: coverage
            }
        }
        OpeningPane {
            Layout.fillHeight: true
            Layout.preferredWidth: Math.max(410, Math.min(540, root.width * 0.34))
            opening: root.opening
            visible: root.openedKey !== ""
            workplace: root.workplace
            onCloseRequested: root.leave()
            onSessionRequested: sessionId => root.sessionRequested(sessionId)
        }
    }
}
