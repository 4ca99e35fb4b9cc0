import QtQuick
import QtQuick.Layouts
import Palang.Base
import Palang.Components
import Palang.Outbox

/// Takes another device's records, to bring them to the server: over the network that both are in, or from codes.
Sheet {
    id: root

    required property Workplace workplace

    readonly property bool isByCodes: ways.current === 1
    readonly property bool isDone: isByCodes ? codes.done : network.phase === NetworkTaker.Done

    function show(way) {
        ways.current = way;
        codes.reset();
        way === 1 ? network.stop() : network.start();
    }

    objectName: "outbox.taking"
    title: qsTr("Terima dari HP lain")
    onAboutToHide: network.stop()
    onAboutToShow: show(network.hasNetwork || !workplace.camera.available ? 0 : 1)

    footer: BigButton {
        Layout.fillWidth: true
        iconName: "tick"
        objectName: "outbox.taking.done"
        text: qsTr("Selesai")
        visible: root.isDone
        onClicked: root.close()
    }

    NetworkTaker {
        id: network

        workplace: root.workplace
    }
    HandoverTaker {
        id: codes

        workplace: root.workplace
    }
    Tabs {
        id: ways

        Layout.fillWidth: true
        choices: [{ "name": "network", "text": qsTr("Jaringan") }, { "name": "codes", "text": qsTr("Kode") }]
        objectName: "outbox.taking.by"
        visible: root.workplace.camera.available && !root.isDone
        onChosen: index => root.show(index)
    }
    TakeByNetwork {
        Layout.fillWidth: true
        taker: network
        visible: !root.isByCodes && !root.isDone
    }
    TakeByCodes {
        Layout.fillWidth: true
        shown: root.opened && root.isByCodes
        taker: codes
        visible: root.isByCodes && !root.isDone
        workplace: root.workplace
    }
    EmptyState {
        Layout.fillWidth: true
        iconName: "tick-circle"
        note: qsTr("Dikirim ke server begitu ada jaringan. Foto tetap di HP yang satunya.")
        objectName: "outbox.taking.kept"
        title: qsTr("Tersimpan di HP ini: %1").arg(root.isByCodes ? codes.whose : network.whose)
        tone: Theme.connected
        visible: root.isDone
    }
}
