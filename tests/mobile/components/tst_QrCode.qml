import QtQuick
import QtTest
import Palang.Components

Item {
    id: root

    height: 300
    width: 300

    QrCode {
        id: code

        anchors.fill: parent
    }
    TestCase {
        name: "QrCode"
        when: windowShown

        function test_a_tickets_length_gives_a_version_6_code() {
            // A ticket: `P1:` and 132 characters of base45.
            code.text = "P1:" + "6BFOXN".repeat(22);
            compare(code.text.length, 135);
            compare(code.modules, 41);
        }
        function test_nothing_and_too_much_give_no_code() {
            code.text = "";
            compare(code.modules, 0);
            code.text = "x".repeat(8000);
            compare(code.modules, 0);
        }
        function test_it_keeps_its_quiet_zone_white() {
            code.text = "P1:" + "6BFOXN".repeat(22);
            const picture = grabImage(code);
            compare(picture.pixel(2, 2), "#ffffff");
            compare(picture.pixel(150, 4), "#ffffff");
        }
    }
}
