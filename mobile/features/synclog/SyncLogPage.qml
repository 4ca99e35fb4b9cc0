pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Base
import Palang.Components
import Palang.Desk
import Palang.SyncLog

/// Did everything arrive? The devices with what is missing, and each submission with its verdict.
FocusScope {
    id: root

    required property Workplace workplace

    property string deviceKey
    property string deviceNumber
    property string submissionKey
    property string verdict: ""

    /// Read again when their rows change.
    property var device: ({})
    property var submission: ({})

    readonly property var verdicts: [
        { "name": "all", "text": qsTr("Semua"), "value": "" }, { "name": "refused", "text": qsTr("Ditolak"), "value": "refused" },
        { "name": "offline", "text": qsTr("Saat luring"), "value": "offline" }]

    function readChosen() {
        device = devices.at(devices.rowOf(deviceKey));
        submission = log.at(log.rowOf(submissionKey));
    }
    function showDevice(key) {
        submissionKey = "";
        deviceKey = key;
        readChosen();
        deviceNumber = device.number ?? "";
    }
    function showSubmission(key) {
        submissionKey = key;
        readChosen();
    }
    function leave() {
        if (submissionKey !== "")
            submissionKey = "";
        else
            showDevice("");
        readChosen();
    }

    Keys.onEscapePressed: root.leave()

    Period {
        id: period

        workplace: root.workplace
    }
    DeviceSyncModel {
        id: devices

        active: root.visible
        period: period
        workplace: root.workplace
        onRowsChanged: root.readChosen()
    }
    SyncLogModel {
        id: log

        active: root.visible
        filter: ({ "device": root.deviceNumber, "accepted": root.verdict === "refused" ? "false" : "",
                   "offline": root.verdict === "offline" ? "true" : "" })
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
                    name: "sync.period"
                    period: period
                }
                AgeLine {
                    Layout.fillWidth: true
                    fetch: devices.fetch
                    name: "sync.age"
                }
            }
            Panel {
                Layout.fillWidth: true
                Layout.preferredHeight: Math.min(root.height * 0.4, 100 + 46 * Math.max(2, devices.count))
                iconName: "scan"
                note: qsTr("Klik untuk menyaring")
                title: qsTr("Semua perangkat")

                DataTable {
                    anchors.fill: parent
                    columns: [
                        { "role": "name", "text": qsTr("Perangkat"), "width": 130, "grow": 1, "icon": "icon", "tone": "tone", "strong": true },
                        { "role": "missing", "text": qsTr("Nomor hilang"), "width": 110, "grow": 1, "tone": "missingTone" },
                        { "role": "offline", "text": qsTr("Luring"), "width": 240, "grow": 1 },
                        { "role": "clock", "text": qsTr("Jam"), "width": 96, "tone": "clockTone" },
                        { "role": "lastNumber", "text": qsTr("Nomor"), "width": 60, "right": true, "from": 820 },
                        { "role": "lastSeen", "text": qsTr("Terlihat"), "width": 110, "right": true, "from": 820 }]
                    emptyNote: qsTr("HP muncul setelah masuk untuk pertama kali.")
                    emptyTitle: qsTr("Belum ada perangkat")
                    framed: false
                    keyRole: "deviceId"
                    name: "sync.devices"
                    openedKey: root.deviceKey
                    rowHeight: 44
                    rows: devices
                    onClosed: root.leave()
                    onOpened: key => root.showDevice(root.deviceKey === key ? "" : key)
                }
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: 16

                AppText {
                    Layout.fillWidth: true
                    strong: true
                    text: root.device.name ? qsTr("Kiriman %1").arg(root.device.name) : qsTr("Semua kiriman")
                }
                Tabs {
                    Layout.preferredHeight: 44
                    Layout.preferredWidth: 360
                    choices: root.verdicts
                    current: root.verdicts.findIndex(one => one.value === root.verdict)
                    objectName: "sync.verdict"
                    onChosen: index => root.verdict = root.verdicts[index].value
                }
            }
            DataTable {
                Layout.fillHeight: true
                Layout.fillWidth: true
                columns: [
                    { "role": "received", "text": qsTr("Diterima"), "width": 110 },
                    { "role": "device", "text": qsTr("Perangkat"), "width": 74 },
                    { "role": "number", "text": qsTr("Nomor"), "width": 50, "right": true },
                    { "role": "kind", "text": qsTr("Apa"), "width": 104, "strong": true },
                    { "role": "person", "text": qsTr("Petugas"), "width": 80, "from": 820 },
                    { "role": "delay", "text": qsTr("Terlambat"), "width": 96, "grow": 1 },
                    { "role": "verdict", "text": qsTr("Jawaban server"), "width": 150, "grow": 2, "icon": "icon", "tone": "tone" }]
                emptyNote: qsTr("Coba kurun atau saringan lain.")
                emptyTitle: qsTr("Tidak ada kiriman")
                keyRole: "submissionId"
                name: "sync.log"
                openedKey: root.submissionKey
                rowHeight: 42
                rows: log
                onClosed: root.leave()
                onOpened: key => root.showSubmission(key)
            }
        }
        DevicePane {
            Layout.fillHeight: true
            Layout.preferredWidth: Math.max(360, Math.min(460, root.width * 0.3))
            device: root.device
            visible: root.deviceKey !== "" && root.submissionKey === ""
            onCloseRequested: root.leave()
        }
        SubmissionPane {
            Layout.fillHeight: true
            Layout.preferredWidth: Math.max(360, Math.min(460, root.width * 0.3))
            submission: root.submission
            visible: root.submissionKey !== ""
            onCloseRequested: root.leave()
        }
    }
}
