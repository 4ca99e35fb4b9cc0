import QtQuick
import QtQuick.Layouts
import Palang.Components

/// Asks why before something is done that cannot be undone unseen. `given` has what was typed.
Sheet {
    id: root

    property string question
    property string label: qsTr("Alasan")
    property string note: qsTr("Wajib diisi; tersimpan di audit.")
    property string submitText: qsTr("Simpan")
    property bool isDanger: false
    /// Handed back with the reason.
    property var subject

    signal given(string reason, var subject)

    function ask(newSubject) {
        subject = newSubject;
        reason.text = "";
        open();
        reason.focusField();
    }
    function finish() {
        if (!submitButton.enabled)
            return;
        close();
        given(reason.text.trim(), subject);
    }

    footer: BigButton {
        id: submitButton

        Layout.fillWidth: true
        Layout.preferredHeight: 60
        enabled: reason.text.trim().length >= 3
        kind: root.isDanger ? BigButton.Danger : BigButton.Primary
        objectName: root.objectName + ".submit"
        text: root.submitText
        onClicked: root.finish()
    }

    AppText {
        Layout.fillWidth: true
        text: root.question
        visible: text !== ""
        wrapMode: Text.WordWrap
    }
    TextEntry {
        id: reason

        Layout.fillWidth: true
        label: root.label
        name: root.objectName + ".reason"
        note: root.note
        onAccepted: root.finish()
    }
}
