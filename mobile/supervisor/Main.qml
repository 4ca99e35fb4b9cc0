pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Palang.Approval
import Palang.Base
import Palang.Components
import Palang.Live
import Palang.Login
import Palang.Sync
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
        { "name": "live", "text": qsTr("Langsung"), "icon": "gate", "badge": livePage.alertCount, "isFailure": livePage.hasCritical },
        { "name": "vehicles", "text": qsTr("Kendaraan"), "icon": "mobil" }]
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
    Shortcut {
        sequence: "Ctrl+1"
        onActivated: root.show(0)
    }
    Shortcut {
        sequence: "Ctrl+2"
        onActivated: root.show(1)
    }
    SyncFlow {
        id: flow

        workplace: root.workplace
    }
    ApprovalSheet {
        id: approvalSheet

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
            choices: root.pages
            current: root.page
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
            }
        }
    }
}
