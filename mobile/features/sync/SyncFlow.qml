import QtQuick
import QtQuick.Layouts
import Palang.Base
import Palang.Components
import Palang.Sync

/// The sync's dialogs in their order: the question on the way back up, progress, summary; and the sheet behind the indicator.
Item {
    id: root

    required property Workplace workplace

    property alias sync: syncModel

    /// A person asked for this run, so it is shown; records that go by themselves disturb nobody.
    property bool isShown: false

    signal attentionRequested

    function start() {
        isShown = true;
        results.clear();
        syncModel.startNow();
    }
    function openConnection() {
        workplace.checkNow();
        connectionSheet.open();
    }
    function openHistory() {
        historySheet.open();
    }
    function askIfWanted() {
        if (syncModel.promptWanted && !progress.opened)
            prompt.open();
        else if (!syncModel.promptWanted)
            prompt.close();
    }

    SyncModel {
        id: syncModel

        workplace: root.workplace
        onChanged: {
            if (root.isShown && running && total > 0)
                progress.open();
        }
        onFinished: {
            if (root.isShown) {
                progress.close();
                summarySheet.open();
            }
            root.isShown = false;
        }
        onPromptWantedChanged: root.askIfWanted()
        onSettled: (summary, verdict, reason) => results.add(summary, verdict, reason)
    }
    VerdictListModel {
        id: results
    }
    SyncPrompt {
        id: prompt

        oldest: syncModel.oldest
        pending: syncModel.pending
        onLaterChosen: syncModel.later()
        onNowChosen: root.start()
    }
    SyncProgress {
        id: progress

        done: syncModel.done
        results: results
        total: syncModel.total
        onCancelled: syncModel.cancel()
    }
    Sheet {
        id: summarySheet

        objectName: "sync.summary"
        title: qsTr("Ringkasan sinkronisasi")

        footer: BigButton {
            Layout.fillWidth: true
            objectName: "sync.summary.done"
            text: qsTr("Selesai")
            onClicked: summarySheet.close()
        }

        SyncSummaryView {
            Layout.fillWidth: true
            alreadyThere: syncModel.alreadyThere
            cancelled: syncModel.cancelled
            failed: syncModel.failed
            quarantined: syncModel.quarantined
            returned: syncModel.returned
            sent: syncModel.sent
            when: syncModel.finishedAt
            onAttentionRequested: {
                summarySheet.close();
                root.attentionRequested();
            }
        }
    }
    ConnectionSheet {
        id: connectionSheet

        sync: syncModel
        onAttentionRequested: {
            close();
            root.attentionRequested();
        }
        onStartRequested: {
            close();
            root.start();
        }
    }
    HistorySheet {
        id: historySheet

        workplace: root.workplace
    }
    Component.onCompleted: askIfWanted()
}
