import QtQuick
import Palang.Components
import Palang.Ticket

/// Printing and sharing, in a line below the ticket: two keys, and what came of them.
Item {
    id: root

    required property TicketModel ticket

    readonly property bool isBad: ticket.state === TicketModel.Failed

    /// It was handed out before: this needs a reason.
    signal copyRequested

    implicitHeight: Theme.touch

    Row {
        id: keys

        anchors.right: parent.right
        height: parent.height
        spacing: Theme.gap

        KeyButton {
            Accessible.name: qsTr("Cetak karcis")
            enabled: root.ticket.state !== TicketModel.Working
            height: parent.height
            iconName: "print"
            objectName: "ticket.print"
            visible: root.ticket.printer !== ""
            width: 60
            onClicked: root.ticket.handedOut ? root.copyRequested() : root.ticket.print("")
        }
        KeyButton {
            Accessible.name: qsTr("Bagikan karcis")
            height: parent.height
            iconName: "share"
            objectName: "ticket.share"
            width: 60
            onClicked: root.ticket.handedOut ? root.copyRequested() : root.ticket.share("")
        }
    }
    AppText {
        Accessible.name: text
        Accessible.role: Accessible.AlertMessage
        anchors.left: parent.left
        anchors.right: keys.left
        anchors.rightMargin: Theme.gap
        color: root.isBad ? Theme.failed : Theme.text
        elide: Text.ElideMiddle
        font.pixelSize: Theme.small
        height: parent.height
        maximumLineCount: 2
        objectName: "ticket.line"
        strong: root.isBad
        text: root.ticket.message
        wrapMode: Text.Wrap
    }
}
