pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Palang.Components
import Palang.Exit

/// Three characters of the plate, a ticket number or a scanned ticket, and the cars that fit.
Item {
    id: root

    required property FoundSessionModel found

    signal chosen(int row)

    function typed(event) {
        return pad.typed(event);
    }
    function clear() {
        input.clear();
    }
    function look(text) {
        input.clear();
        for (const character of text)
            input.press(character);
        root.found.searchNow();
    }
    /// The one that is found, or the search itself.
    function enter() {
        if (found.onlyRow() >= 0)
            chosen(found.onlyRow());
        else
            found.searchNow();
    }

    PlateInput {
        id: input

        digitsFirst: true
        freeForm: true
        freeLimit: 256
        onChanged: root.found.text = text
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap

        PlateDisplay {
            Layout.fillWidth: true
            Layout.preferredHeight: 64
            hint: qsTr("3 huruf/angka plat, atau karcis")
            input: input
            objectName: "exit.search"
        }
        AppText {
            Layout.fillWidth: true
            font.pixelSize: Theme.label
            objectName: "exit.source"
            strong: true
            text: root.found.status === FoundSessionModel.Searching ? qsTr("Mencari…") : root.found.sourceText
            visible: text !== ""
        }
        ErrorBanner {
            Layout.fillWidth: true
            nextStep: root.found.nextStep
            objectName: "exit.searchError"
            text: root.found.trouble
            onDismissed: root.clear()
        }
        ListView {
            id: results

            Layout.fillHeight: true
            Layout.fillWidth: true
            clip: true
            model: root.found
            objectName: "exit.results"
            spacing: 6

            ScrollBar.vertical: ScrollBar {}
            delegate: FoundRow {
                width: ListView.view.width
                onClicked: root.chosen(index)
            }

            EmptyState {
                anchors.centerIn: parent
                iconName: root.found.status === FoundSessionModel.Done ? "lost" : "search"
                note: root.found.status === FoundSessionModel.Done
                      ? qsTr("Coba bagian lain dari plat (O/0, I/1, B/8 mudah tertukar), pindai karcisnya, atau ketik nomornya.") : ""
                title: root.found.status === FoundSessionModel.Done ? qsTr("Tidak ditemukan") : qsTr("Pindai karcis atau ketik plat")
                visible: results.count === 0 && root.found.status !== FoundSessionModel.Searching && root.found.trouble === ""
                width: parent.width
            }
        }
        PlatePad {
            id: pad

            Layout.fillWidth: true
            Layout.preferredHeight: 330
            input: input
            objectName: "exit.pad"
        }
    }
}
