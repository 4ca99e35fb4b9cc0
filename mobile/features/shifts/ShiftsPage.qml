pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Base
import Palang.Components
import Palang.Desk
import Palang.Shifts

/// Is the money right? Each shift with its difference, down to the stay that explains it; and attendants against their peers.
FocusScope {
    id: root

    required property Workplace workplace

    property string view: "all"
    property string shiftId
    property string person
    property var indicator: null

    /// Read again when the rows change.
    property var attendant: ({})

    readonly property var views: [
        { "name": "all", "text": qsTr("Semua shift") }, { "name": "different", "text": qsTr("Kas berbeda") },
        { "name": "attendants", "text": qsTr("Para petugas") }]
    readonly property bool isOfPeople: view === "attendants"

    signal sessionRequested(string sessionId)

    function readAttendant() {
        attendant = attendants.at(attendants.rowOf(person));
    }
    function showAttendant(key) {
        indicator = null;
        person = key;
        readAttendant();
    }
    function leave() {
        if (indicator !== null)
            indicator = null;
        else {
            shiftId = "";
            person = "";
        }
    }

    Keys.onEscapePressed: root.leave()

    Period {
        id: period

        unit: "week"
        workplace: root.workplace
    }
    ShiftListModel {
        id: shifts

        active: root.visible && !root.isOfPeople
        filter: ({ "different": root.view === "different" ? "true" : "" })
        period: period
        workplace: root.workplace
    }
    IndicatorModel {
        id: attendants

        active: root.visible && root.isOfPeople
        period: period
        workplace: root.workplace
        onRowsChanged: root.readAttendant()
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
                    name: "shifts.period"
                    period: period
                }
                AgeLine {
                    Layout.fillWidth: true
                    fetch: root.isOfPeople ? attendants.fetch : shifts.fetch
                    name: "shifts.age"
                }
            }
            Tabs {
                Layout.fillWidth: true
                Layout.preferredHeight: 46
                choices: root.views
                current: root.views.findIndex(one => one.name === root.view)
                objectName: "shifts.view"
                onChosen: index => {
                    root.leave();
                    root.leave();
                    root.view = root.views[index].name;
                }
            }
            DataTable {
                Layout.fillHeight: true
                Layout.fillWidth: true
                columns: [
                    { "role": "person", "text": qsTr("Petugas"), "width": 80, "grow": 1, "strong": true },
                    { "role": "device", "text": qsTr("Perangkat"), "width": 64, "from": 780 },
                    { "role": "hours", "text": qsTr("Waktu"), "width": 160, "grow": 1 },
                    { "role": "expected", "text": qsTr("Seharusnya"), "width": 92, "right": true, "from": 740 },
                    { "role": "counted", "text": qsTr("Dihitung"), "width": 92, "right": true },
                    { "role": "difference", "text": qsTr("Selisih"), "width": 92, "right": true, "tone": "tone" },
                    { "role": "state", "text": qsTr("Keadaan"), "width": 90, "icon": "icon", "tone": "tone" }]
                emptyIcon: "shift"
                emptyNote: qsTr("Coba kurun lain.")
                emptyTitle: root.view === "different" ? qsTr("Semua kas cocok") : qsTr("Tidak ada shift")
                focus: true
                keyRole: "shiftId"
                name: "shifts"
                openedKey: root.shiftId
                rows: shifts
                visible: !root.isOfPeople
                onClosed: root.leave()
                onOpened: key => root.shiftId = key
            }
            DataTable {
                Layout.fillHeight: true
                Layout.fillWidth: true
                columns: [
                    { "role": "person", "text": qsTr("Petugas"), "width": 120, "grow": 1, "strong": true },
                    { "role": "verdict", "text": qsTr("Dibanding yang lain"), "width": 180, "grow": 1, "icon": "icon", "tone": "tone" },
                    { "role": "entries", "text": qsTr("Masuk", "how many"), "width": 80, "right": true },
                    { "role": "exits", "text": qsTr("Keluar", "how many"), "width": 80, "right": true }]
                emptyIcon: "user"
                emptyNote: qsTr("Coba kurun lain.")
                emptyTitle: qsTr("Tidak ada yang bekerja")
                keyRole: "person"
                name: "shifts.attendants"
                openedKey: root.person
                rows: attendants
                visible: root.isOfPeople
                onClosed: root.leave()
                onOpened: key => root.showAttendant(key)
            }
        }
        ShiftPane {
            Layout.fillHeight: true
            Layout.preferredWidth: Math.max(440, Math.min(580, root.width * 0.38))
            shiftId: root.shiftId
            visible: root.shiftId !== ""
            workplace: root.workplace
            onCloseRequested: root.leave()
            onSessionRequested: sessionId => root.sessionRequested(sessionId)
        }
        AttendantPane {
            Layout.fillHeight: true
            Layout.preferredWidth: Math.max(420, Math.min(560, root.width * 0.36))
            attendant: root.attendant
            visible: root.person !== "" && root.indicator === null
            onCloseRequested: root.leave()
            onLookRequested: indicator => root.indicator = indicator
        }
        LookPane {
            Layout.fillHeight: true
            Layout.preferredWidth: Math.max(420, Math.min(560, root.width * 0.36))
            indicator: root.indicator ?? ({})
            visible: root.indicator !== null
            workplace: root.workplace
            onCloseRequested: root.leave()
            onSessionRequested: sessionId => root.sessionRequested(sessionId)
        }
    }
}
