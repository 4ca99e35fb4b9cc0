import QtQuick
import QtQuick.Layouts
import Palang.Components
import Palang.Desk

/// One submission: when it was made, when it came, what the server said.
SidePane {
    id: root

    property var submission: ({})

    name: "sync.submission"
    note: (submission.device ?? "") + ((submission.number ?? "") === "" ? "" : qsTr(", nomor %1").arg(submission.number))
    title: submission.kind ?? ""

    RowLayout {
        Layout.fillWidth: true
        spacing: 10

        Icon {
            Layout.alignment: Qt.AlignTop
            Layout.preferredHeight: 22
            Layout.preferredWidth: 22
            color: verdict.color
            name: root.submission.icon ?? ""
        }
        AppText {
            id: verdict

            Layout.fillWidth: true
            color: root.submission.tone === "bad" ? Theme.failed : Theme.connected
            strong: true
            text: root.submission.verdict ?? ""
            wrapMode: Text.WordWrap
        }
    }
    Fact {
        Layout.fillWidth: true
        label: qsTr("Langkah berikutnya")
        value: root.submission.nextStep ?? ""
    }
    Fact {
        Layout.fillWidth: true
        label: qsTr("Dibuat di perangkat")
        value: root.submission.taken ?? ""
    }
    Fact {
        Layout.fillWidth: true
        label: qsTr("Diterima server")
        value: root.submission.received ?? ""
    }
    Fact {
        Layout.fillWidth: true
        label: qsTr("Terlambat")
        value: root.submission.delay ?? ""
    }
    Fact {
        Layout.fillWidth: true
        label: qsTr("Petugas")
        value: root.submission.person ?? ""
    }
    Fact {
        Layout.fillWidth: true
        label: qsTr("Nomor jurnal")
        value: root.submission.sequence ?? ""
    }
}
