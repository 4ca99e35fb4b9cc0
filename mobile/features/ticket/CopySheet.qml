pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Components
import Palang.Ticket

/// Another copy of a ticket: why, and on paper or as a picture.
Sheet {
    id: root

    required property TicketModel ticket
    property string reason

    readonly property var reasons: [
        { "name": "jam", "text": qsTr("Kertas macet atau habis") },
        { "name": "unreadable", "text": qsTr("Cetakan tidak terbaca") },
        { "name": "asked", "text": qsTr("Diminta pengemudi") }]
    readonly property string chosen: reason !== "" ? reason : other.text.trim()

    objectName: "ticket.copy"
    title: qsTr("Salinan karcis %1").arg(ticket.number)
    onAboutToShow: {
        ticket.dismiss();
        reason = "";
        other.text = "";
    }

    footer: [
        BigButton {
            Layout.fillWidth: true
            enabled: root.chosen !== "" && root.ticket.state !== TicketModel.Working
            iconName: "print"
            objectName: "ticket.copy.print"
            text: qsTr("Cetak salinan")
            visible: root.ticket.printer !== ""
            onClicked: root.ticket.print(root.chosen)
        },
        BigButton {
            Layout.fillWidth: true
            enabled: root.chosen !== ""
            iconName: "share"
            kind: root.ticket.printer !== "" ? BigButton.Secondary : BigButton.Primary
            objectName: "ticket.copy.share"
            text: qsTr("Bagikan salinan")
            onClicked: root.ticket.share(root.chosen)
        }
    ]

    AppText {
        Layout.fillWidth: true
        font.pixelSize: Theme.label
        text: qsTr("Salinan ditandai dan alasannya tercatat.")
        wrapMode: Text.WordWrap
    }
    Column {
        id: rows

        Layout.fillWidth: true
        spacing: Theme.gap

        Repeater {
            model: root.reasons

            ListRow {
                required property var modelData

                iconName: root.reason === modelData.text ? "tick-circle" : "ticket"
                objectName: "ticket.copy." + modelData.name
                opens: false
                text: modelData.text
                width: rows.width
                onClicked: root.reason = modelData.text
            }
        }
    }
    TextEntry {
        id: other

        Layout.fillWidth: true
        label: qsTr("Alasan lain")
        name: "ticket.copy.other"
        onEdited: root.reason = ""
    }
    AppText {
        Layout.fillWidth: true
        color: root.ticket.state === TicketModel.Failed ? Theme.failed : Theme.text
        objectName: "ticket.copy.message"
        strong: true
        text: root.ticket.message
        visible: text !== ""
        wrapMode: Text.Wrap
    }
}
