pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Palang.Base
import Palang.Components
import Palang.Desk
import Palang.Locks

/// Is every gate heard? The locks as tiles with their last 24 hours, the gateways below, the chosen one at the right.
FocusScope {
    id: root

    required property Workplace workplace

    property var chosen: ({})
    property string gatewayId
    property var gateway: ({})

    readonly property bool isLockChosen: (chosen.lockId ?? "") !== ""

    signal openGateRequested(string gateId, string gateName)

    function leave() {
        chosen = {};
        gatewayId = "";
    }

    Keys.onEscapePressed: root.leave()

    Period {
        id: period

        workplace: root.workplace
    }
    LockListModel {
        id: locks

        active: root.visible
        workplace: root.workplace
    }
    GatewayListModel {
        id: gateways

        active: root.visible
        workplace: root.workplace
    }
    HealthModel {
        id: health

        active: root.visible
        period: period
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
                    name: "locks.period"
                    period: period
                }
                AgeLine {
                    Layout.fillWidth: true
                    fetch: locks.fetch
                    name: "locks.age"
                }
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: 16

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 2

                    AppText {
                        Layout.fillWidth: true
                        color: health.callShare > 0.9 ? Theme.failed : Theme.softText
                        font.pixelSize: Theme.small
                        fontSizeMode: Text.HorizontalFit
                        minimumPixelSize: 10
                        objectName: "locks.calls"
                        strong: health.callShare > 0.9
                        text: qsTr("TTLock: %1").arg(health.calls)
                    }
                    Rectangle {
                        Layout.fillWidth: true
                        color: Theme.sunken
                        implicitHeight: 8
                        radius: 4
                        visible: health.callShare > 0

                        Rectangle {
                            color: health.callShare > 0.9 ? Theme.failed : Theme.connected
                            height: parent.height
                            radius: 4
                            width: parent.width * Math.min(1, health.callShare)
                        }
                    }
                }
            }
            GridView {
                id: tiles

                readonly property int columns: Math.max(1, Math.floor((width + 12) / 480))

                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.rightMargin: -12
                boundsBehavior: Flickable.StopAtBounds
                cellHeight: 172
                cellWidth: width / columns
                clip: true
                model: locks
                objectName: "locks.tiles"

                ScrollBar.vertical: ScrollBar {}
                delegate: LockTile {
                    current: root.chosen.lockId === lockId
                    height: tiles.cellHeight - 12
                    width: tiles.cellWidth - 12
                    onClicked: {
                        root.gatewayId = "";
                        root.chosen = locks.at(index);
                    }
                }

                EmptyState {
                    anchors.centerIn: parent
                    iconName: "lock"
                    note: locks.fetch.loaded ? qsTr("Pasang kunci pada pintu di Pengaturan.") : ""
                    title: locks.fetch.loaded ? qsTr("Belum ada kunci") : root.workplace.online ? qsTr("Memuat…") : qsTr("Belum ada data")
                    visible: locks.count === 0
                    width: parent.width
                }
            }
            Panel {
                Layout.fillWidth: true
                Layout.preferredHeight: 190
                iconName: "server"
                note: health.rejects > 0 ? qsTr("%1 kiriman tidak terbaca").arg(health.rejects) : ""
                title: qsTr("Gateway")

                DataTable {
                    anchors.fill: parent
                    columns: [
                        { "role": "name", "text": qsTr("Nama"), "width": 140, "grow": 1, "strong": true },
                        { "role": "state", "text": qsTr("Keadaan"), "width": 220, "icon": "stateIcon", "tone": "stateTone" },
                        { "role": "lastSeen", "text": qsTr("Terakhir terdengar"), "width": 120 },
                        { "role": "late", "text": qsTr("Catatan telat"), "width": 100, "right": true }]
                    emptyTitle: qsTr("Belum ada gateway")
                    framed: false
                    keyRole: "gatewayId"
                    name: "locks.gateways"
                    openedKey: root.gatewayId
                    rowHeight: 42
                    rows: gateways
                    onOpened: key => {
                        root.chosen = {};
                        root.gatewayId = key;
                        root.gateway = gateways.at(gateways.rowOf(key));
                    }
                }
            }
        }
        LockPane {
            Layout.fillHeight: true
            Layout.preferredWidth: Math.max(400, Math.min(520, root.width * 0.34))
            gate: root.chosen.gate ?? ""
            gateId: root.chosen.gateId ?? ""
            health: health
            heard: (root.chosen.heard ?? []).map(one => ({ "text": (gateways.at(gateways.rowOf(one.gatewayId)).name ?? one.gatewayId) + " · " + one.text, "tone": one.tone }))
            lockId: root.chosen.lockId ?? ""
            note: root.chosen.name ?? ""
            title: (root.chosen.gate ?? "") === "" ? root.chosen.name ?? "" : root.chosen.gate
            visible: root.isLockChosen
            workplace: root.workplace
            onCloseRequested: root.leave()
            onOpenGateRequested: (gateId, gateName) => root.openGateRequested(gateId, gateName)
        }
        GatewayPane {
            Layout.fillHeight: true
            Layout.preferredWidth: Math.max(380, Math.min(480, root.width * 0.3))
            gatewayId: root.gatewayId
            health: health
            title: root.gateway.name ?? ""
            visible: root.gatewayId !== ""
            onCloseRequested: root.leave()
        }
    }
}
