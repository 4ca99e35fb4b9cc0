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

                    MoneyPanel {
                        Layout.columnSpan: 2
                        Layout.fillWidth: true
                        figures: root.figures
                        onLookRequested: (title, filter) => root.behind = { "title": title, "filter": filter }
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
