pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Base
import Palang.Components
import Palang.Entry

/// Masuk: class, plate, one big key; then the ticket, and the next car in one tap. Letters and digits of a hardware keyboard go
/// to the plate, Enter saves or goes on, Esc clears the plate or goes on.
FocusScope {
    id: root

    required property Workplace workplace
    /// Shown below the ticket: what becomes of the gate.
    property alias opening: ticketView.opening
    /// Shown below the ticket: printing and sharing.
    property alias printing: ticketView.printing
    /// The car is being let in: what was recorded can no longer be taken back.
    property bool gateOpens: false

    /// The plate is still inside: look at it on the exit screen.
    signal exitRequested(string plate)
    signal gateRequested(string sessionId)
    signal recorded(string recordId)

    function save() {
        if (entry.save(plate.text, ""))
            showTicket();
    }
    function saveWithoutPlate(reason) {
        if (entry.save("", reason))
            showTicket();
    }
    function showTicket() {
        plate.clear();
        offerUndo();
        root.forceActiveFocus();
    }
    function offerUndo() {
        if (entry.ticketShown && entry.undoable && !gateOpens)
            undoBar.start();
        else
            undoBar.stop();
    }
    function next() {
        undoBar.stop();
        entry.next();
        root.forceActiveFocus();
    }

    onGateOpensChanged: offerUndo()
    Keys.onEscapePressed: entry.ticketShown ? next() : plate.clear()
    Keys.onPressed: event => event.accepted = !entry.ticketShown && pad.typed(event)
    Keys.onEnterPressed: entry.ticketShown ? next() : save()
    Keys.onReturnPressed: entry.ticketShown ? next() : save()

    EntryModel {
        id: entry

        workplace: root.workplace
        onRecorded: recordId => root.recorded(recordId)
    }
    PlateInput {
        id: plate

        onChanged: {
            if (entry.trouble !== "")
                entry.dismiss();
        }
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.gap
        spacing: Theme.gap
        visible: !entry.ticketShown

        ScrollColumn {
            Layout.fillHeight: true
            Layout.fillWidth: true
            spacing: Theme.gap

            ErrorBanner {
                Layout.fillWidth: true
                action: entry.plateInside !== "" ? qsTr("Buka di Keluar") : ""
                nextStep: entry.nextStep
                objectName: "entry.error"
                text: entry.trouble
                secondAction: entry.plateInside !== "" ? qsTr("Tetap catat") : ""
                onActionRequested: root.exitRequested(entry.plateInside)
                onDismissed: entry.dismiss()
                onSecondActionRequested: {
                    if (entry.saveAnyway())
                        root.showTicket();
                }
            }
            Row {
                id: classes

                Accessible.name: qsTr("Jenis kendaraan")
                Accessible.role: Accessible.Grouping
                Layout.fillWidth: true
                spacing: 6

                Repeater {
                    id: classKeys

                    model: VehicleTypeModel {
                        workplace: root.workplace
                    }

                    ClassKey {
                        required property string code
                        required property string name

                        autoExclusive: true
                        checked: entry.vehicle === code
                        objectName: "entry.class." + code
                        text: name
                        width: (classes.width - classes.spacing * (classKeys.count - 1)) / Math.max(1, classKeys.count)
                        onClicked: entry.vehicle = code
                    }
                }
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gap

                PlateDisplay {
                    Layout.fillWidth: true
                    input: plate
                    objectName: "entry.plate"
                }
                PhotoTile {
                    Layout.preferredHeight: 76
                    Layout.preferredWidth: 84
                    camera: root.workplace.camera
                    live: root.visible && !entry.ticketShown && !entry.hasPhoto
                    objectName: "entry.photo"
                    still: entry.photo
                    taken: entry.hasPhoto
                    visible: root.workplace.camera.available
                    onClicked: entry.hasPhoto ? entry.dropPhoto() : entry.takePhoto()
                }
            }
            PlatePad {
                id: pad

                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredHeight: 6 * 48
                canSkip: true
                input: plate
                objectName: "entry.pad"
                recentArea: entry.recentArea
                visible: entry.trouble === ""
                onSkipRequested: noPlateSheet.open()
            }
            Item {
                Layout.fillHeight: true
                visible: entry.trouble !== ""
            }
        }
        BigButton {
            Layout.fillWidth: true
            enabled: plate.complete
            iconName: "ticket"
            objectName: "entry.saveButton"
            text: qsTr("Simpan & karcis")
            tone: Theme.entry
            onClicked: root.save()
        }
    }
    TicketView {
        id: ticketView

        anchors.fill: parent
        anchors.margins: Theme.gap
        canOpenGate: root.workplace.gateHasLock
        date: entry.ticketDate
        delivery: entry.delivery
        number: entry.ticketNumber
        plate: entry.ticketPlate
        qrText: entry.ticketText
        siteName: root.workplace.siteName
        time: entry.ticketTime
        vehicle: entry.ticketVehicle
        vehicleIcon: entry.ticketVehicleIcon
        visible: entry.ticketShown
        onGateRequested: {
            undoBar.stop();
            root.gateRequested(entry.sessionId);
        }
        onNextRequested: root.next()

        undo: UndoBar {
            id: undoBar

            objectName: "entry.undo"
            text: qsTr("Salah catat? Kendaraan ini dicatat keluar gratis.")
            width: parent.width
            onUndone: entry.undo()
        }
    }
    NoPlateSheet {
        id: noPlateSheet

        camera: root.workplace.camera
        hasPhoto: entry.hasPhoto
        onFreeFormChosen: {
            plate.freeForm = true;
            root.forceActiveFocus();
        }
        onReasonChosen: reason => root.saveWithoutPlate(reason)
    }
}
