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
    Exporter {
        id: exporter

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
            color: exporter.failed ? Theme.failed : Theme.text
            font.pixelSize: Theme.small
            objectName: "outbox.exportReport"
            text: exporter.report
            visible: text !== ""
            wrapMode: Text.WrapAnywhere
        }
        BigButton {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.touch + 8
            font.pixelSize: Theme.small
            iconName: "copy"
            kind: BigButton.Secondary
            objectName: "outbox.seal"
            text: qsTr("Salinan kedua, tersegel untuk server")
            visible: root.pending > 0 || root.attention > 0
            onClicked: exporter.seal()
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            BigButton {
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.touch + 8
                Layout.preferredWidth: 100
                font.pixelSize: Theme.small
                kind: BigButton.Secondary
                leftPadding: 6
                objectName: "outbox.import.open"
                rightPadding: 6
                text: qsTr("Impor data lama")
                onClicked: importSheet.open()
            }
            BigButton {
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.touch + 8
                Layout.preferredWidth: 100
                font.pixelSize: Theme.small
                kind: BigButton.Secondary
                leftPadding: 6
                objectName: "outbox.export"
                rightPadding: 6
                text: qsTr("Ekspor catatan luring")
                onClicked: exporter.run()
            }
        }
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
