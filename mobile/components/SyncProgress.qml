pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

/// A sync while it runs: `3 dari 12`, each record's result as it comes; cancelling keeps the rest.
Sheet {
    id: root

    property int done: 0
    property int total: 0
    /// Roles: summary, verdict, reason; the newest first.
    property alias results: resultsView.model

    signal cancelled

    closePolicy: Sheet.NoAutoClose
    objectName: "sync.progress"
    title: qsTr("Menyinkronkan")

    footer: BigButton {
        Layout.fillWidth: true
        kind: BigButton.Secondary
        note: qsTr("Sisanya tetap tersimpan")
        objectName: "sync.progress.cancel"
        text: qsTr("Batalkan")
        onClicked: root.cancelled()
    }

    AppText {
        Layout.fillWidth: true
        font.pixelSize: Theme.large
        objectName: "sync.progress.count"
        strong: true
        text: qsTr("%1 dari %2").arg(root.done).arg(root.total)
    }
    Rectangle {
        Accessible.name: qsTr("%1 dari %2").arg(root.done).arg(root.total)
        Accessible.role: Accessible.ProgressBar
        Layout.fillWidth: true
        Layout.preferredHeight: 18
        border.color: Theme.outline
        border.width: Math.max(1, Theme.line)
        color: Theme.sunken
        radius: 9

        Rectangle {
            color: Theme.syncing
            height: parent.height
            radius: 9
            width: root.total > 0 ? parent.width * root.done / root.total : 0
        }
    }
    ListView {
        id: resultsView

        Layout.fillWidth: true
        Layout.preferredHeight: 260
        clip: true
        spacing: Theme.gap

        delegate: VerdictRow {
            width: ListView.view.width
        }
    }
}
