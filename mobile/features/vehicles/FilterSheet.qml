import QtQuick
import QtQuick.Layouts
import Palang.Components
import Palang.Vehicles

/// Gives a filter a name, another one, or removes it.
Sheet {
    id: root

    required property SavedFilters filters

    property int row: -1
    property var values: ({})
    property bool isTaken: false

    function askToKeep(newValues) {
        row = -1;
        values = newValues;
        start("");
    }
    function askToChange(newRow) {
        row = newRow;
        start(filters.nameAt(newRow));
    }
    function start(text) {
        isTaken = false;
        name.text = text;
        open();
        name.focusField();
    }
    function finish() {
        if (row >= 0 ? filters.rename(row, name.text) : filters.keep(name.text, values))
            close();
        else
            isTaken = true;
    }

    objectName: "vehicles.naming"
    title: row >= 0 ? qsTr("Ubah saringan") : qsTr("Simpan saringan")

    footer: [
        BigButton {
            Layout.fillWidth: true
            Layout.preferredHeight: 56
            enabled: name.text.trim() !== ""
            objectName: root.objectName + ".submit"
            text: qsTr("Simpan")
            onClicked: root.finish()
        },
        BigButton {
            Layout.fillWidth: true
            Layout.preferredHeight: 56
            iconName: "close"
            kind: BigButton.Secondary
            objectName: root.objectName + ".remove"
            text: qsTr("Hapus saringan ini")
            visible: root.row >= 0
            onClicked: {
                root.filters.remove(root.row);
                root.close();
            }
        }
    ]

    TextEntry {
        id: name

        Layout.fillWidth: true
        label: qsTr("Nama saringan")
        name: root.objectName + ".name"
        note: root.isTaken ? qsTr("Nama ini sudah dipakai saringan lain.")
                           : qsTr("Tersimpan di komputer ini. Nama yang sama menggantikan yang lama.")
        onAccepted: root.finish()
        onEdited: root.isTaken = false
    }
}
