pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Base
import Palang.Components
import Palang.Outbox

/// Takes files of an older program or of another device into the outbox: from where, for which gates, and what came of it.
Sheet {
    id: root

    required property Workplace workplace

    readonly property bool isReady: importer.state === Importer.Ready

    objectName: "outbox.import"
    title: qsTr("Impor data lama")
    onAboutToShow: {
        importer.reset();
        folderEntry.text = importer.usualFolder;
    }

    footer: [
        BigButton {
            Layout.fillWidth: true
            enabled: folderEntry.text.trim() !== ""
            iconName: "export"
            objectName: "outbox.import.start"
            text: qsTr("Impor")
            visible: root.isReady
            onClicked: importer.run(folderEntry.text)
        },
        BigButton {
            Layout.fillWidth: true
            enabled: importer.state !== Importer.Running
            kind: BigButton.Secondary
            objectName: "outbox.import.done"
            text: importer.state === Importer.Running ? qsTr("Membaca berkas…") : qsTr("Selesai")
            visible: !root.isReady
            onClicked: root.close()
        }
    ]

    Importer {
        id: importer

        workplace: root.workplace
    }
    TextEntry {
        id: folderEntry

        Layout.fillWidth: true
        label: qsTr("Folder offline_data")
        name: "outbox.import.folder"
        note: qsTr("Folder berisi parking_entry_….json dan parking_exit_….json, dengan Images di dalam atau di sebelahnya.")
        visible: root.isReady
        onAccepted: importer.run(text)
    }
    ListRow {
        Layout.fillWidth: true
        iconName: "masuk"
        note: qsTr("Untuk catatan masuk; ketuk untuk mengganti")
        objectName: "outbox.import.entryGate"
        opens: false
        text: importer.entryGate
        visible: root.isReady
        onClicked: importer.nextEntryGate()
    }
    ListRow {
        Layout.fillWidth: true
        iconName: "keluar"
        note: qsTr("Untuk catatan keluar; ketuk untuk mengganti")
        objectName: "outbox.import.exitGate"
        opens: false
        text: importer.exitGate
        visible: root.isReady
        onClicked: importer.nextExitGate()
    }
    AppText {
        Layout.fillWidth: true
        color: importer.state === Importer.Failed ? Theme.failed : Theme.text
        objectName: "outbox.import.summary"
        strong: true
        text: importer.summary
        visible: text !== ""
        wrapMode: Text.WordWrap
    }
    AppText {
        Layout.fillWidth: true
        font.pixelSize: Theme.small
        objectName: "outbox.import.skipped"
        text: importer.skipped
        visible: text !== ""
        wrapMode: Text.Wrap
    }
    AppText {
        Layout.fillWidth: true
        font.pixelSize: Theme.label
        soft: true
        text: qsTr("Yang diambil menunggu di Catatan sampai dikirim. Mengimpor dua kali tidak menggandakan apa pun.")
        visible: importer.state !== Importer.Failed
        wrapMode: Text.WordWrap
    }
}
