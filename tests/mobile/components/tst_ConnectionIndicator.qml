import QtQuick
import QtTest
import Palang.Components

Item {
    id: root

    height: 100
    width: 360

    ConnectionIndicator {
        id: indicator
    }
    SignalSpy {
        id: clicks

        signalName: "clicked"
        target: indicator
    }
    TestCase {
        name: "ConnectionIndicator"
        when: windowShown

        function init() {
            Theme.motion = 0;
        }
        function test_each_state_has_its_own_shape_word_and_colour_data() {
            return [
                { "tag": "checking", "state": ConnectionIndicator.Checking, "word": "Memeriksa Koneksi", "shape": "ring", "ground": Theme.checking },
                { "tag": "up", "state": ConnectionIndicator.Up, "word": "Database Terhubung", "shape": "tick-circle", "ground": Theme.connected },
                { "tag": "down", "state": ConnectionIndicator.Down, "word": "Database Terputus", "shape": "offline", "ground": Theme.failed }];
        }
        function test_each_state_has_its_own_shape_word_and_colour(row) {
            indicator.connection = row.state;
            indicator.pending = 0;
            compare(indicator.word, row.word);
            compare(indicator.shape, row.shape);
            verify(Qt.colorEqual(indicator.ground, row.ground));
            compare(indicator.Accessible.name, row.word);
        }
        function test_offline_it_says_how_many_wait() {
            indicator.connection = ConnectionIndicator.Down;
            indicator.pending = 12;
            compare(indicator.detail, "Luring · 12 menunggu");
        }
        function test_a_tap_asks_for_a_check() {
            clicks.clear();
            mouseClick(indicator);
            compare(clicks.count, 1);
        }
        function test_it_is_large_enough_and_never_wider_than_half_of_a_small_phone() {
            indicator.connection = ConnectionIndicator.Down;
            indicator.pending = 999;
            verify(indicator.implicitHeight >= 48);
            verify(indicator.implicitWidth <= 200, indicator.implicitWidth);
        }
    }
}
