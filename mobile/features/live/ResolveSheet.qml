import QtQuick
import QtQuick.Layouts
import Palang.Components

/// Takes an alert off the list, with a note of what was found.
Sheet {
    id: root

    property string alertId
    property string alertText

    signal resolved(string alertId, string note)

    function ask(id, text) {
        alertId = id;
        alertText = text;
        note.text = "";
        open();
        note.focusField();
    }
    function finish() {
        if (!resolveButton.enabled)
            return;
        resolved(alertId, note.text);
        close();
    }

    objectName: "live.resolve"
    title: qsTr("Selesaikan peringatan")

    footer: BigButton {
        id: resolveButton

        Layout.fillWidth: true
        enabled: note.text.trim().length >= 3
        objectName: "live.resolve.submit"
        text: qsTr("Selesaikan")
        onClicked: root.finish()
    }

    AppText {
        Layout.fillWidth: true
        text: root.alertText
        wrapMode: Text.WordWrap
    }
    TextEntry {
        id: note

        Layout.fillWidth: true
        label: qsTr("Apa yang ditemukan?")
        name: "live.resolve.note"
        note: qsTr("Wajib diisi; tersimpan bersama peringatan.")
        onAccepted: root.finish()
    }
}
