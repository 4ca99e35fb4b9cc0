import QtQuick
import QtQuick.Layouts
import Palang.Components
import Palang.Ticket

/// Which printer, whether it answers, and whether tickets are printed at once.
Sheet {
    id: root

    required property TicketModel ticket

    objectName: "printer"
    title: qsTr("Printer")
    onAboutToShow: {
        ticket.dismiss();
        address.text = ticket.printer;
        automatic.checked = ticket.automatic;
    }

    footer: BigButton {
        Layout.fillWidth: true
        iconName: "print"
        objectName: "printer.save"
        text: address.text.trim() === "" ? qsTr("Tanpa printer") : qsTr("Simpan & periksa")
        onClicked: {
            root.ticket.printer = address.text;
            if (root.ticket.printer === "")
                root.close();
            else
                root.ticket.probe();
        }
    }

    TextEntry {
        id: address

        Layout.fillWidth: true
        inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
        label: qsTr("Alamat printer")
        name: "printer.address"
        note: qsTr("Jaringan: 10.0.0.9 atau 10.0.0.9:9100. Bluetooth (di HP): bt:AA:BB:CC:DD:EE:FF. Kertas 58 mm, ESC/POS.")
    }
    CheckRow {
        id: automatic

        Layout.fillWidth: true
        objectName: "printer.automatic"
        text: qsTr("Cetak karcis saat mobil dicatat")
        onToggled: root.ticket.automatic = checked
    }
    AppText {
        Layout.fillWidth: true
        color: root.ticket.state === TicketModel.Failed ? Theme.failed : Theme.text
        objectName: "printer.message"
        strong: true
        text: root.ticket.message
        visible: text !== ""
        wrapMode: Text.Wrap
    }
}
