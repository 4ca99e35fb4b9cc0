import QtQuick
import QtQuick.Layouts
import Palang.Components
import Palang.Desk

/// Chooses a day, a week or a month, and the ones before.
RowLayout {
    id: root

    required property Period period
    property string name: "period"

    readonly property var units: [
        { "name": "day", "text": qsTr("Hari") }, { "name": "week", "text": qsTr("7 hari") }, { "name": "month", "text": qsTr("30 hari") }]

    spacing: Theme.gap

    Tabs {
        Layout.preferredHeight: 44
        Layout.preferredWidth: 204
        choices: root.units
        current: root.units.findIndex(unit => unit.name === root.period.unit)
        objectName: root.name + ".unit"
        onChosen: index => root.period.unit = root.units[index].name
    }
    KeyButton {
        Accessible.name: qsTr("Sebelumnya")
        Layout.preferredHeight: 44
        Layout.preferredWidth: 44
        iconName: "back"
        objectName: root.name + ".earlier"
        quiet: true
        onClicked: root.period.back += 1
    }
    AppText {
        Layout.preferredWidth: 156
        font.pixelSize: Theme.label
        fontSizeMode: Text.HorizontalFit
        horizontalAlignment: Text.AlignHCenter
        minimumPixelSize: 11
        objectName: root.name + ".text"
        strong: true
        text: root.period.text
    }
    KeyButton {
        Accessible.name: qsTr("Berikutnya")
        Layout.preferredHeight: 44
        Layout.preferredWidth: 44
        enabled: root.period.back > 0
        iconName: "chevron-right"
        ink: enabled ? Theme.text : Theme.disabled
        objectName: root.name + ".later"
        quiet: true
        onClicked: root.period.back -= 1
    }
}
