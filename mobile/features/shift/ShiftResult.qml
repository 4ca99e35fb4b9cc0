import QtQuick
import Palang.Components
import Palang.Shift

/// After the count: the difference, and whether server and device have the same records.
Column {
    id: root

    required property ShiftModel shift

    readonly property bool isAnswered: shift.phase === ShiftModel.Closed
    readonly property bool agrees: shift.difference === 0

    signal finished

    spacing: Theme.margin

    EmptyState {
        iconName: root.isAnswered ? "tick-circle" : root.shift.phase === ShiftModel.Refused ? "failed" : "clock"
        note: root.isAnswered ? "" : qsTr("Setoran sementara. Selisih muncul setelah server menerima penutupan ini.")
        tone: root.isAnswered ? Theme.connected : root.shift.phase === ShiftModel.Refused ? Theme.failed : Theme.outline
        title: root.isAnswered ? qsTr("Shift ditutup") : root.shift.phase === ShiftModel.Refused ? qsTr("Penutupan ditolak")
                                                     : qsTr("Dihitung, menunggu server")
        width: parent.width
    }
    FactRow {
        label: qsTr("Dihitung")
        objectName: "shift.countedFact"
        value: Format.money(root.shift.counted)
        width: parent.width
    }
    FactRow {
        label: qsTr("Seharusnya")
        objectName: "shift.expected"
        value: Format.money(root.shift.expected)
        visible: root.isAnswered
        width: parent.width
    }
    FactRow {
        label: qsTr("Selisih")
        objectName: "shift.difference"
        tone: root.agrees ? Theme.connected : Theme.failed
        value: root.shift.differenceText
        visible: root.isAnswered
        width: parent.width
    }
    Row {
        spacing: 10
        visible: root.isAnswered
        width: parent.width

        Icon {
            color: root.shift.auditAgrees ? Theme.connected : Theme.failed
            height: 26
            name: root.shift.auditAgrees ? "tick" : "failed"
            width: 26
        }
        AppText {
            objectName: "shift.audit"
            strong: true
            text: root.shift.auditText
            width: parent.width - 36
            wrapMode: Text.WordWrap
        }
    }
    BigButton {
        objectName: "shift.finish"
        text: qsTr("Selesai")
        visible: root.shift.phase !== ShiftModel.Counted
        width: parent.width
        onClicked: root.finished()
    }
}
