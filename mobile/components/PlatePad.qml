pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Components

/// The keys of the plate: letters or digits, whichever the grammar wants next. Keys on a hardware keyboard: call typed().
Item {
    id: root

    required property PlateInput input
    property string recentArea
    property bool canSkip: false

    readonly property var letters: "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("")
    readonly property var digits: "123456789".split("")

    signal skipRequested

    /// True when the key was the plate's: a letter, a digit or backspace.
    function typed(event): bool {
        if (event.key === Qt.Key_Backspace) {
            input.backspace();
            return true;
        }
        const plain = !(event.modifiers & (Qt.ControlModifier | Qt.AltModifier));
        const isWanted = input.freeForm ? /^[ -~]$/ : /^[a-z0-9]$/i;
        return plain && isWanted.test(event.text) && input.press(event.text);
    }

    implicitHeight: 6 * 58

    GridLayout {
        anchors.fill: parent
        columnSpacing: 6
        columns: 5
        rowSpacing: 6
        visible: !root.input.digitsNext

        Repeater {
            model: root.letters

            PadKey {
                required property string modelData

                objectName: root.objectName + "." + modelData
                text: modelData
                onClicked: root.input.press(modelData)
            }
        }
        PadKey {
            enabled: root.recentArea !== "" && root.input.empty && !root.input.freeForm
            objectName: root.objectName + ".recent"
            opacity: enabled ? 1 : 0
            quiet: true
            text: qsTr("%1 lagi").arg(root.recentArea)
            onClicked: root.input.pressArea(root.recentArea)
        }
        PadKey {
            enabled: root.canSkip || !root.input.empty
            objectName: root.objectName + ".skip"
            opacity: enabled ? 1 : 0
            quiet: true
            text: root.input.empty ? qsTr("Tanpa plat") : qsTr("Hapus semua")
            onClicked: root.input.empty ? root.skipRequested() : root.input.clear()
        }
        PadKey {
            accented: enabled
            enabled: root.input.freeForm || root.input.area !== ""
            objectName: root.objectName + ".switch"
            text: "123"
            onClicked: root.input.switchKeys()
        }
        PadKey {
            Accessible.name: qsTr("Hapus")
            iconName: "backspace"
            objectName: root.objectName + ".backspace"
            quiet: true
            onClicked: root.input.backspace()
        }
    }
    GridLayout {
        anchors.fill: parent
        columnSpacing: 6
        columns: 3
        rowSpacing: 6
        visible: root.input.digitsNext

        Repeater {
            model: root.digits

            PadKey {
                required property string modelData

                objectName: root.objectName + "." + modelData
                text: modelData
                onClicked: root.input.press(modelData)
            }
        }
        PadKey {
            accented: root.input.number !== "" || root.input.freeForm
            objectName: root.objectName + ".switchLetters"
            text: "ABC"
            onClicked: root.input.switchKeys()
        }
        PadKey {
            enabled: root.input.zeroAllowed
            objectName: root.objectName + ".0"
            text: "0"
            onClicked: root.input.press("0")
        }
        PadKey {
            Accessible.name: qsTr("Hapus")
            iconName: "backspace"
            objectName: root.objectName + ".backspaceDigits"
            quiet: true
            onClicked: root.input.backspace()
        }
    }

    component PadKey: KeyButton {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.maximumHeight: 110
        Layout.minimumHeight: 40
        Layout.preferredHeight: 56
        Layout.preferredWidth: 60
    }
}
