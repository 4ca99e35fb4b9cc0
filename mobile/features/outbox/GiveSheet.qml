import QtQuick
import QtQuick.Layouts
import Palang.Base
import Palang.Components
import Palang.Outbox

/// Gives what waits on this device to another one: over the network that both are in, or as codes.
Sheet {
    id: root

    required property Workplace workplace

    readonly property bool isByCodes: ways.current === 1

    function show(way) {
        ways.current = way;
        way === 1 ? network.stop() : network.start();
        way === 1 ? codes.start() : codes.stop();
    }

    objectName: "outbox.giving"
    title: qsTr("Serahkan ke HP lain")
    onAboutToHide: {
        network.stop();
        codes.stop();
    }
    onAboutToShow: show(network.possible ? 0 : 1)

    footer: BigButton {
        Layout.fillWidth: true
        kind: BigButton.Secondary
        objectName: "outbox.giving.pace"
        text: codes.slow ? qsTr("Lebih cepat") : qsTr("Lebih lambat")
        visible: root.isByCodes && codes.count > 1
        onClicked: codes.slow = !codes.slow
    }

    NetworkGiver {
        id: network

        workplace: root.workplace
    }
    HandoverGiver {
        id: codes

        workplace: root.workplace
    }
    Tabs {
        id: ways

        Layout.fillWidth: true
        choices: [{ "name": "network", "text": qsTr("Jaringan") }, { "name": "codes", "text": qsTr("Kode") }]
        objectName: "outbox.giving.by"
        visible: root.workplace.camera.available
        onChosen: index => root.show(index)
    }
    GiveByNetwork {
        Layout.fillWidth: true
        giver: network
        photosLeft: codes.photosLeft
        shown: root.opened && !root.isByCodes
        visible: !root.isByCodes
        workplace: root.workplace
        onCodesRequested: root.show(1)
    }
    GiveByCodes {
        Layout.fillWidth: true
        giver: codes
        visible: root.isByCodes
    }
}
