import QtQuick
import QtTest
import Palang.Components

Item {
    id: root

    height: 700
    width: 360

    PlateInput {
        id: plate
    }
    PlatePad {
        id: pad

        canSkip: true
        height: 400
        input: plate
        objectName: "pad"
        recentArea: "B"
        width: 360
    }
    SignalSpy {
        id: skipped

        signalName: "skipRequested"
        target: pad
    }
    SignalSpy {
        id: refused

        signalName: "refused"
        target: plate
    }
    TestCase {
        name: "PlatePad"
        when: windowShown

        function init() {
            plate.freeForm = false;
            plate.clear();
            skipped.clear();
            refused.clear();
        }
        function type(text) {
            for (const c of text)
                plate.press(c);
        }
        function tap(name) {
            const key = findChild(pad, "pad." + name);
            verify(key, name);
            verify(key.visible, name + " is visible");
            mouseClick(key);
        }

        function test_a_plate_typed_without_spaces_falls_into_its_zones() {
            type("b1234xyz");
            compare(plate.text, "B 1234 XYZ");
            verify(plate.complete);
        }
        function test_two_letters_lead_to_the_digits_and_four_digits_to_the_series() {
            type("AB");
            compare(plate.zone, PlateInput.Number);
            type("1234");
            compare(plate.zone, PlateInput.Series);
        }
        function test_the_number_has_no_leading_zero() {
            type("B0");
            compare(plate.text, "B");
            compare(refused.count, 1);
            verify(!plate.zeroAllowed);
            type("10");
            compare(plate.text, "B 10");
        }
        function test_what_the_grammar_cannot_continue_is_refused() {
            type("1");
            compare(plate.text, "");
            type("ABC");
            compare(plate.text, "AB");
            type("1234567");
            compare(plate.text, "AB 1234");
            type("WXYZ");
            compare(plate.text, "AB 1234 WXY");
            type("5");
            compare(plate.text, "AB 1234 WXY");
        }
        function test_backspace_walks_back_through_the_zones() {
            type("B12XY");
            for (const left of ["B 12 X", "B 12", "B 1", "B", "", ""]) {
                plate.backspace();
                compare(plate.text, left);
            }
        }
        function test_digits_may_go_on_while_the_series_is_empty() {
            type("B12");
            plate.switchKeys();
            compare(plate.zone, PlateInput.Series);
            type("3");
            compare(plate.text, "B 123");
        }
        function test_a_plate_is_complete_without_a_series() {
            type("B1");
            verify(plate.complete);
            plate.clear();
            type("B");
            verify(!plate.complete);
        }
        function test_the_pad_shows_the_keys_that_the_grammar_wants() {
            tap("B");
            tap("switch");
            tap("1");
            tap("2");
            tap("switchLetters");
            tap("X");
            compare(plate.text, "B 12 X");
        }
        function test_the_recent_area_is_one_key() {
            tap("recent");
            compare(plate.text, "B");
            compare(plate.zone, PlateInput.Number);
        }
        function test_no_plate_is_offered_only_while_nothing_is_typed() {
            tap("skip");
            compare(skipped.count, 1);
            type("B");
            tap("skip");
            compare(skipped.count, 1);
            compare(plate.text, "");
        }
        function test_free_form_takes_what_the_grammar_does_not() {
            plate.freeForm = true;
            type("12-01 ri");
            compare(plate.text, "12-01 RI");
            verify(plate.complete);
            type("ABCDEFGHIJKLMNOP");
            compare(plate.text.length, 16);
        }
        function test_hardware_keys_are_the_plates_when_they_are_letters_digits_or_backspace() {
            verify(pad.typed({ "key": Qt.Key_B, "text": "b", "modifiers": 0 }));
            verify(pad.typed({ "key": Qt.Key_1, "text": "1", "modifiers": 0 }));
            verify(!pad.typed({ "key": Qt.Key_F, "text": "f", "modifiers": Qt.ControlModifier }));
            verify(!pad.typed({ "key": Qt.Key_Return, "text": "\r", "modifiers": 0 }));
            compare(plate.text, "B 1");
            verify(pad.typed({ "key": Qt.Key_Backspace, "text": "", "modifiers": 0 }));
            compare(plate.text, "B");
        }
        function test_keys_are_large_enough_for_a_thumb() {
            const key = findChild(pad, "pad.B");
            verify(key.width >= 48, key.width);
            verify(key.height >= 48, key.height);
        }
    }
}
