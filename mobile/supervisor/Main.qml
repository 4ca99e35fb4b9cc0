pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Palang.Approval
import Palang.Base
import Palang.Components
import Palang.Duplicates
import Palang.Gate
import Palang.Live
import Palang.Locks
import Palang.Login
import Palang.Openings
import Palang.Reports
import Palang.Settings
import Palang.Shifts
import Palang.Sync
import Palang.SyncLog
import Palang.Vehicles

/// The window: log-in, then the screens beside the rail. Navigation only.
ApplicationWindow {
    id: root

    required property Workplace workplace
    property string defaultServer
    /// What the client core wants a person to know; see Client::notice.
    property string notice
    property int page: 0

    readonly property var pages: [
        { "name": "live", "text": qsTr("Langsung"), "icon": "gate" },
        { "name": "vehicles", "text": qsTr("Kendaraan"), "icon": "mobil" },
        { "name": "openings", "text": qsTr("Pembukaan"), "icon": "eye" },
        { "name": "locks", "text": qsTr("Kunci"), "icon": "lock" },
        { "name": "duplicates", "text": qsTr("Duplikat"), "icon": "copy" },
        { "name": "synclog", "text": qsTr("Kiriman"), "icon": "sync" },
        { "name": "shifts", "text": qsTr("Shift"), "icon": "shift" },
        { "name": "reports", "text": qsTr("Laporan"), "icon": "cash" },
        { "name": "settings", "text": qsTr("Pengaturan"), "icon": "lainnya" }]
    readonly property bool isLoginNeeded: notice === "login_needed" || notice === "revoked"
    readonly property string noticeText: isLoginNeeded ? qsTr("Waktu masuk habis.") : notice === "taken_over" ? qsTr("Terhubung dari tempat lain.")
                                       : workplace.connection === Workplace.Down ? qsTr("Luring.") : ""
    readonly property string noticeNote: isLoginNeeded ? qsTr("Yang sudah dimuat tetap terlihat. Masuk lagi untuk melanjutkan.")
                                       : livePage.asOf !== "" ? qsTr("Yang terlihat adalah data s.d. %1; tindakan menunggu server terhubung lagi.").arg(livePage.asOf)
                                       : qsTr("Tindakan menunggu server terhubung.")

    function show(index) {
        page = index;
        stack.itemAt(index).forceActiveFocus();
    }
    function openGate(gateId, gateName) {
        gateSheet.gateId = gateId;
        gateSheet.gateName = gateName;
        gateSheet.ask();
    }
    function showSession(sessionId) {
        show(1);
        vehiclesPage.show(sessionId);
    }

    color: Theme.background
    minimumHeight: 640
    minimumWidth: 1024
    title: workplace.siteName === "" ? "Palang" : "Palang · " + workplace.siteName
    visible: true

    Binding {
        property: "mode"
        target: Theme
        value: root.workplace.theme
    }
    Connections {
        function onConnectionChanged() {
            if (root.workplace.online)
                root.notice = "";
        }
        function onNoticed(text: string, nextStep: string, code: string) {
            root.notice = code;
        }
        target: root.workplace
    }
    Repeater {
        model: root.pages.length

        Item {
            id: jump

            required property int index

            Shortcut {
                sequence: "Ctrl+" + (jump.index + 1)
                onActivated: root.show(jump.index)
            }
        }
    }
    SyncFlow {
        id: flow

        workplace: root.workplace
    }
    ApprovalSheet {
        id: approvalSheet

        workplace: root.workplace
    }
    Shortcut {
        sequences: ["F1", "?"]
        onActivated: helpSheet.open()
    }
    HelpSheet {
        id: helpSheet

        pages: root.pages
    }
    GateSheet {
        id: gateSheet

        workplace: root.workplace
    }
    PreferencesSheet {
        id: preferences

        workplace: root.workplace
        onLogoutRequested: root.workplace.logout()
    }
    header: TopBar {
        note: root.workplace.loggedIn ? root.workplace.siteName : ""
        title: root.workplace.loggedIn ? root.pages[root.page].text : "Palang"

        ConnectionIndicator {
            connection: root.workplace.connection
            objectName: "connection"
            pending: flow.sync.pending
            onClicked: flow.openConnection()
        }
    }
    LoginPage {
        anchors.fill: parent
        defaultServer: root.defaultServer
        visible: !root.workplace.loggedIn
        workplace: root.workplace
    }
    RowLayout {
        anchors.fill: parent
        spacing: 0
        visible: root.workplace.loggedIn

        NavRail {
            Layout.fillHeight: true
            badges: ({ "live": livePage.alertCount })
            choices: root.pages
            current: root.page
            failures: ({ "live": livePage.hasCritical })
            person: root.workplace.personName
            onChosen: index => root.show(index)
            onApprovalRequested: approvalSheet.open()
            onPreferencesRequested: preferences.open()
        }
        ColumnLayout {
            spacing: 0

            NoticeBar {
                Layout.fillWidth: true
                action: root.isLoginNeeded ? qsTr("Masuk lagi") : ""
                isFault: root.isLoginNeeded
                note: root.noticeNote
                objectName: "notice"
                text: root.noticeText
                onActionRequested: {
                    root.notice = "";
                    root.workplace.logout();
                }
            }
            StackLayout {
                id: stack

                Layout.fillHeight: true
                Layout.fillWidth: true
                currentIndex: root.page

                LivePage {
                    id: livePage

                    workplace: root.workplace
                    onSessionRequested: sessionId => root.showSession(sessionId)
                }
                VehiclesPage {
                    id: vehiclesPage

                    workplace: root.workplace
                }
                OpeningsPage {
                    workplace: root.workplace
                    onSessionRequested: sessionId => root.showSession(sessionId)
                }
                LocksPage {
                    workplace: root.workplace
                    onOpenGateRequested: (gateId, gateName) => root.openGate(gateId, gateName)
                }
                DuplicatesPage {
                    workplace: root.workplace
                    onSessionRequested: sessionId => root.showSession(sessionId)
                }
                SyncLogPage {
                    workplace: root.workplace
                }
                ShiftsPage {
                    workplace: root.workplace
                    onSessionRequested: sessionId => root.showSession(sessionId)
                }
                ReportsPage {
                    workplace: root.workplace
                    onSessionRequested: sessionId => root.showSession(sessionId)
                }
                SettingsPage {
                    workplace: root.workplace
                }
            }
        }
    }
}
