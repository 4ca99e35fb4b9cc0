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

            title: "Sheet"

            footer: BigButton {
                id: lastButton

                Layout.fillWidth: true
                text: "Done"
            }

            AppText {
                id: words

                Layout.fillWidth: true
                wrapMode: Text.WordWrap
            }
            Rectangle {
                id: block

                Layout.fillWidth: true
                Layout.preferredHeight: 100
            }
        }
    }
    TestCase {
        name: "Sheet"
        when: windowShown

        function init() {
            Theme.motion = 0;
            block.Layout.preferredHeight = 100;
            words.text = "";
        }
        function cleanup() {
            sheet.close();
            tryVerify(() => !sheet.visible);
        }
        function bottomOf(item) {
            return item.mapToItem(null, 0, item.height).y;
        }
        function test_it_is_as_high_as_what_it_holds_from_the_first_frame() {
            words.text = "word ".repeat(60);
            sheet.open();
            compare(sheet.height, sheet.implicitHeight);
            verify(bottomOf(block) <= lastButton.mapToItem(null, 0, 0).y);
            compare(Math.round(bottomOf(sheet.contentItem) + sheet.bottomPadding), window.height);
        }
        function test_it_grows_and_shrinks_with_what_it_holds() {
            sheet.open();
            const before = sheet.height;
            block.Layout.preferredHeight = 300;
            tryCompare(sheet, "height", before + 200);
            compare(sheet.height, sheet.implicitHeight);
            block.Layout.preferredHeight = 100;
            tryCompare(sheet, "height", before);
        }
        function test_what_does_not_fit_scrolls_and_the_footer_stays_in_sight() {
            block.Layout.preferredHeight = 3000;
            sheet.open();
            tryVerify(() => Math.abs(sheet.height - window.height * 0.92) < 1, 1000);
            verify(bottomOf(lastButton) <= window.height);
        }
    }
}
