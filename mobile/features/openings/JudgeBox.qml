pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Components
import Palang.Desk

/// What was found out about an opening: one of three verdicts, and a note.
ColumnLayout {
    id: root

    required property DeskAction action

    property string verdict
    property string openingId

    readonly property var verdicts: [
        { "name": "justified", "text": qsTr("Beralasan"), "icon": "tick" }, { "name": "misuse", "text": qsTr("Disalahgunakan"), "icon": "warning" },
        { "name": "fault", "text": qsTr("Gangguan alat"), "icon": "lock" }]
    readonly property bool isReady: verdict !== "" && note.text.trim().length >= 3

    function finish() {
        if (isReady && action.available)
            action.judgeOpening(openingId, verdict, note.text);
    }

    spacing: Theme.gap
    onOpeningIdChanged: {
        verdict = "";
        note.text = "";
    }

    Tabs {
        Layout.fillWidth: true
        Layout.preferredHeight: 48
        choices: root.verdicts
        current: root.verdicts.findIndex(one => one.name === root.verdict)
        enabled: root.action.available
        even: false
        objectName: "openings.verdict"
        onChosen: index => {
            root.verdict = root.verdicts[index].name;
            note.focusField();
        }
    }
    TextEntry {
        id: note

        Layout.fillWidth: true
        label: qsTr("Apa yang ditemukan?")
        name: "openings.note"
        readOnly: !root.action.available
        onAccepted: root.finish()
    }
    DeskButton {
        Layout.fillWidth: true
        enabled: root.isReady && root.action.available
        iconName: "check"
        kind: BigButton.Primary
        objectName: "openings.judge"
        text: qsTr("Simpan penilaian")
        onClicked: root.finish()
    }
}
