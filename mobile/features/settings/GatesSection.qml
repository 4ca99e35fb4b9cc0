pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Components
import Palang.Desk
import Palang.Settings

/// The gates, where they lead, and which lock opens each; below, the locks themselves.
ColumnLayout {
    id: root

    required property ConfigDraft draft
    property bool readOnly: false

    readonly property var directions: [
        { "text": qsTr("Masuk"), "value": "in" }, { "text": qsTr("Keluar"), "value": "out" }, { "text": qsTr("Dua arah"), "value": "both" }]

    spacing: 10

    Column {
        id: gates

        Layout.fillWidth: true
        spacing: 10

        Repeater {
            model: root.draft.gates.length

            RowLayout {
                id: gate

                required property int index

                readonly property string at: "/gates/" + index

                spacing: 12
                width: gates.width

                Field {
                    Layout.alignment: Qt.AlignTop
                    Layout.fillWidth: true
                    Layout.preferredWidth: 2
                    draft: root.draft
                    label: qsTr("Nama · %1").arg(root.draft.revision >= 0 ? root.draft.value(gate.at + "/id") : "")
                    pointer: gate.at + "/name"
                    readOnly: root.readOnly
                }
                ChoiceField {
                    Layout.alignment: Qt.AlignTop
                    Layout.preferredWidth: 130
                    choices: root.directions
                    draft: root.draft
                    label: qsTr("Arah")
                    pointer: gate.at + "/direction"
                    readOnly: root.readOnly
                }
                ChoiceField {
                    Layout.alignment: Qt.AlignTop
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    choices: root.draft.zones
                    draft: root.draft
                    label: qsTr("Area")
                    pointer: gate.at + "/zone_id"
                    readOnly: root.readOnly
                }
                ChoiceField {
                    Layout.alignment: Qt.AlignTop
                    Layout.fillWidth: true
                    Layout.preferredWidth: 2
                    choices: root.draft.locks
                    draft: root.draft
                    label: qsTr("Kunci")
                    pointer: gate.at + "/lock_id"
                    readOnly: root.readOnly
                }
            }
        }
    }
    DeskButton {
        enabled: !root.readOnly
        objectName: "settings.addGate"
        text: qsTr("Tambah pintu")
        onClicked: root.draft.addGate()
    }
    AppText {
        Layout.topMargin: 14
        strong: true
        text: qsTr("Kunci TTLock")
    }
    Column {
        id: locks

        Layout.fillWidth: true
        spacing: 10

        Repeater {
            model: Math.max(0, root.draft.locks.length - 1)

            RowLayout {
                id: lock

                required property int index

                spacing: 12
                width: locks.width

                Field {
                    Layout.alignment: Qt.AlignTop
                    Layout.fillWidth: true
                    Layout.preferredWidth: 2
                    draft: root.draft
                    label: qsTr("Nama")
                    pointer: "/locks/" + lock.index + "/name"
                    readOnly: root.readOnly
                }
                Field {
                    Layout.alignment: Qt.AlignTop
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    draft: root.draft
                    label: qsTr("Nomor (lockId)")
                    pointer: "/locks/" + lock.index + "/id"
                    readOnly: true
                }
            }
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: 12

        TextEntry {
            id: lockId

            Layout.preferredWidth: 200
            label: qsTr("Nomor kunci baru (lockId)")
            name: "settings.newLock.id"
            readOnly: root.readOnly
        }
        TextEntry {
            id: lockName

            Layout.fillWidth: true
            label: qsTr("Namanya")
            name: "settings.newLock.name"
            readOnly: root.readOnly
        }
        DeskButton {
            Layout.alignment: Qt.AlignBottom
            enabled: !root.readOnly && lockId.text.trim() !== "" && lockName.text.trim() !== ""
            objectName: "settings.addLock"
            text: qsTr("Tambah kunci")
            onClicked: {
                root.draft.addLock(lockId.text, lockName.text);
                lockId.text = "";
                lockName.text = "";
            }
        }
    }
}
