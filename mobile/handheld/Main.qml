pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Palang.Base
import Palang.Components
import Palang.Entry
import Palang.Exit
import Palang.Gate
import Palang.Lock
import Palang.Login
import Palang.Outbox
import Palang.Shift
import Palang.Sync
import Palang.Ticket

/// The window: log-in, then the gate, then the screens along the bottom edge. Navigation only.
ApplicationWindow {
    id: root

    required property Workplace workplace
    property string defaultServer

    readonly property bool isLoggingIn: !workplace.loggedIn || (workplace.needsLogin && wantsLogin)
    readonly property bool isWorking: !isLoggingIn && workplace.gateId !== "" && !isChoosingGate
    /// The screen needs a gate of the other direction.
    readonly property bool isWrongGate: page === 0 ? !workplace.takesEntries : page === 1 && !workplace.takesExits
    property bool isChoosingGate: false
    property bool wantsLogin: false
    property int page: 0

    readonly property var pages: [
        { "name": "entry", "text": qsTr("Masuk"), "icon": "masuk", "kind": TopBar.Entry },
        { "name": "exit", "text": qsTr("Keluar"), "icon": "keluar", "kind": TopBar.Exit },
        { "name": "outbox", "text": qsTr("Catatan"), "icon": "catatan", "kind": TopBar.Plain },
        { "name": "shift", "text": qsTr("Shift"), "icon": "shift", "kind": TopBar.Plain },
        { "name": "more", "text": qsTr("Lainnya"), "icon": "lainnya", "kind": TopBar.Plain }]

    function show(name) {
        page = pages.findIndex(candidate => candidate.name === name);
        focusPage();
    }
    function focusPage() {
        stack.children[page].forceActiveFocus();
    }

    color: Theme.background
    title: "Palang"
    visible: true

    // After the log-in, which takes the focus even when nobody sees it.
    Timer {
        interval: 0
        running: root.isWorking
        onTriggered: root.focusPage()
    }
    // Android's back key; on a desktop Alt+Left.
    Shortcut {
        enabled: root.isWorking && root.page !== 0
        sequences: ["Back", "Alt+Left"]
        onActivated: root.show("entry")
    }
    Binding {
        property: "mode"
        target: Theme
        value: root.workplace.theme
    }
    Binding {
        property: "scale"
        target: Theme
        value: root.workplace.fontScale
    }
    Binding {
        property: "motion"
        target: Theme
        value: root.workplace.reducedMotion ? 0 : 140
    }
    header: Column {
        TopBar {
            kind: root.isWorking ? root.pages[root.page].kind : TopBar.Plain
            note: root.isWorking ? root.workplace.gateName : root.workplace.siteName
            title: root.isWorking ? root.pages[root.page].text : "Palang"
            width: parent.width

            ConnectionIndicator {
                connection: root.workplace.connection
                objectName: "connection"
                pending: flow.sync.pending
                onClicked: flow.openConnection()
            }
        }
        SyncStrip {
            online: root.workplace.online
            sync: flow.sync
            visible: root.isWorking
            needsLogin: root.workplace.needsLogin
            width: parent.width
            onTapped: root.workplace.needsLogin ? root.wantsLogin = true : flow.openConnection()
        }
    }
    LoginPage {
        anchors.fill: parent
        defaultServer: root.defaultServer
        visible: root.isLoggingIn
        workplace: root.workplace
    }
    GateChoice {
        anchors.fill: parent
        visible: !root.isLoggingIn && !root.isWorking
        workplace: root.workplace
        onChosen: {
            root.isChoosingGate = false;
            root.show(root.workplace.takesEntries ? "entry" : "exit");
        }
    }
    StackLayout {
        id: stack

        anchors.fill: parent
        currentIndex: root.page
        visible: root.isWorking && !root.isWrongGate

        EntryPage {
            gateOpens: gateSheet.opening.mayBeOpen
            workplace: root.workplace
            onExitRequested: plate => {
                exitPage.look(plate);
                root.show("exit");
            }
            onGateRequested: sessionId => gateSheet.openFor(sessionId)
            onRecorded: recordId => {
                ticketModel.recorded(recordId);
                gateSheet.opening.openAfter(recordId);
            }

            opening: OpeningLine {
                opening: gateSheet.opening
                width: parent.width
            }
            printing: TicketLine {
                ticket: ticketModel
                width: parent.width
                onCopyRequested: copySheet.open()
            }
        }
        ExitPage {
            id: exitPage

            workplace: root.workplace
            onGateRequested: sessionId => gateSheet.openFor(sessionId)
            onRecorded: recordId => gateSheet.opening.openAfter(recordId)

            opening: OpeningLine {
                opening: gateSheet.opening
                width: parent.width
            }
        }
        OutboxPage {
            id: outboxPage

            attention: flow.sync.attention
            pending: flow.sync.pending
            workplace: root.workplace
            onTicketCopyRequested: recordId => {
                if (ticketModel.reopen(recordId))
                    copySheet.open();
            }
        }
        ShiftPage {
            workplace: root.workplace
            onSyncRequested: flow.start()
        }
        MorePage {
            pending: flow.sync.pending
            workplace: root.workplace
            onConnectionRequested: flow.openConnection()
            onGateChoiceRequested: root.isChoosingGate = true
            onGateRequested: gateSheet.ask()
            onHistoryRequested: flow.openHistory()
            hasPin: lockModel.hasPin
            onLockRequested: lockModel.lock()
            onPinRequested: pinSheet.open()
            onPrinterRequested: printerSheet.open()
            printer: ticketModel.printer
            onSyncRequested: flow.start()
        }
    }
    GateHint {
        anchors.fill: parent
        forExit: root.page === 1
        visible: root.isWorking && root.isWrongGate
        workplace: root.workplace
        onGateChoiceRequested: root.isChoosingGate = true
    }
    SyncFlow {
        id: flow

        workplace: root.workplace
        onAttentionRequested: {
            outboxPage.showAttention();
            root.show("outbox");
        }
    }
    GateSheet {
        id: gateSheet

        workplace: root.workplace
        onClosed: root.focusPage()
    }
    LockModel {
        id: lockModel

        workplace: root.workplace
    }
    LockScreen {
        lock: lockModel
        pending: flow.sync.pending
        person: root.workplace.personName
    }
    PinSheet {
        id: pinSheet

        lock: lockModel
    }
    TicketModel {
        id: ticketModel

        workplace: root.workplace
    }
    CopySheet {
        id: copySheet

        ticket: ticketModel
        onClosed: root.focusPage()
    }
    PrinterSheet {
        id: printerSheet

        ticket: ticketModel
    }
    NoticeSheet {
        workplace: root.workplace
        onLoginRequested: root.wantsLogin = true
    }
    footer: NavBar {
        badges: ({ "outbox": { "count": flow.sync.pending + flow.sync.attention, "isFailure": flow.sync.attention > 0 } })
        choices: root.pages
        current: root.page
        visible: root.isWorking
        onChosen: index => root.show(root.pages[index].name)
    }
}
