pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Palang.Base
import Palang.Components
import Palang.Desk
import Palang.Reports

/// What a day, a week or a month came to. Bars open what is behind them: a day, or the vehicles.
FocusScope {
    id: root

    required property Workplace workplace

    property var behind: null

    readonly property var figures: report.figures

    signal sessionRequested(string sessionId)

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
        onClicked: root.behind = { "title": what, "filter": filter }
    }

    function leave() {
        behind = null;
    }
    function showBar(bar) {
        if (period.unit !== "day")
            showDay(bar.key);
        else
            behind = { "title": bar.text, "filter": { "hourMs": bar.key } };
    }
    function showDay(back) {
        const days = period.unit === "week" ? 7 : 30;
        const total = period.back * days + Number(back);
        period.unit = "day";
        period.back = total;
    }

    Keys.onEscapePressed: root.leave()

    Period {
        id: period

        unit: "week"
        workplace: root.workplace
        onChanged: root.leave()
    }
    ReportModel {
        id: report

        active: root.visible
        period: period
        workplace: root.workplace
    }
    RowLayout {
        anchors.fill: parent
        anchors.margins: 16
        spacing: 16

        ColumnLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            spacing: 10

            RowLayout {
                Layout.fillWidth: true
                spacing: 16

                PeriodBar {
                    name: "reports.period"
                    period: period
                }
                AgeLine {
                    Layout.fillWidth: true
                    fetch: report.fetch
                    name: "reports.age"
                }
            }
            ExportBar {
                Layout.fillWidth: true
                period: period
                report: report
                workplace: root.workplace
            }
            Flickable {
                Layout.fillHeight: true
                Layout.fillWidth: true
                boundsBehavior: Flickable.StopAtBounds
                clip: true
                contentHeight: body.implicitHeight
                contentWidth: width

                ScrollBar.vertical: ScrollBar {}

                GridLayout {
                    id: body

                    columnSpacing: 12
                    columns: 2
                    rowSpacing: 12
                    width: parent.width - 12

                    Panel {
                        Layout.columnSpan: 2
                        Layout.fillWidth: true
                        Layout.preferredHeight: money.columns === 6 ? 190 : 246
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
                                columns: body.width > 960 ? 6 : 3
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
                    Panel {
                        Layout.columnSpan: 2
                        Layout.fillWidth: true
                        Layout.preferredHeight: 240
                        iconName: "cash"
                        note: period.unit === "day" ? qsTr("per jam · klik untuk kendaraannya") : qsTr("per hari · klik untuk harinya")
                        title: qsTr("Pendapatan")

                        BarChart {
                            anchors.fill: parent
                            bars: report.revenueBars
                            clickable: true
                            name: "reports.day"
                            tone: Theme.connected
                            onChosen: index => root.showBar(bars[index])
                        }
                    }
                    Panel {
                        Layout.fillWidth: true
                        Layout.preferredHeight: 220
                        Layout.preferredWidth: 1
                        iconName: "clock"
                        note: qsTr("masuk dan keluar")
                        title: qsTr("Jam sibuk")

                        BarChart {
                            anchors.fill: parent
                            bars: report.hourBars
                            clickable: period.unit === "day"
                            name: "reports.hour"
                            onChosen: index => root.showBar(bars[index])
                        }
                    }
                    Panel {
                        Layout.fillWidth: true
                        Layout.preferredHeight: 220
                        Layout.preferredWidth: 1
                        iconName: "gate"
                        note: qsTr("kendaraan di dalam")
                        title: qsTr("Terisi")

                        BarChart {
                            anchors.fill: parent
                            bars: report.occupancyBars
                            name: "reports.inside"
                            tone: Theme.exit
                        }
                    }
                    Panel {
                        Layout.fillWidth: true
                        Layout.preferredHeight: 70 + 34 * Math.max(3, report.typeBars.length)
                        Layout.preferredWidth: 1
                        iconName: "mobil"
                        note: qsTr("klik untuk kendaraannya")
                        title: qsTr("Jenis")

                        ShareBars {
                            anchors.fill: parent
                            bars: report.typeBars
                            clickable: true
                            name: "reports.type"
                            onChosen: index => root.behind = { "title": bars[index].label, "filter": { "type": bars[index].key } }
                        }
                    }
                    Panel {
                        Layout.fillWidth: true
                        Layout.preferredHeight: 70 + 34 * Math.max(3, report.gateBars.length)
                        Layout.preferredWidth: 1
                        iconName: "gate"
                        note: qsTr("klik untuk kendaraannya")
                        title: qsTr("Pintu")

                        ShareBars {
                            anchors.fill: parent
                            bars: report.gateBars
                            clickable: true
                            name: "reports.gate"
                            onChosen: index => root.behind = { "title": bars[index].label, "filter": { "gate": bars[index].key } }
                        }
                    }
                    Panel {
                        Layout.fillWidth: true
                        Layout.preferredHeight: 70 + 34 * 3
                        Layout.preferredWidth: 1
                        iconName: "card"
                        title: qsTr("Cara bayar")

                        ShareBars {
                            anchors.fill: parent
                            bars: report.methodBars
                            name: "reports.method"
                            tone: Theme.connected
                        }
                    }
                    Panel {
                        Layout.fillWidth: true
                        Layout.preferredHeight: 70 + 34 * 3
                        Layout.preferredWidth: 1
                        iconName: "lock"
                        title: qsTr("Pembukaan tanpa transaksi")

                        Grid {
                            id: openingGrid

                            anchors.fill: parent
                            anchors.leftMargin: 8
                            columnSpacing: 8
                            columns: 2
                            rowSpacing: 4

                            Repeater {
                                model: report.openingLines

                                AppText {
                                    required property var modelData

                                    width: openingGrid.width / 2 - 4
                                    font.pixelSize: Theme.label
                                    fontSizeMode: Text.HorizontalFit
                                    minimumPixelSize: 10
                                    text: modelData.text + ": " + modelData.count
                                    wrapMode: Text.WordWrap
                                }
                            }
                            AppText {
                                font.pixelSize: Theme.label
                                soft: true
                                text: qsTr("Tidak ada")
                                visible: report.openingLines.length === 0
                            }
                        }
                    }
                }
            }
        }
        StaysPane {
            Layout.fillHeight: true
            Layout.preferredWidth: Math.max(410, Math.min(520, root.width * 0.34))
            filter: root.behind?.filter ?? ({})
            note: period.text
            period: period
            title: root.behind?.title ?? ""
            visible: root.behind !== null
            workplace: root.workplace
            onCloseRequested: root.leave()
            onSessionRequested: sessionId => root.sessionRequested(sessionId)
        }
    }
}
