pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Palang.Base
import Palang.Components

/// Lainnya: what is not needed for every car.
FocusScope {
    id: root

    required property Workplace workplace
    property int pending: 0
    property string printer
    property bool hasPin: false

    readonly property var actions: [
        { "name": "openGate", "icon": "gate", "text": qsTr("Buka palang"), "run": gateRequested },
        { "name": "sync", "icon": "sync", "text": qsTr("Sinkronisasi data"), "run": connectionRequested },
        { "name": "history", "icon": "clock", "text": qsTr("Riwayat sinkronisasi"), "run": historyRequested },
        { "name": "printer", "icon": "print", "text": qsTr("Printer"), "run": printerRequested },
        { "name": "pin", "icon": "lock", "text": qsTr("PIN"), "run": pinRequested },
        { "name": "gate", "icon": "masuk", "text": qsTr("Ganti pintu"), "run": gateChoiceRequested }]
    /// Apart from the actions: a new action is a new row, under a finger that presses the old one.
    readonly property var notes: ({
        "openGate": qsTr("Dengan alasan; tercatat"),
        "sync": pending > 0 ? qsTr("%1 menunggu kirim").arg(pending) : qsTr("Semua sudah terkirim"),
        "printer": printer === "" ? qsTr("Belum diatur") : printer,
        "pin": hasPin ? qsTr("Terpasang; diminta setelah 5 menit") : qsTr("Belum dipasang"),
        "gate": workplace.gateName
    })
    readonly property var themes: [
        { "name": "normal", "text": qsTr("Biasa"), "icon": "day" },
        { "name": "sunlight", "text": qsTr("Terik"), "icon": "sun" },
        { "name": "night", "text": qsTr("Malam"), "icon": "moon" }]
    readonly property var sizes: [
        { "name": "usual", "text": qsTr("Biasa"), "value": 1 },
        { "name": "large", "text": qsTr("Besar"), "value": 1.5 },
        { "name": "largest", "text": qsTr("Terbesar"), "value": 2 }]
    readonly property var languages: [{ "name": "id", "text": "Indonesia" }, { "name": "en", "text": "English" }]

    signal gateRequested
    signal connectionRequested
    signal historyRequested
    signal gateChoiceRequested
    signal syncRequested
    signal printerRequested
    signal pinRequested
    signal lockRequested

    Flickable {
        anchors.fill: parent
        boundsBehavior: Flickable.StopAtBounds
        contentHeight: column.implicitHeight + 2 * Theme.margin
        contentWidth: width

        ScrollBar.vertical: ScrollBar {}

        Column {
            id: column

            spacing: Theme.gap
            width: Math.min(parent.width - 2 * Theme.margin, Theme.formWidth)
            x: (parent.width - width) / 2
            y: Theme.margin

            Repeater {
                model: root.actions

                ListRow {
                    required property var modelData

                    iconName: modelData.icon
                    note: root.notes[modelData.name] ?? ""
                    objectName: "more." + modelData.name
                    text: modelData.text
                    width: column.width
                    onClicked: modelData.run()
                }
            }
            AppText {
                font.pixelSize: Theme.label
                strong: true
                text: qsTr("Layar")
                topPadding: Theme.gap
            }
            Tabs {
                choices: root.themes
                current: root.themes.findIndex(theme => theme.name === root.workplace.theme)
                objectName: "more.theme"
                width: parent.width
                onChosen: index => root.workplace.theme = root.themes[index].name
            }
            AppText {
                font.pixelSize: Theme.label
                strong: true
                text: qsTr("Ukuran huruf")
                topPadding: Theme.gap
            }
            Tabs {
                choices: root.sizes
                current: root.sizes.findIndex(size => size.value === root.workplace.fontScale)
                objectName: "more.fontScale"
                width: parent.width
                onChosen: index => root.workplace.fontScale = root.sizes[index].value
            }
            AppText {
                font.pixelSize: Theme.label
                strong: true
                text: qsTr("Bahasa")
                topPadding: Theme.gap
            }
            Tabs {
                choices: root.languages
                current: root.languages.findIndex(language => language.name === root.workplace.language)
                objectName: "more.language"
                width: parent.width
                onChosen: index => root.workplace.language = root.languages[index].name
            }
            CheckRow {
                checked: root.workplace.cues
                note: qsTr("Saat tercatat, dan saat ada yang ditolak")
                objectName: "more.cues"
                text: qsTr("Bunyi dan getar")
                width: parent.width
                onToggled: root.workplace.cues = checked
            }
            CheckRow {
                checked: root.workplace.reducedMotion
                objectName: "more.reducedMotion"
                text: qsTr("Tanpa gerakan di layar")
                width: parent.width
                onToggled: root.workplace.reducedMotion = checked
            }
            ListRow {
                iconName: "lock"
                note: qsTr("Shift tetap berjalan")
                objectName: "more.lock"
                opens: false
                text: qsTr("Kunci layar")
                visible: root.hasPin
                width: parent.width
                onClicked: root.lockRequested()
            }
            ListRow {
                iconName: "logout"
                note: qsTr("%1 di %2").arg(root.workplace.personName).arg(root.workplace.siteName)
                objectName: "more.logout"
                opens: false
                text: qsTr("Selesai bekerja")
                width: parent.width
                onClicked: root.pending > 0 ? leaving.open() : root.workplace.logout()
            }
        }
    }
    Sheet {
        id: leaving

        objectName: "more.leaving"
        title: qsTr("%n catatan belum terkirim", "", root.pending)

        footer: [
            BigButton {
                Layout.fillWidth: true
                enabled: root.workplace.online
                iconName: "sync"
                objectName: "more.leaving.sync"
                text: qsTr("Sinkronkan dulu")
                onClicked: {
                    leaving.close();
                    root.syncRequested();
                }
            },
            BigButton {
                Layout.fillWidth: true
                kind: BigButton.Secondary
                objectName: "more.leaving.leave"
                text: qsTr("Tetap selesai")
                onClicked: {
                    leaving.close();
                    root.workplace.logout();
                }
            }
        ]

        AppText {
            Layout.fillWidth: true
            text: qsTr("Catatan tetap tersimpan di HP ini dan dikirim setelah petugas berikutnya masuk.")
            wrapMode: Text.WordWrap
        }
    }
}
