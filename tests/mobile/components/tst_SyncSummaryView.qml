import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import QtTest
import Palang.Components

Item {
    id: root

    ApplicationWindow {
        id: window

        height: 800
        visible: true
        width: 360

        Sheet {
            id: sheet

            SyncSummaryView {
                id: view

                Layout.fillWidth: true
            }
        }
    }
    TestCase {
        name: "SyncSummaryView"
        when: windowShown

        function init() {
            Theme.motion = 0;
        }
        function turn() {
            [window.width, window.height] = [window.height, window.width];
            wait(0);
        }
        function count(name) {
            return findChild(view, "sync.summary." + name + ".count").text;
        }
        function test_1_it_survives_turns_and_new_numbers_before_it_is_ever_shown() {
            for (let round = 0; round < 20; ++round) {
                view.sent = round;
                view.failed = round % 3;
                Theme.mode = round % 2 ? "night" : "normal";
                turn();
            }
            Theme.mode = "normal";
            compare(count("sent"), "19");
        }
        function test_2_shown_it_says_the_numbers_and_offers_a_look_only_when_something_was_refused() {
            sheet.open();
            view.sent = 12;
            view.quarantined = 0;
            compare(count("sent"), "12");
            verify(!findChild(view, "sync.summary.view").visible);
            view.quarantined = 1;
            compare(count("quarantined"), "1");
            tryVerify(() => findChild(view, "sync.summary.view").visible);
            turn();
            tryCompare(view, "width", sheet.availableWidth);
            sheet.close();
        }
    }
}
