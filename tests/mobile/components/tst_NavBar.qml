import QtQuick
import QtTest
import Palang.Components

Item {
    id: root

    property int pending: 0

    height: 100
    width: 360

    NavBar {
        id: bar

        badges: ({ "outbox": { "count": root.pending } })
        choices: [{ "name": "entry", "text": "Masuk", "icon": "masuk" }, { "name": "outbox", "text": "Catatan", "icon": "catatan" }]
        width: parent.width
    }
    SignalSpy {
        id: chosen

        signalName: "chosen"
        target: bar
    }
    TestCase {
        name: "NavBar"
        when: windowShown

        function test_a_record_that_is_sent_meanwhile_does_not_swallow_a_press() {
            const x = bar.width * 0.75;
            mousePress(bar, x, 40);
            root.pending = 3;
            wait(20);
            root.pending = 0;
            wait(20);
            mouseRelease(bar, x, 40);
            compare(chosen.count, 1);
            compare(chosen.signalArguments[0][0], 1);
        }
    }
}
