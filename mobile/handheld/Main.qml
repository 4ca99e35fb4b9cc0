pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Palang.Base
import Palang.Components
import Palang.Entry
import Palang.Exit
import Palang.Login

/// The window: log-in, then the gate, then the screens along the bottom edge. Navigation only.
ApplicationWindow {
    id: root

    required property Workplace workplace
    property string defaultServer

    readonly property bool isWorking: workplace.loggedIn && workplace.gateId !== "" && !isChoosingGate
    property bool isChoosingGate: false
    property int page: 0

    readonly property var pages: [
        { "name": "entry", "text": qsTr("Masuk"), "icon": "masuk", "kind": TopBar.Entry },
        { "name": "exit", "text": qsTr("Keluar"), "icon": "keluar", "kind": TopBar.Exit },
        { "name": "more", "text": qsTr("Lainnya"), "icon": "lainnya", "kind": TopBar.Plain }]

    function show(index) {
        page = index;
        stack.itemAt(index).forceActiveFocus();
    }

    color: Theme.background
    title: "Palang"
    visible: true

    Binding {
        property: "mode"
        target: Theme
        value: root.workplace.theme
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
                onClicked: root.workplace.checkNow()
            }
        }
    }
    LoginPage {
        anchors.fill: parent
        defaultServer: root.defaultServer
        visible: !root.workplace.loggedIn
        workplace: root.workplace
    }
    GateChoice {
        anchors.fill: parent
        visible: root.workplace.loggedIn && !root.isWorking
        workplace: root.workplace
        onChosen: {
            root.isChoosingGate = false;
            root.show(0);
        }
    }
    StackLayout {
        id: stack

        anchors.fill: parent
        currentIndex: root.page
        visible: root.isWorking

        EntryPage {
            workplace: root.workplace
            onExitRequested: plate => {
                exitPage.look(plate);
                root.show(1);
            }
        }
        ExitPage {
            id: exitPage

            workplace: root.workplace
        }
        MorePage {
            workplace: root.workplace
            onGateChoiceRequested: root.isChoosingGate = true
        }
    }
    footer: NavBar {
        choices: root.pages
        current: root.page
        visible: root.isWorking
        onChosen: index => root.show(index)
    }
}
