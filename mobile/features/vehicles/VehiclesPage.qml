pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Base
import Palang.Components
import Palang.Vehicles

/// Finds any stay and shows it in full. Ctrl+F or / searches, Ctrl+L and Ctrl+Shift+L filter, arrows move, Enter opens, Esc closes; of an opened one Ctrl+K
/// corrects and Ctrl+Delete voids.
FocusScope {
    id: root

    required property Workplace workplace

    readonly property var filters: [
        { "name": "all", "text": qsTr("Semua"), "status": "" },
        { "name": "open", "text": qsTr("Di dalam"), "status": "open" },
        { "name": "closed", "text": qsTr("Sudah keluar"), "status": "closed" },
        { "name": "exit_only", "text": qsTr("Tanpa masuk"), "status": "exit_only" },
        { "name": "void", "text": qsTr("Dibatalkan"), "status": "void" }]
    /// What the list shows, as SessionFilter takes it.
    property var values: ({})

    readonly property bool isTooShort: sessions.state === SessionListModel.TooShort

    function search() {
        searchBar.forceActiveFocus();
        searchBar.selectAll();
    }
    function show(sessionId) {
        vehicle.show(sessionId, sessions);
    }
    /// Esc: first the detail, then the search.
    function leave() {
        if (vehicle.shown)
            vehicle.close();
        else
            searchBar.clear();
        table.focusFirst();
    }

    Keys.onEscapePressed: root.leave()

    SessionListModel {
        id: sessions

        filter: root.values
        text: searchBar.text
        workplace: root.workplace
    }
    SavedFilters {
        id: saved

        workplace: root.workplace
    }
    FilterSheet {
        id: filterSheet

        filters: saved
    }
    MoreFiltersSheet {
        id: moreSheet

        sessions: sessions
        values: root.values
        workplace: root.workplace
        onChanged: values => root.values = values
    }
    VehicleModel {
        id: vehicle

        workplace: root.workplace
    }
    CorrectSheet {
        id: correctSheet

        vehicle: vehicle
    }
    VoidSheet {
        id: voidSheet

        vehicle: vehicle
    }
    Shortcut {
        enabled: root.visible
        sequences: ["Ctrl+F", "/"]
        onActivated: root.search()
    }
    Shortcut {
        enabled: root.visible
        sequence: "Ctrl+L"
        onActivated: filterBar.focusFirst()
    }
    Shortcut {
        enabled: root.visible
        sequence: "Ctrl+Shift+L"
        onActivated: moreSheet.ask()
    }
    Shortcut {
        enabled: root.visible && filterBar.isFiltering
        sequence: "Ctrl+D"
        onActivated: filterSheet.askToKeep(root.values)
    }
    Shortcut {
        enabled: root.visible && detail.changesAllowed
        sequence: "Ctrl+K"
        onActivated: correctSheet.ask()
    }
    Shortcut {
        enabled: root.visible && detail.changesAllowed
        sequence: "Ctrl+Delete"
        onActivated: voidSheet.ask()
    }
    Shortcut {
        enabled: root.visible
        sequence: "F5"
        onActivated: sessions.refresh()
    }
    RowLayout {
        anchors.fill: parent
        anchors.margins: 16
        spacing: 16

        Item {
            Layout.fillHeight: true
            Layout.fillWidth: true

            // A layout would keep the height that the filters had while they were narrow.
            Column {
                id: head

                spacing: 10
                width: parent.width

                SearchBar {
                    id: searchBar

                    width: parent.width
                    focus: true
                    objectName: "vehicles.search"
                    placeholderText: qsTr("Cari plat atau nomor karcis (Ctrl+F)")
                    onAccepted: {
                        table.focusFirst();
                        table.openCurrent();
                    }
                    onLeftDown: table.focusFirst()
                }
                Tabs {
                    width: parent.width
                    height: 44
                    choices: root.filters
                    current: root.filters.findIndex(filter => filter.status === (root.values.status ?? ""))
                    objectName: "vehicles.filter"
                    onChosen: index => root.values = Object.assign({}, root.values, { "status": root.filters[index].status })
                }
                FilterBar {
                    id: filterBar

                    width: parent.width
                    sessions: sessions
                    values: root.values
                    workplace: root.workplace
                    onChanged: values => root.values = values
                    others: moreSheet.count
                    onKeepRequested: filterSheet.askToKeep(root.values)
                    onMoreRequested: moreSheet.ask()
                }
                SavedBar {
                    width: parent.width
                    current: saved.count >= 0 ? saved.rowOf(root.values) : -1
                    filters: saved
                    visible: saved.count > 0
                    onChosen: row => root.values = saved.valuesAt(row)
                    onRemoveRequested: row => saved.remove(row)
                    onRenameRequested: row => filterSheet.askToChange(row)
                }
                ErrorBanner {
                    width: parent.width
                    action: qsTr("Coba lagi")
                    nextStep: sessions.nextStep
                    objectName: "vehicles.error"
                    text: sessions.trouble
                    onActionRequested: sessions.refresh()
                    onDismissed: sessions.refresh()
                }
                AppText {
                    width: parent.width
                    font.pixelSize: Theme.label
                    objectName: "vehicles.note"
                    strong: true
                    text: root.isTooShort ? qsTr("Ketik satu huruf atau angka lagi.") : sessions.note
                    visible: text !== ""
                }
            }
            Rectangle {
                anchors.bottom: parent.bottom
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.top: head.bottom
                anchors.topMargin: 10
                border.color: Theme.hairline
                border.width: Math.max(1, Theme.line)
                color: Theme.surface
                radius: Theme.radius

                SessionTable {
                    id: table

                    anchors.fill: parent
                    anchors.margins: 8
                    openedId: vehicle.sessionId
                    sessions: sessions
                    onClosed: root.leave()
                    onOpened: sessionId => root.show(sessionId)
                }
                EmptyState {
                    anchors.centerIn: parent
                    iconName: sessions.searching ? "lost" : "search"
                    note: sessions.searching ? qsTr("Coba bagian lain dari plat; O/0, I/1, B/8 mudah tertukar.")
                                             : filterBar.isFiltering ? qsTr("Longgarkan saringan, atau kosongkan.") : root.workplace.online ? "" : qsTr("Luring: ketik dua huruf plat untuk mencari di data yang tersimpan.")
                    title: sessions.state === SessionListModel.Loading ? qsTr("Memuat…")
                                             : sessions.searching || filterBar.isFiltering ? qsTr("Tidak ditemukan") : qsTr("Belum ada kendaraan")
                    visible: sessions.count === 0 && sessions.trouble === "" && !root.isTooShort
                    width: parent.width
                }
            }
        }
        DetailPane {
            id: detail

            Layout.fillHeight: true
            Layout.preferredWidth: Math.max(380, Math.min(500, root.width * 0.32))
            online: root.workplace.online
            vehicle: vehicle
            visible: vehicle.shown
            onCloseRequested: root.leave()
            onCorrectRequested: correctSheet.ask()
            onVoidRequested: voidSheet.ask()
        }
    }
}
