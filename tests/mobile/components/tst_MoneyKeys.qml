import QtQuick
import QtTest
import Palang.Components

Item {
    id: root

    height: 300
    width: 360

    MoneyKeys {
        id: keys

        due: 7000
        objectName: "cash"
        width: 344
        onTenderedEdited: amount => tendered = amount
    }
    TestCase {
        name: "MoneyKeys"
        when: windowShown

        function init() {
            keys.tendered = 0;
            keys.due = 7000;
        }
        function tap(name) {
            mouseClick(findChild(keys, "cash." + name));
        }

        function test_the_exact_amount_is_one_key() {
            tap("exact");
            compare(keys.tendered, 7000);
        }
        function test_notes_add_up() {
            tap("5000");
            tap("2000");
            compare(keys.tendered, 7000);
            tap("clear");
            tap("10000");
            compare(keys.tendered, 10000);
            tap("100000");
            compare(keys.tendered, 110000);
        }
        function test_a_note_after_the_exact_amount_replaces_it() {
            tap("exact");
            tap("20000");
            compare(keys.tendered, 20000);
        }
        function test_amounts_are_shown_with_period_groups_and_no_decimals() {
            compare(Format.money(1250000), "Rp1.250.000");
            compare(Format.money(0), "Rp0");
            compare(Format.money(-500), "-Rp500");
            compare(findChild(keys, "cash.100000").text, "100.000");
        }
    }
}
