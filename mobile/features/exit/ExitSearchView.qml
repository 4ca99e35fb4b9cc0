pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Palang.Components
import Palang.Exit
import Palang.Platform

/// Three characters of the plate, a ticket number or a scanned ticket, and the cars that fit.
Item {
    id: root

    required property FoundSessionModel found
    required property Camera camera
    property bool scanning: false

    signal chosen(int row)

    function typed(event) {
        return pad.typed(event);
    }
    function clear() {
        input.clear();
        found.text = "";
    }
    function startScanning() {
        clear();
        scanning = true;
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
        onChanged: {
            if (text !== "")
                root.scanning = false;
            root.found.text = text;
        }
    }
    TicketScanner {
        active: root.scanning && root.visible
        camera: root.camera
        onFound: code => {
            root.scanning = false;
            root.found.scan(code);
        }
    }
    Connections {
        // A ticket names one car: there is nothing to choose.
        function onStatusChanged() {
            if (root.found.scanned && root.found.onlyRow() >= 0)
                root.chosen(root.found.onlyRow());
        }

        target: root.found
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            PlateDisplay {
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.isTall ? 80 : 64
                hint: qsTr("3 huruf/angka plat, atau karcis")
                input: input
                objectName: "exit.search"
            }
            KeyButton {
                Accessible.name: root.scanning ? qsTr("Berhenti memindai") : qsTr("Pindai karcis")
                Layout.preferredHeight: 64
                Layout.preferredWidth: 64
                accented: !root.scanning
                iconName: root.scanning ? "close" : "scan"
                objectName: "exit.scan"
                visible: root.camera.available
                onClicked: root.scanning ? root.scanning = false : root.startScanning()
            }
        }
        AppText {
            Layout.fillWidth: true
            font.pixelSize: Theme.label
            objectName: "exit.source"
            strong: true
            text: root.found.status === FoundSessionModel.Searching ? qsTr("Mencari…") : root.found.sourceText
            visible: text !== ""
            wrapMode: Text.WordWrap
        }
        ErrorBanner {
            Layout.fillWidth: true
            nextStep: root.found.nextStep
            objectName: "exit.searchError"
            text: root.found.trouble
            onDismissed: root.clear()
        }
        CameraView {
            Layout.fillHeight: true
            Layout.fillWidth: true
            camera: root.camera
            live: root.scanning && root.visible
            objectName: "exit.scanner"
            visible: root.scanning

            AppText {
                anchors.bottom: parent.bottom
                bottomPadding: 8
                color: "#FFFFFF"
                font.pixelSize: Theme.label
                horizontalAlignment: Text.AlignHCenter
                strong: true
                text: qsTr("Arahkan ke kode QR karcis")
                topPadding: 8
                width: parent.width
                wrapMode: Text.WordWrap

                Rectangle {
                    anchors.fill: parent
                    color: Theme.scrim
                    z: -1
                }
            }
        }
        ListView {
            id: results

            visible: !root.scanning

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
            // What was found needs the room more.
            Layout.preferredHeight: results.count > 0 && Theme.isTall ? 270 : 330
            input: input
            objectName: "exit.pad"
            visible: !root.scanning || !Theme.isTall
        }
    }
}
