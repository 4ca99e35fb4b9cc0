pragma Singleton

import QtQuick
import Palang.Components

/// Colours, sizes and faces of every screen. Each text and its ground differ by 7:1 or more; `mode` is normal, sunlight or night.
QtObject {
    id: root

    property string mode: "normal"
    /// 0 in tests and where the person wants no motion.
    property int motion: 140

    readonly property bool isNight: mode === "night"
    readonly property bool isSunlight: mode === "sunlight"

    readonly property color background: isNight ? "#101418" : isSunlight ? "#FFFFFF" : "#E9EDF1"
    readonly property color surface: isNight ? "#1C242B" : "#FFFFFF"
    readonly property color sunken: isNight ? "#0A0D10" : isSunlight ? "#FFFFFF" : "#DCE2E8"
    readonly property color text: isNight ? "#F4F7F9" : isSunlight ? "#000000" : "#111111"
    readonly property color softText: isNight ? "#C6D0D8" : isSunlight ? "#000000" : "#37414A"
    readonly property color outline: isNight ? "#8796A2" : isSunlight ? "#000000" : "#6B7680"
    /// Of what cannot be used now; never of a text that must be read.
    readonly property color disabled: isNight ? "#8796A2" : isSunlight ? "#6E6E6E" : "#5F6A73"
    readonly property color hairline: isNight ? "#3A4650" : isSunlight ? "#000000" : "#C3CBD2"

    readonly property color accent: isNight ? "#9CC4FF" : isSunlight ? "#000000" : "#0B4FB3"
    readonly property color accentSoft: isNight ? "#22364F" : isSunlight ? "#FFFFFF" : "#DCE9FB"
    readonly property color accentInk: isNight ? "#101418" : "#FFFFFF"
    readonly property color entry: accent
    readonly property color exit: isNight ? "#D9BCFF" : isSunlight ? "#000000" : "#5B2A86"
    readonly property color exitSoft: isNight ? "#36264A" : isSunlight ? "#FFFFFF" : "#EFE4FA"

    // The three states of the connection and what else a state can be; texts on them are stateInk.
    readonly property color connected: isNight ? "#86E0A9" : "#0B5D2A"
    readonly property color checking: isNight ? "#C6CCD2" : "#4A4F55"
    readonly property color offline: isNight ? "#B4C4CE" : "#37474F"
    readonly property color failed: isNight ? "#FFB4AB" : "#9B1C1C"
    readonly property color syncing: isNight ? "#9CC4FF" : "#0B4FB3"
    readonly property color stateInk: isNight ? "#101418" : "#FFFFFF"
    readonly property color waiting: "#FFC107"
    readonly property color waitingInk: "#101418"
    readonly property color scrim: "#99000000"

    readonly property int keyHeight: 64
    readonly property int actionHeight: 76
    readonly property int touch: 48
    readonly property int gap: 8
    readonly property int margin: 12
    readonly property int radius: 12
    readonly property int line: isSunlight ? 3 : 1
    readonly property int focusLine: 4
    /// Wider windows keep forms at this width.
    readonly property int formWidth: 560

    /// Of the texts; 1 to 2, as the person wants.
    property real scale: 1
    readonly property int small: 14 * scale
    readonly property int label: 16 * scale
    readonly property int body: 18 * scale
    /// Grows less, as headings do on phones: at 2 it is as large as the text below it, and bold.
    readonly property int title: 22 * Math.min(scale, 1.64)
    readonly property int large: 32 * scale
    readonly property int huge: 52 * scale

    /// Letters of which a line takes half the narrowest window: what stood side by side stands one below the other.
    readonly property bool isTall: scale > 1.2

    // What does not grow with the rest. Plates and the pad's keys are large already, and more of them would hide what they are for;
    // the bars above and below are read once, beside pictures, and the connection's sheet says it in full size; badges must leave their icon to be seen.
    readonly property real frameScale: Math.min(scale, 1.3)
    readonly property int frameSmall: 14 * frameScale
    readonly property int frameTitle: 22 * frameScale

    readonly property string family: Fonts.text
    readonly property string digits: Fonts.digits
}
