import QtQuick
import QtTest
import Palang.Live

Item {
    id: root

    height: 200
    width: 400

    AlertRow {
        id: row

        alertId: "a"
        gate: "Masuk 1"
        raised: "14:05:09"
        sessionId: "s"
        settling: false
        severity: "warning"
        text: "B 1234 XYZ tercatat masuk dua kali"
        width: 400
    }
    SignalSpy {
        id: resolving

        signalName: "resolveRequested"
        target: row
    }
    TestCase {
        name: "AlertRow"
        when: windowShown

        function init() {
            resolving.clear();
            row.actionable = true;
            row.settling = false;
        }
        function press() {
            mouseClick(findChild(row, "live.alert.a.resolve"));
        }
        function test_severity_is_a_word_data() {
            return [{ "severity": "critical", "word": "Genting" }, { "severity": "warning", "word": "Peringatan" },
                    { "severity": "info", "word": "Info" }];
        }
        function test_severity_is_a_word(data) {
            row.severity = data.severity;
            compare(row.word, data.word);
        }
        function test_it_can_be_resolved_once() {
            press();
            compare(resolving.count, 1);
            row.settling = true;
            press();
            compare(resolving.count, 1);
        }
        function test_offline_it_cannot_be_resolved() {
            row.actionable = false;
            press();
            compare(resolving.count, 0);
        }
    }
}
