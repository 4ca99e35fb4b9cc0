import QtQuick
import QtTest
import Palang.Components

Item {
    id: root

    height: 100
    width: 360

    UndoBar {
        id: bar

        height: 64
        objectName: "bar"
        seconds: 1
        width: 360
    }
    SignalSpy {
        id: undone

        signalName: "undone"
        target: bar
    }
    SignalSpy {
        id: expired

        signalName: "expired"
        target: bar
    }
    TestCase {
        name: "UndoBar"
        when: windowShown

        function init() {
            undone.clear();
            expired.clear();
        }
        function test_it_waits_eight_seconds_unless_told() {
            compare(createTemporaryQmlObject("import Palang.Components; UndoBar {}", root).seconds, 8);
        }
        function test_undoing_hides_it_and_does_not_expire() {
            bar.start();
            verify(bar.visible);
            mouseClick(findChild(bar, "bar.undo"));
            compare(undone.count, 1);
            verify(!bar.visible);
            compare(expired.count, 0);
        }
        function test_it_expires_by_itself() {
            bar.start();
            tryCompare(expired, "count", 1);
            verify(!bar.visible);
        }
    }
}
