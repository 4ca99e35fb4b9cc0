pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Base
import Palang.Components
import Palang.Outbox

/// Other ways to the server than this device's own network: another device, a sealed file, the manual's folder.
Sheet {
    id: root

    required property Workplace workplace
    required property CarriedModel carried
    property int waiting: 0

    readonly property bool hasRecords: waiting > 0

    signal giveRequested
    signal takeRequested
    signal importRequested

    objectName: "outbox.moving"
    title: qsTr("Salinan & pindahan")

    Exporter {
        id: exporter

        workplace: root.workplace
    }
    ListRow {
        Layout.fillWidth: true
        iconName: "share"
        note: qsTr("HP lain membawakan %n catatan ke server", "", root.waiting)
        objectName: "outbox.give"
        text: qsTr("Serahkan ke HP lain")
        visible: root.hasRecords && root.workplace.hasDevice
        onClicked: {
            root.close();
            root.giveRequested();
        }
    }
    ListRow {
        Layout.fillWidth: true
        iconName: "camera"
        note: qsTr("Bawakan catatan HP yang mati atau tanpa sinyal")
        objectName: "outbox.take"
        text: qsTr("Terima dari HP lain")
        visible: root.workplace.hasDevice
        onClicked: {
            root.close();
            root.takeRequested();
        }
    }
    Column {
        id: carriedRows

        Layout.fillWidth: true
        spacing: Theme.gap
        visible: root.carried.count > 0

        Repeater {
            model: root.carried

            ListRow {
                required property int index
                required property string title
                required property string standing
                required property bool troubled
                required property bool delivered

                iconName: troubled ? "warning" : delivered ? "tick-circle" : "clock"
                iconTone: troubled ? Theme.failed : Theme.text
                note: standing
                noteTone: troubled ? Theme.failed : Theme.softText
                objectName: "outbox.carried." + index
                opens: false
                text: title
                width: carriedRows.width
            }
        }
    }
    ListRow {
        Layout.fillWidth: true
        iconName: "copy"
        note: qsTr("Berkas catatan dan foto yang hanya dapat dibuka server")
        objectName: "outbox.seal"
        opens: false
        text: qsTr("Salinan kedua")
        visible: root.hasRecords && root.workplace.hasDevice
        onClicked: exporter.seal()
    }
    ListRow {
        Layout.fillWidth: true
        iconName: "export"
        note: qsTr("Folder offline_data, untuk program lain")
        objectName: "outbox.export"
        opens: false
        text: qsTr("Ekspor catatan luring")
        onClicked: exporter.run()
    }
    ListRow {
        Layout.fillWidth: true
        iconName: "catatan"
        note: qsTr("Folder offline_data dari program lain")
        objectName: "outbox.import.open"
        text: qsTr("Impor data lama")
        onClicked: {
            root.close();
            root.importRequested();
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
}
