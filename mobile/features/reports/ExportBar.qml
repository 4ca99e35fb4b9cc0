import QtQuick
import QtQuick.Layouts
import Palang.Base
import Palang.Components
import Palang.Desk
import Palang.Reports

/// Takes the report out: a spreadsheet, PDF, paper, or every vehicle one by one. Says where it went.
ColumnLayout {
    id: root

    required property Workplace workplace
    required property ReportModel report
    required property Period period

    property bool lastWasStays: false

    readonly property bool failed: lastWasStays ? stays.failed && !stays.running : out.failed
    readonly property string progress: stays.percent >= 0 ? qsTr("%1 % · %2 kendaraan tertulis…").arg(stays.percent).arg(stays.written)
                                                          : qsTr("%1 kendaraan tertulis…").arg(stays.written)
    readonly property string outcome: stays.running ? progress : lastWasStays ? stays.outcome : out.outcome

    function save(how) {
        lastWasStays = false;
        how();
    }
    function saveStays(suffix) {
        lastWasStays = true;
        stays.start(period, suffix, report.exits);
    }

    spacing: 4

    ReportExport {
        id: out

        report: root.report
    }
    StayExport {
        id: stays

        workplace: root.workplace
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        DeskButton {
            enabled: root.report.fetch.loaded
            iconName: "export"
            objectName: "reports.xlsx"
            text: "Excel"
            onClicked: root.save(out.saveXlsx)
        }
        DeskButton {
            enabled: root.report.fetch.loaded
            objectName: "reports.csv"
            text: "CSV"
            onClicked: root.save(out.saveCsv)
        }
        DeskButton {
            enabled: root.report.fetch.loaded
            objectName: "reports.pdf"
            text: "PDF"
            onClicked: root.save(out.savePdf)
        }
        DeskButton {
            enabled: root.report.fetch.loaded
            iconName: "print"
            objectName: "reports.print"
            text: qsTr("Cetak")
            onClicked: root.save(() => out.sendToPrinter(printer.currentValue ?? ""))
        }
        Choice {
            id: printer

            Layout.preferredWidth: 180
            label: qsTr("Printer")
            model: out.printers
            objectName: "reports.printer"
            visible: out.printers.length > 1
        }
        DeskButton {
            enabled: root.workplace.online
            iconName: "mobil"
            objectName: "reports.stays"
            text: qsTr("Semua kendaraan (Excel)")
            visible: !stays.running
            onClicked: root.saveStays("xlsx")
        }
        DeskButton {
            enabled: root.workplace.online
            objectName: "reports.stays.csv"
            text: qsTr("(CSV)")
            visible: !stays.running
            onClicked: root.saveStays("csv")
        }
        DeskButton {
            iconName: "close"
            objectName: "reports.stays.cancel"
            text: qsTr("Batalkan")
            visible: stays.running
            onClicked: stays.cancel()
        }
    }
    Rectangle {
        Layout.fillWidth: true
        color: Theme.sunken
        implicitHeight: 8
        radius: 4
        visible: stays.running && stays.percent >= 0

        Rectangle {
            color: Theme.accent
            height: parent.height
            radius: 4
            width: parent.width * Math.max(0, stays.percent) / 100
        }
    }
    AppText {
        Accessible.name: text
        Accessible.role: Accessible.AlertMessage
        Layout.fillWidth: true
        color: root.failed ? Theme.failed : stays.running ? Theme.text : Theme.connected
        font.pixelSize: Theme.small
        objectName: "reports.outcome"
        strong: true
        text: root.outcome
        visible: text !== ""
        wrapMode: Text.WrapAnywhere
    }
}
