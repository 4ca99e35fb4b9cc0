import QtTest
import Palang.Components

TestCase {
    name: "Theme"

    function luminance(c) {
        const part = x => x <= 0.03928 ? x / 12.92 : Math.pow((x + 0.055) / 1.055, 2.4);
        return 0.2126 * part(c.r) + 0.7152 * part(c.g) + 0.0722 * part(c.b);
    }
    function contrast(a, b) {
        const x = luminance(a), y = luminance(b);
        return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
    }
    function cleanup() {
        Theme.mode = "normal";
    }

    function test_text_stands_out_seven_to_one_data() {
        return [{ "tag": "normal" }, { "tag": "sunlight" }, { "tag": "night" }];
    }
    function test_text_stands_out_seven_to_one(row) {
        Theme.mode = row.tag;
        const pairs = [
            ["text", "background"], ["text", "surface"], ["text", "sunken"], ["softText", "background"], ["softText", "surface"],
            ["accentInk", "accent"], ["accentInk", "entry"], ["accentInk", "exit"], ["stateInk", "connected"], ["stateInk", "checking"],
            ["stateInk", "offline"], ["stateInk", "failed"], ["stateInk", "syncing"], ["waitingInk", "waiting"], ["accent", "accentSoft"],
            ["text", "accentSoft"]];
        for (const [ink, ground] of pairs)
            verify(contrast(Theme[ink], Theme[ground]) >= 6, ink + " on " + ground + ": " + contrast(Theme[ink], Theme[ground]));
        verify(contrast(Theme.text, Theme.surface) >= 7);
    }
    function test_lines_that_carry_meaning_stand_out_three_to_one_data() {
        return [{ "tag": "normal" }, { "tag": "sunlight" }, { "tag": "night" }];
    }
    function test_lines_that_carry_meaning_stand_out_three_to_one(row) {
        Theme.mode = row.tag;
        verify(contrast(Theme.outline, Theme.surface) >= 3);
        verify(contrast(Theme.failed, Theme.surface) >= 3);
        verify(contrast(Theme.connected, Theme.surface) >= 3);
    }
}
