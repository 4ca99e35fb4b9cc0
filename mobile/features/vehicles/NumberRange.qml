import QtQuick
import QtQuick.Layouts
import Palang.Components
import Palang.Vehicles

/// Two whole numbers, each of which may be left out; both belong to what is meant.
RowLayout {
    id: root

    required property SessionListModel sessions
    property alias from: fromField.text
    property alias to: toField.text
    property string label
    property string name

    /// As numbers; empty for none.
    readonly property string first: sessions.wholeNumberFrom(from)
    readonly property string last: sessions.wholeNumberFrom(to)
    readonly property bool isNumber: (from.trim() === "" || first !== "") && (to.trim() === "" || last !== "")
    readonly property bool isRight: isNumber && (first === "" || last === "" || Number(first) <= Number(last))

    signal accepted

    Layout.fillWidth: true
    spacing: Theme.gap

    TextEntry {
        id: fromField

        Layout.alignment: Qt.AlignTop
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        label: root.label
        name: root.name + "From"
        note: !root.isNumber ? qsTr("Isi bilangan bulat, misalnya 5.000.") : root.isRight ? "" : qsTr("Yang pertama harus yang lebih kecil.")
        placeholder: qsTr("paling sedikit")
        onAccepted: root.accepted()
    }
    TextEntry {
        id: toField

        Layout.alignment: Qt.AlignTop
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        label: " "
        name: root.name + "To"
        placeholder: qsTr("paling banyak")
        onAccepted: root.accepted()
    }
}
