pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Components
import Palang.Desk

/// One device's story: its numbers, its hours without a network, what was refused.
SidePane {
    id: root

    property var device: ({})

    readonly property bool isComplete: (device.missing ?? "") === ""

    component Lines: Column {
        id: list

        property string title
        property string none
        property var lines: []

        Layout.fillWidth: true
        spacing: 4

        AppText {
            strong: true
            text: list.title
            width: parent.width
        }
        AppText {
            font.pixelSize: Theme.label
            soft: true
            text: list.none
            visible: list.lines.length === 0
            width: parent.width
            wrapMode: Text.WordWrap
        }
        Repeater {
            model: list.lines

            AppText {
                required property string modelData

                font.pixelSize: Theme.label
                text: modelData
                width: list.width
                wrapMode: Text.WordWrap
            }
        }
    }

    name: "sync.device"
    note: device.status ?? ""
    title: device.name ?? ""

    RowLayout {
        Layout.fillWidth: true
        spacing: 10

        Icon {
            Layout.preferredHeight: 22
            Layout.preferredWidth: 22
            color: root.isComplete ? Theme.connected : Theme.failed
            name: root.isComplete ? "tick-circle" : "warning"
        }
        AppText {
            Layout.fillWidth: true
            color: root.isComplete ? Theme.connected : Theme.failed
            objectName: "sync.device.missing"
            strong: true
            text: root.isComplete ? qsTr("Nomor 1–%1 lengkap").arg(root.device.lastNumber ?? "") : qsTr("Belum sampai: nomor %1").arg(root.device.missing)
            wrapMode: Text.WordWrap
        }
    }
    Fact {
        Layout.fillWidth: true
        label: qsTr("Terakhir terlihat")
        value: root.device.lastSeen ?? ""
    }
    Fact {
        Layout.fillWidth: true
        label: qsTr("Jam perangkat")
        value: root.device.clock ?? ""
    }
    Lines {
        lines: root.device.windows ?? []
        none: qsTr("Tidak mencatat apa pun saat luring dalam kurun ini.")
        title: qsTr("Bekerja luring")
    }
    Lines {
        lines: root.device.refusals ?? []
        none: qsTr("Tidak ada yang ditolak.")
        title: qsTr("Ditolak")
    }
}
