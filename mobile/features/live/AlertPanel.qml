pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Palang.Components
import Palang.Live

/// The open alerts, the gravest first. Without any it says so in one line.
Panel {
    id: root

    required property AlertListModel alerts
    property bool loaded: false
    property bool actionable: true
    property bool muted: false

    readonly property int contentHeight: list.count === 0 ? 104 : 62 + list.contentHeight

    signal resolveRequested(string alertId, string text)
    signal sessionRequested(string sessionId)
    signal muteRequested(bool on)

    border.color: alerts.criticalCount > 0 ? Theme.failed : Theme.hairline
    border.width: alerts.criticalCount > 0 ? 3 : Math.max(1, Theme.line)
    iconName: alerts.criticalCount > 0 ? "failed" : alerts.count > 0 ? "warning" : "tick-circle"
    iconTone: alerts.criticalCount > 0 ? Theme.failed : alerts.count > 0 ? Theme.text : Theme.connected
    note: alerts.count > 0 ? qsTr("%1 terbuka").arg(alerts.countText) : ""
    title: qsTr("Perlu diperiksa")

    tool: KeyButton {
        Accessible.checkable: true
        Accessible.checked: root.muted
        Accessible.name: root.muted ? qsTr("Bunyi mati; nyalakan") : qsTr("Bunyi nyala; matikan")
        height: 36
        iconName: root.muted ? "bell-off" : "bell"
        objectName: "live.mute"
        quiet: true
        width: 40
        onClicked: root.muteRequested(!root.muted)
    }

    ListView {
        id: list

        anchors.fill: parent
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: root.alerts
        objectName: "live.alerts"
        spacing: 8

        ScrollBar.vertical: ScrollBar {}
        delegate: AlertRow {
            actionable: root.actionable
            width: ListView.view.width
            onResolveRequested: root.resolveRequested(alertId, text)
            onSessionRequested: root.sessionRequested(sessionId)
        }
    }
    AppText {
        anchors.left: parent.left
        anchors.margins: 8
        anchors.right: parent.right
        font.pixelSize: Theme.label
        objectName: "live.alerts.none"
        soft: true
        text: root.loaded ? qsTr("Semua beres. Peringatan baru muncul di sini dengan sendirinya.") : qsTr("Memuat…")
        visible: list.count === 0
        wrapMode: Text.WordWrap
    }
}
