pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Palang.Components
import Palang.Desk

/// A model's rows under headings; only what is in sight is made. Arrow keys move, Enter opens, Esc leaves.
/// Each column is {role, text, width, grow?, right?, icon?, tone?, strong?, wrap?, from?}: `icon` and `tone` name roles with a
/// shape and a state (ok, warn, bad, quiet); what may `wrap` takes two lines; `from` is the table's width from which it is shown.
FocusScope {
    id: root

    required property FetchedModel rows
    property var columns: []
    property string keyRole
    property string openedKey
    property string name: "table"
    property string emptyTitle
    property string emptyNote
    property string emptyIcon: "catatan"
    property int rowHeight: 48
    /// On a ground of its own; false inside of a card.
    property bool framed: true

    readonly property var shown: columns.filter(column => width >= (column.from ?? 0))
    readonly property int grown: shown.reduce((sum, column) => sum + (column.grow ?? 0), 0)
    readonly property int fixed: shown.reduce((sum, column) => sum + column.width, 0) + 12 * (shown.length - 1) + 36
    readonly property int spare: Math.max(0, width - fixed)
    readonly property bool isEmpty: rows.count === 0
    readonly property var tones: ({ "ok": Theme.connected, "warn": Theme.text, "bad": Theme.failed, "quiet": Theme.softText, "accent": Theme.accent })

    signal opened(string key)
    signal closed

    function widthOf(column) {
        return column.width + (grown > 0 ? Math.floor(spare * (column.grow ?? 0) / grown) : 0);
    }
    function focusFirst() {
        list.currentIndex = Math.max(0, list.currentIndex);
        list.forceActiveFocus();
    }
    function openRow(row) {
        if (row < 0 || row >= list.count)
            return;
        list.currentIndex = row;
        opened(rows.at(row)[keyRole]);
    }

    Rectangle {
        anchors.fill: parent
        border.color: Theme.hairline
        border.width: Math.max(1, Theme.line)
        color: Theme.surface
        radius: Theme.radius
        visible: root.framed
    }
    Row {
        id: head

        height: 34
        spacing: 12
        x: 14

        Repeater {
            model: root.shown

            AppText {
                required property var modelData

                font.pixelSize: Theme.small
                fontSizeMode: Text.HorizontalFit
                height: head.height
                horizontalAlignment: modelData.right ? Text.AlignRight : Text.AlignLeft
                minimumPixelSize: 12
                soft: true
                strong: true
                text: modelData.text
                width: root.widthOf(modelData)
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

        readonly property int inset: root.framed ? 2 : 0
        readonly property int page: Math.max(1, Math.floor(height / root.rowHeight) - 1)

        Accessible.role: Accessible.List
        activeFocusOnTab: true
        anchors.bottom: parent.bottom
        anchors.bottomMargin: inset
        anchors.left: parent.left
        anchors.leftMargin: inset
        anchors.right: parent.right
        anchors.rightMargin: inset
        anchors.top: head.bottom
        anchors.topMargin: 2
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        currentIndex: -1
        focus: true
        highlightMoveDuration: 0
        keyNavigationEnabled: true
        model: root.rows
        objectName: root.name + ".list"
        reuseItems: true
        Keys.onEnterPressed: root.openRow(currentIndex)
        Keys.onEscapePressed: root.closed()
        Keys.onPressed: event => {
            const steps = { [Qt.Key_PageDown]: page, [Qt.Key_PageUp]: -page, [Qt.Key_Home]: -count, [Qt.Key_End]: count };
            if (event.key in steps && count > 0) {
                currentIndex = Math.max(0, Math.min(count - 1, Math.max(0, currentIndex) + steps[event.key]));
                event.accepted = true;
            }
        }
        Keys.onReturnPressed: root.openRow(currentIndex)

        ScrollBar.vertical: ScrollBar {}
        delegate: AbstractButton {
            id: line

            required property int index
            required property var model

            readonly property bool isCurrent: ListView.isCurrentItem && list.activeFocus
            readonly property bool isOpened: root.openedKey !== "" && root.openedKey === line.model[root.keyRole]

            Accessible.name: root.shown.map(column => line.model[column.role]).join(", ")
            Accessible.role: Accessible.ListItem
            focusPolicy: Qt.NoFocus
            height: root.rowHeight
            objectName: root.name + ".row." + index
            width: list.width
            onClicked: {
                list.forceActiveFocus();
                root.openRow(index);
            }

            background: Rectangle {
                border.color: Theme.accent
                border.width: line.isCurrent ? 2 : 0
                color: line.isOpened ? Theme.accentSoft : line.hovered || line.down ? Theme.sunken : "transparent"
                radius: 8

                Rectangle {
                    anchors.bottom: parent.bottom
                    color: Theme.hairline
                    height: 1
                    width: parent.width
                }
                Rectangle {
                    color: Theme.accent
                    height: parent.height - 14
                    radius: 2
                    visible: line.isOpened
                    width: 4
                    x: 3
                    y: 7
                }
            }

            Row {
                spacing: 12
                x: 14

                Repeater {
                    model: root.shown

                    Item {
                        id: cell

                        required property var modelData

                        readonly property string tone: modelData.tone ? line.model[modelData.tone] ?? "" : ""
                        readonly property color ink: root.tones[tone] ?? Theme.text
                        readonly property string iconName: modelData.icon ? line.model[modelData.icon] ?? "" : ""

                        height: root.rowHeight
                        width: root.widthOf(modelData)

                        Icon {
                            anchors.verticalCenter: parent.verticalCenter
                            color: cell.ink
                            height: 20
                            name: cell.iconName
                            visible: cell.iconName !== ""
                            width: 24
                        }
                        AppText {
                            color: cell.ink
                            font.pixelSize: Theme.label
                            fontSizeMode: cell.modelData.wrap ? Text.Fit : Text.HorizontalFit
                            height: parent.height
                            horizontalAlignment: cell.modelData.right ? Text.AlignRight : Text.AlignLeft
                            minimumPixelSize: 13
                            strong: (cell.modelData.strong ?? false) || cell.tone === "bad" || cell.tone === "warn"
                            text: line.model[cell.modelData.role] ?? ""
                            width: parent.width - x
                            wrapMode: cell.modelData.wrap ? Text.WordWrap : Text.NoWrap
                            x: cell.modelData.icon ? 30 : 0
                        }
                    }
                }
            }
        }
    }
    Connections {
        function onModelReset() {
            list.currentIndex = root.rows.rowOf(root.openedKey);
        }
        target: root.rows
    }
    EmptyState {
        anchors.centerIn: list
        iconName: root.rows.fetch.state === Fetch.Failed ? "failed" : root.emptyIcon
        note: root.rows.fetch.state === Fetch.Failed ? root.rows.fetch.nextStep
            : root.rows.fetch.loaded ? root.emptyNote : root.rows.workplace.online ? "" : qsTr("Muncul begitu server terhubung.")
        objectName: root.name + ".empty"
        title: root.rows.fetch.state === Fetch.Failed ? root.rows.fetch.trouble
             : root.rows.fetch.loaded ? root.emptyTitle : root.rows.workplace.online ? qsTr("Memuat…") : qsTr("Belum ada data")
        visible: root.isEmpty
        width: Math.min(parent.width, 560)
    }
}
