pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Base
import Palang.Components
import Palang.Sync

/// Past syncs.
Sheet {
    id: root

    required property Workplace workplace

    objectName: "sync.history"
    title: qsTr("Riwayat sinkronisasi")
    onAboutToShow: history.reload()

    EmptyState {
        Layout.fillWidth: true
        iconName: "sync"
        note: qsTr("Catatan yang langsung terkirim tidak masuk riwayat ini.")
        title: qsTr("Belum ada sinkronisasi")
        visible: history.count === 0
    }
    Column {
        id: runRows

        Layout.fillWidth: true
        spacing: Theme.margin
        visible: history.count > 0

        Repeater {
            model: SyncHistoryModel {
                id: history

                workplace: root.workplace
            }

            ListRow {
                required property string when
                required property bool troubled
                required text

                iconName: troubled ? "failed" : "tick"
                iconTone: troubled ? Theme.failed : Theme.connected
                note: when
                opens: false
                width: runRows.width
            }
        }
    }
}
