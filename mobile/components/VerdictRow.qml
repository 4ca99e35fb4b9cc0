import QtQuick
import QtQuick.Layouts
import Palang.Components

/// One record and what became of it: sent, already_there, quarantined, failed or pending.
RowLayout {
    id: root

    required property string summary
    required property string verdict
    property string reason

    readonly property string word: verdict === "sent" ? qsTr("Terkirim") : verdict === "already_there" ? qsTr("Sudah ada")
                                 : verdict === "quarantined" ? qsTr("Perlu diperiksa")
                                 : verdict === "failed" ? qsTr("Gagal kirim") : qsTr("Menunggu kirim")
    readonly property color tone: verdict === "quarantined" || verdict === "failed" ? Theme.failed
                                : verdict === "pending" ? Theme.softText : Theme.connected
    readonly property string mark: verdict === "quarantined" || verdict === "failed" ? "failed"
                                 : verdict === "pending" ? "clock" : "tick"

    Accessible.name: summary + ": " + word + " " + reason
    Accessible.role: Accessible.ListItem
    spacing: 10

    Icon {
        Layout.alignment: Qt.AlignTop
        Layout.preferredHeight: 24
        Layout.preferredWidth: 24
        color: root.tone
        name: root.mark
    }
    Column {
        Layout.fillWidth: true

        AppText {
            text: root.summary
            width: parent.width
            wrapMode: Text.Wrap
        }
        AppText {
            color: root.tone
            font.pixelSize: Theme.label
            strong: true
            text: root.reason === "" ? root.word : root.word + " — " + root.reason
            width: parent.width
            wrapMode: Text.WordWrap
        }
    }
}
