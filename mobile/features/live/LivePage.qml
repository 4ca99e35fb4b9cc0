pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Palang.Base
import Palang.Components
import Palang.Live

/// What happens now: the day's figures, how full, every lane; at the right what needs a person, and what happens.
FocusScope {
    id: root

    required property Workplace workplace

    readonly property string asOf: live.asOf
    readonly property bool loaded: live.loaded
    readonly property int alertCount: live.alerts.count
    readonly property bool hasCritical: live.alerts.criticalCount > 0

    signal sessionRequested(string sessionId)

    LiveModel {
        id: live

        workplace: root.workplace
    }
    AlertSound {
        id: sound

        workplace: root.workplace
    }
    Connections {
        function onCriticalRaised() {
            sound.play();
        }
        target: live.alerts
    }
    ResolveSheet {
        id: resolveSheet

        onResolved: (alertId, note) => live.resolve(alertId, note)
    }
    RowLayout {
        anchors.fill: parent
        anchors.margins: 16
        spacing: 16

        ColumnLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            spacing: 12

            RowLayout {
                Layout.fillWidth: true
                spacing: 12

                FigureCard {
                    Layout.fillWidth: true
                    iconName: "masuk"
                    known: live.counted
                    label: qsTr("Masuk hari ini")
                    objectName: "live.entries"
                    tone: Theme.entry
                    value: live.entries.toLocaleString(Qt.locale(), "f", 0)
                }
                FigureCard {
                    Layout.fillWidth: true
                    iconName: "keluar"
                    known: live.counted
                    label: qsTr("Keluar hari ini")
                    objectName: "live.exits"
                    tone: Theme.exit
                    value: live.exits.toLocaleString(Qt.locale(), "f", 0)
                }
                FigureCard {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 240
                    iconName: "cash"
                    known: live.counted
                    label: qsTr("Pendapatan hari ini")
                    objectName: "live.revenue"
                    tone: Theme.connected
                    value: Format.money(live.revenue)
                }
            }
            Flow {
                id: zoneFlow

                readonly property int columns: Math.max(1, Math.min(zones.count, Math.floor(width / 250)))

                Layout.fillWidth: true
                spacing: 12

                Repeater {
                    id: zones

                    model: live.zones

                    ZoneCard {
                        width: (zoneFlow.width - 12 * (zoneFlow.columns - 1)) / zoneFlow.columns
                    }
                }
            }
            GridView {
                id: lanes

                readonly property int most: Math.max(1, Math.floor((width + 12) / 340))
                /// No more than show all at once, two if there is room: few lanes are large, not a row and a rest.
                readonly property int columns: Math.min(most, Math.max(2, Math.ceil(count / Math.max(1, Math.floor(height / cellHeight)))))

                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.rightMargin: -12
                boundsBehavior: Flickable.StopAtBounds
                cellHeight: 180
                cellWidth: width / columns
                clip: true
                model: live.lanes
                objectName: "live.lanes"

                ScrollBar.vertical: ScrollBar {}
                delegate: LaneTile {
                    height: 168
                    width: lanes.cellWidth - 12
                    onClicked: root.sessionRequested(sessionId)
                }

                EmptyState {
                    anchors.centerIn: parent
                    iconName: "gate"
                    note: root.workplace.online ? "" : qsTr("Muncul begitu server terhubung.")
                    title: root.workplace.online ? (live.loaded ? qsTr("Belum ada pintu") : qsTr("Memuat…")) : qsTr("Belum ada data")
                    visible: lanes.count === 0
                    width: parent.width
                }
            }
        }
        ColumnLayout {
            Layout.fillHeight: true
            Layout.preferredWidth: Math.max(380, Math.min(520, root.width * 0.32))
            Layout.fillWidth: false
            spacing: 12

            ErrorBanner {
                Layout.fillWidth: true
                nextStep: live.nextStep
                objectName: "live.error"
                text: live.trouble
                onDismissed: live.dismiss()
            }
            AlertPanel {
                Layout.fillWidth: true
                Layout.preferredHeight: Math.min(contentHeight, root.height * 0.6)
                actionable: root.workplace.online
                alerts: live.alerts
                loaded: live.loaded
                muted: sound.muted
                onMuteRequested: on => sound.muted = on
                onResolveRequested: (alertId, text) => resolveSheet.ask(alertId, text)
                onSessionRequested: sessionId => root.sessionRequested(sessionId)
            }
            FeedPanel {
                Layout.fillHeight: true
                Layout.fillWidth: true
                feed: live.feed
                loaded: live.loaded
                onSessionRequested: sessionId => root.sessionRequested(sessionId)
            }
        }
    }
}
