pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Palang.Base
import Palang.Components
import Palang.Outbox

/// Catatan: what waits, what was sent, what a person must look at; each with its story.
FocusScope {
    id: root

    required property Workplace workplace
    property int pending: 0
    property int attention: 0

    readonly property var tabs: [
        { "name": "pending", "text": qsTr("Menunggu") },
        { "name": "sent", "text": qsTr("Terkirim") },
        { "name": "attention", "text": qsTr("Periksa") }]

    /// Another copy of the ticket of this entry.
    signal ticketCopyRequested(string recordId)

    function showAttention() {
        records.tab = OutboxListModel.Attention;
    }

    OutboxListModel {
        id: records

        workplace: root.workplace
    }
    CarriedModel {
        id: carried

        workplace: root.workplace
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.gap
        spacing: Theme.gap

        Tabs {
            Layout.fillWidth: true
            badges: ({ "pending": { "count": root.pending }, "attention": { "count": root.attention, "isFailure": true } })
            choices: root.tabs
            current: records.tab
            objectName: "outbox.tabs"
            onChosen: index => records.tab = index
        }
        ListView {
            id: list

            Layout.fillHeight: true
            Layout.fillWidth: true
            clip: true
            focus: true
            model: records
            objectName: "outbox.list"
            spacing: 6

            ScrollBar.vertical: ScrollBar {}
            delegate: ListRow {
                required property int index
                required property string recordId
                required property string title
                required property string kindText
                required property string time
                required property string facts
                required property string standing
                required property bool troubled
                required iconName

                iconTone: troubled ? Theme.failed : Theme.text
                note: facts === "" ? standing : facts + "\n" + standing
                noteStrong: troubled
                noteTone: troubled ? Theme.failed : Theme.softText
                objectName: "outbox.row." + index
                text: title
                trailing: time
                width: ListView.view.width
                onClicked: storySheet.show(recordId)
            }

            EmptyState {
                anchors.centerIn: parent
                iconName: records.tab === OutboxListModel.Sent ? "catatan" : "tick-circle"
                note: records.tab === OutboxListModel.Pending ? qsTr("Catatan baru muncul di sini sampai server menerimanya.")
                    : records.tab === OutboxListModel.Attention ? qsTr("Catatan yang ditolak server muncul di sini.")
                    : qsTr("Yang sudah diterima server disimpan tujuh hari.")
                title: records.tab === OutboxListModel.Pending ? qsTr("Semua sudah terkirim")
                     : records.tab === OutboxListModel.Attention ? qsTr("Tidak ada yang perlu diperiksa") : qsTr("Belum ada")
                visible: list.count === 0
                width: parent.width
            }
        }
        AppText {
            Layout.fillWidth: true
            objectName: "outbox.carried"
            strong: true
            text: carried.summary
            visible: text !== ""
            wrapMode: Text.WordWrap
        }
        BigButton {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.touch + 8
            font.pixelSize: Theme.small
            iconName: "transfer"
            kind: BigButton.Secondary
            objectName: "outbox.move"
            text: qsTr("Salinan & pindahan")
            onClicked: moveSheet.open()
        }
    }
    MoveSheet {
        id: moveSheet

        carried: carried
        waiting: root.pending + root.attention
        workplace: root.workplace
        onGiveRequested: giveSheet.open()
        onImportRequested: importSheet.open()
        onTakeRequested: takeSheet.open()
    }
    GiveSheet {
        id: giveSheet

        workplace: root.workplace
    }
    TakeSheet {
        id: takeSheet

        workplace: root.workplace
    }
    ImportSheet {
        id: importSheet

        workplace: root.workplace
    }
    StorySheet {
        id: storySheet

        records: records
        onCopyRequested: recordId => root.ticketCopyRequested(recordId)
    }
}
