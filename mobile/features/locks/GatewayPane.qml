import QtQuick
import QtQuick.Layouts
import Palang.Components
import Palang.Desk
import Palang.Locks

/// One gateway: when it was away, and how long until its locks were complete again.
SidePane {
    id: root

    required property HealthModel health
    property string gatewayId

    property var facts: ({})

    function readFacts() {
        facts = health.ofGateway(gatewayId);
    }

    name: "locks.gatewayPane"
    onGatewayIdChanged: readFacts()

    Connections {
        function onChanged() {
            root.readFacts();
        }
        target: root.health
    }
    Fact {
        Layout.fillWidth: true
        label: qsTr("Luring dalam kurun ini")
        value: root.facts.offline ?? ""
    }
    Fact {
        Layout.fillWidth: true
        label: qsTr("Menyusul")
        value: root.facts.catchUp ?? ""
    }
    NoteList {
        Layout.fillWidth: true
        lines: root.facts.windows ?? []
        none: qsTr("Tidak pernah luring dalam kurun ini.")
        title: qsTr("Waktu luring")
    }
}
