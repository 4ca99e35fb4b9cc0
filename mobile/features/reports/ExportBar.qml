import QtQuick
import QtQuick.Layouts
import Palang.Base
import Palang.Components
import Palang.Desk
import Palang.Reports

/// Takes the report out: CSV, PDF, paper, or every vehicle one by one. Says where it went.
ColumnLayout {
    id: root

    required property Workplace workplace
    required property ReportModel report
    required property Period period

    readonly property bool failed: stays.outcome !== "" && !stays.running && lastWasStays ? stays.failed : out.failed
    readonly property string outcome: stays.running ? qsTr("%1 kendaraan tertulis…").arg(stays.written) : lastWasStays ? stays.outcome : out.outcome
    property bool lastWasStays: false

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
            objectName: "reports.csv"
            text: "CSV"
            onClicked: {
                root.lastWasStays = false;
                out.saveCsv();
            }
        }
        DeskButton {
            enabled: root.report.fetch.loaded
            iconName: "catatan"
            objectName: "reports.pdf"
            text: "PDF"
            onClicked: {
                root.lastWasStays = false;
                out.savePdf();
            }
        }
        DeskButton {
            enabled: root.report.fetch.loaded
            iconName: "print"
            objectName: "reports.print"
            text: qsTr("Cetak")
            onClicked: {
                root.lastWasStays = false;
                out.sendToPrinter();
            }
        }
        DeskButton {
            enabled: stays.running || root.workplace.online
            iconName: stays.running ? "close" : "mobil"
            objectName: "reports.stays"
            text: stays.running ? qsTr("Batalkan") : qsTr("Semua kendaraan (CSV)")
            onClicked: {
                root.lastWasStays = true;
                if (stays.running)
                    stays.cancel();
                else
                    stays.start(root.period);
            }
        }
        AppText {
            Accessible.name: text
            Accessible.role: Accessible.AlertMessage
            Layout.fillWidth: true
            color: root.failed ? Theme.failed : Theme.connected
            font.pixelSize: Theme.small
            objectName: "reports.outcome"
            strong: true
            text: root.outcome
            wrapMode: Text.WrapAnywhere
        }
    }
}
