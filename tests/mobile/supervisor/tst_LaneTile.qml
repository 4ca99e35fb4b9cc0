import QtQuick
import QtTest
import Palang.Live

Item {
    id: root

    height: 200
    width: 400

    LaneTile {
        id: tile

        cause: "session"
        direction: "out"
        gateId: "out-1"
        height: 168
        iconName: "mobil"
        isExit: true
        mode: "auto"
        name: "Keluar 1"
        opened: "14:05:10"
        outcome: "confirmed"
        passed: "14:05:09"
        plate: "B 1234 XYZ"
        sessionId: "s"
        vehicle: "Mobil"
        width: 400
    }
    SignalSpy {
        id: clicked

        signalName: "clicked"
        target: tile
    }
    TestCase {
        name: "LaneTile"
        when: windowShown

        function init() {
            clicked.clear();
            tile.mode = "auto";
            tile.outcome = "confirmed";
            tile.sessionId = "s";
        }
        function word(part) {
            return findChild(tile, "live.lane.out-1." + part).text;
        }
        function test_a_click_or_enter_opens_the_car() {
            mouseClick(tile);
            tile.forceActiveFocus();
            keyClick(Qt.Key_Return);
            compare(clicked.count, 2);
        }
        function test_without_a_car_there_is_nothing_to_open() {
            tile.sessionId = "";
            mouseClick(tile);
            compare(clicked.count, 0);
        }
        function test_mode_and_outcome_are_words_data() {
            return [
                { "mode": "auto", "outcome": "confirmed", "modeWord": "Otomatis", "outcomeWord": "Palang dibuka" },
                { "mode": "held_open", "outcome": "failed", "modeWord": "Ditahan buka", "outcomeWord": "Palang gagal dibuka" },
                { "mode": "closed", "outcome": "unknown", "modeWord": "Ditutup", "outcomeWord": "Hasil buka belum diketahui" },
                { "mode": "auto", "outcome": "", "modeWord": "Otomatis", "outcomeWord": "Belum ada pembukaan" }];
        }
        function test_mode_and_outcome_are_words(row) {
            tile.mode = row.mode;
            tile.outcome = row.outcome;
            compare(word("mode"), row.modeWord);
            compare(word("outcome"), row.outcomeWord);
        }
    }
}
