pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Palang.Components
import Palang.Vehicles

/// The stays under their headings. Arrow keys move, Enter opens.
FocusScope {
    id: root

    required property SessionListModel sessions
    property string openedId

    /// A narrow table leaves out what its detail shows anyway.
    readonly property bool isNarrow: width < 860
    readonly property bool isWide: width > 1100
    readonly property var columns: ({ "plate": isWide ? 190 : 150, "vehicle": isWide ? 128 : isNarrow ? 44 : 110,
                                      "entered": isWide ? 126 : 100, "exited": isWide ? 126 : 100,
                                      "duration": isWide ? 190 : isNarrow ? 0 : 120, "amount": isWide ? 120 : 84 })
    readonly property var headings: [
        { "text": qsTr("Plat"), "width": columns.plate }, { "text": qsTr("Jenis"), "width": columns.vehicle },
        { "text": qsTr("Masuk"), "width": columns.entered }, { "text": qsTr("Keluar"), "width": columns.exited },
        { "text": qsTr("Lama"), "width": columns.duration }, { "text": qsTr("Dibayar"), "width": columns.amount, "right": true },
        { "text": qsTr("Keadaan"), "width": -1 }]

    signal opened(string sessionId)
    signal closed

    function focusFirst() {
        list.currentIndex = Math.max(0, list.currentIndex);
        list.forceActiveFocus();
    }
    function openCurrent() {
        const sessionId = list.currentIndex < 0 ? "" : sessions.sessionIdAt(list.currentIndex);
        if (sessionId !== "")
            opened(sessionId);
    }

    Row {
        id: head

        height: 36
        spacing: 12
        x: 12

        Repeater {
            model: root.headings

            AppText {
                required property var modelData

                font.pixelSize: Theme.small
                height: head.height
                horizontalAlignment: modelData.right ? Text.AlignRight : Text.AlignLeft
                soft: true
                strong: true
                text: modelData.text
                visible: modelData.width !== 0
                width: modelData.width < 0 ? implicitWidth : modelData.width
            }
        }
    }
    Rectangle {
        anchors.top: head.bottom
        color: Theme.outline
        height: Math.max(1, Theme.line)
        width: parent.width
    }
    ListView {
        id: list

        readonly property int middleRow: indexAt(1, contentY + height / 2)

        Accessible.name: qsTr("Daftar kendaraan")
        Accessible.role: Accessible.List
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.topMargin: 4
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        currentIndex: -1
        focus: true
        highlightMoveDuration: 0
        keyNavigationEnabled: true
        model: root.sessions
        objectName: "vehicles.list"
        reuseItems: true
        Keys.onPressed: event => {
            const page = Math.max(1, Math.floor(height / 56) - 1);
            const steps = { [Qt.Key_PageDown]: page, [Qt.Key_PageUp]: -page, [Qt.Key_Home]: -count, [Qt.Key_End]: count };
            if (event.key in steps && count > 0) {
                currentIndex = Math.max(0, Math.min(count - 1, Math.max(0, currentIndex) + steps[event.key]));
                event.accepted = true;
            }
        }
        Keys.onEnterPressed: root.openCurrent()
        Keys.onEscapePressed: root.closed()
        Keys.onReturnPressed: root.openCurrent()
        onMiddleRowChanged: {
            if (middleRow >= 0)
                root.sessions.lookAt(middleRow);
        }

        ScrollBar.vertical: ScrollBar {}
        delegate: SessionRow {
            columns: root.columns
            current: ListView.isCurrentItem && ListView.view.activeFocus
            opened: root.openedId === sessionId
            width: ListView.view.width - 12
            onClicked: {
                list.currentIndex = index;
                list.forceActiveFocus();
                root.opened(sessionId);
            }
        }
    }
    Connections {
        function onModelReset() {
            list.currentIndex = list.count > 0 ? Math.max(0, root.sessions.rowOf(root.openedId)) : -1;
        }
        target: root.sessions
    }
}
