pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Components
import Palang.Desk

/// What a period came to in money, and the counts whose vehicles one may want to see.
Panel {
    id: root

    /// As of ReportModel.
    property var figures: ({})

    signal lookRequested(string title, var filter)

    component Figure: Fact {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
    }
    component Look: DeskButton {
        required property string what
        required property var filter

        Layout.fillWidth: true
        Layout.preferredWidth: 1
        text: what
        onClicked: root.lookRequested(what, filter)
    }

    implicitHeight: money.columns === 6 ? 190 : 246
    iconName: "cash"
    title: qsTr("Uang")

    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: 8
        spacing: 8

        GridLayout {
            id: money

            Layout.fillWidth: true
            columnSpacing: 16
            columns: root.width > 960 ? 6 : 3
            rowSpacing: 6

            Figure {
                label: qsTr("Pendapatan")
                objectName: "reports.revenue"
                value: root.figures.revenue
            }
            Figure {
                label: qsTr("Bersih")
                value: root.figures.net
            }
            Figure {
                label: qsTr("Pajak di dalamnya")
                value: root.figures.tax
            }
            Figure {
                label: qsTr("Selisih kas shift")
                tone: root.figures.shiftsDiffer ? Theme.failed : Theme.connected
                value: root.figures.shiftDifference
            }
            Figure {
                label: qsTr("Masuk / keluar")
                value: root.figures.entries + " / " + root.figures.exits
            }
            Figure {
                label: qsTr("Rata-rata parkir")
                value: root.figures.averageStay
            }
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            Look {
                filter: ({ "amount": "different" })
                objectName: "reports.differences"
                what: qsTr("Selisih biaya: %1").arg(root.figures.differences)
            }
            Look {
                filter: ({ "amount": "free" })
                objectName: "reports.free"
                what: qsTr("Gratis: %1").arg(root.figures.freeExits)
            }
            Look {
                filter: ({ "flag": "lost_ticket" })
                objectName: "reports.lost"
                what: qsTr("Karcis hilang: %1").arg(root.figures.lostTickets)
            }
            Look {
                filter: ({ "noExitPhoto": "true" })
                objectName: "reports.noPhoto"
                what: qsTr("Tanpa foto keluar: %1").arg(root.figures.noPhoto)
            }
        }
    }
}
