import QtQuick
import QtQuick.Controls.Basic
import Palang.Components
import Palang.Vehicles

/// A day, typed as people write it. Empty: none.
TextField {
    id: root

    required property SessionListModel sessions
    property string label
    /// yyyy-MM-dd
    property string day

    readonly property string typedDay: sessions.dayFrom(text)
    readonly property bool isWrong: text !== "" && typedDay === ""

    signal chosen(string day)

    function show() {
        const parts = day.split("-");
        text = parts.length === 3 ? parts[2] + "-" + parts[1] + "-" + parts[0] : "";
    }

    Accessible.description: isWrong ? qsTr("Isi seperti 24-03-2025") : ""
    Accessible.name: label
    color: isWrong ? Theme.failed : Theme.text
    font.family: Theme.family
    font.pixelSize: Theme.label
    implicitHeight: 44
    implicitWidth: 128
    leftPadding: 12
    placeholderText: label
    placeholderTextColor: Theme.softText
    selectByMouse: true
    selectedTextColor: Theme.accentInk
    selectionColor: Theme.accent
    Component.onCompleted: show()
    onDayChanged: {
        if (typedDay !== day)
            show();
    }
    onEditingFinished: {
        if (!isWrong && typedDay !== day)
            chosen(typedDay);
    }

    background: Rectangle {
        border.color: root.isWrong ? Theme.failed : root.activeFocus ? Theme.accent : Theme.outline
        border.width: root.isWrong || root.activeFocus ? 3 : Math.max(1, Theme.line)
        color: Theme.surface
        radius: 10
    }
    Tip {
        shown: root.isWrong
        text: qsTr("Isi seperti 24-03-2025")
    }
}
