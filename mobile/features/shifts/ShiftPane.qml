pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Base
import Palang.Components
import Palang.Desk
import Palang.Shifts

/// One shift's money: what should be there, what was counted, what may explain the difference, and every payment.
SidePane {
    id: root

    required property Workplace workplace
    property string shiftId

    readonly property var facts: payments.facts

    signal sessionRequested(string sessionId)

    name: "shifts.pane"
    note: (facts.device ?? "") + " · " + (facts.records ?? "")
    title: (facts.person ?? "") + " · " + (facts.hours ?? "")

    ShiftPaymentModel {
        id: payments

        active: root.visible
        shiftId: root.shiftId
        workplace: root.workplace
    }
    AgeLine {
        Layout.fillWidth: true
        fetch: payments.fetch
        name: "shifts.pane.age"
    }
    GridLayout {
        Layout.fillWidth: true
        columnSpacing: 16
        columns: 2
        rowSpacing: 10

        Fact {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            label: qsTr("Modal awal")
            value: root.facts.openingCash ?? ""
        }
        Fact {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            label: qsTr("Seharusnya")
            value: root.facts.expected ?? ""
        }
        Fact {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            label: qsTr("Dihitung")
            value: root.facts.counted ?? ""
        }
        Fact {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            label: qsTr("Selisih")
            objectName: "shifts.difference"
            tone: root.facts.differs ? Theme.failed : Theme.connected
            value: root.facts.difference ?? ""
        }
    }
    AppText {
        Layout.fillWidth: true
        strong: true
        text: root.facts.differs ? qsTr("Yang mungkin menjelaskan selisihnya") : qsTr("Yang tidak biasa di shift ini")
        visible: payments.suspects.length > 0
        wrapMode: Text.WordWrap
    }
    Column {
        id: suspects

        Layout.fillWidth: true
        spacing: Theme.gap

        Repeater {
            model: payments.suspects

            SuspectRow {
                required property var modelData
                required property int index

                objectName: "shifts.suspect." + index
                suspect: modelData
                width: suspects.width
                onClicked: root.sessionRequested(modelData.sessionId)
            }
        }
    }
    AppText {
        strong: true
        text: qsTr("Menurut cara bayar")
        visible: payments.methods.length > 0
    }
    Column {
        id: methods

        Layout.fillWidth: true
        spacing: 2

        Repeater {
            model: payments.methods

            RowLayout {
                id: sum

                required property var modelData

                width: methods.width

                AppText {
                    Layout.fillWidth: true
                    font.pixelSize: Theme.label
                    text: qsTr("%1 · %2 kali").arg(sum.modelData.text).arg(sum.modelData.count)
                }
                AppText {
                    font.pixelSize: Theme.label
                    strong: true
                    text: sum.modelData.amount
                }
            }
        }
    }
    AppText {
        strong: true
        text: qsTr("Pembayaran")
    }
    DataTable {
        Layout.fillWidth: true
        Layout.preferredHeight: 300
        columns: [
            { "role": "at", "text": qsTr("Waktu"), "width": 94 }, { "role": "plate", "text": qsTr("Plat"), "width": 92, "grow": 1, "strong": true },
            { "role": "method", "text": qsTr("Cara"), "width": 60, "from": 480 }, { "role": "amount", "text": qsTr("Jumlah"), "width": 76, "right": true },
            { "role": "difference", "text": qsTr("Selisih"), "width": 70, "right": true, "tone": "tone" }]
        emptyTitle: qsTr("Belum ada pembayaran")
        framed: false
        keyRole: "sessionId"
        name: "shifts.payments"
        rowHeight: 40
        rows: payments
        onOpened: key => root.sessionRequested(key)
    }
}
