pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Components

/// Quick cash: the exact amount, and bank notes that add up. `tendered` in rupiah.
GridLayout {
    id: root

    required property double due
    property double tendered: 0
    property var notes: [2000, 5000, 10000, 20000, 50000, 100000]

    signal tenderedEdited(double amount)

    columnSpacing: 6
    columns: Theme.isTall ? 3 : 4
    rowSpacing: 6

    KeyButton {
        Layout.fillWidth: true
        Layout.preferredWidth: 60
        accented: root.tendered === root.due && root.due > 0
        font.family: Theme.family
        font.pixelSize: Theme.label
        implicitHeight: 58
        objectName: root.objectName + ".exact"
        text: qsTr("Uang pas")
        onClicked: root.tenderedEdited(root.due)
    }
    Repeater {
        model: root.notes

        KeyButton {
            required property double modelData

            Layout.fillWidth: true
            Layout.preferredWidth: 60
            font.pixelSize: Theme.body
            implicitHeight: 58
            objectName: root.objectName + "." + modelData
            text: Format.note(modelData)
            onClicked: root.tenderedEdited(root.tendered === root.due ? modelData : root.tendered + modelData)
        }
    }
    KeyButton {
        Accessible.name: qsTr("Hapus uang diterima")
        Layout.columnSpan: root.columns === 3 ? 2 : 1
        Layout.fillWidth: true
        Layout.preferredWidth: 60 * Layout.columnSpan
        iconName: "backspace"
        implicitHeight: 58
        objectName: root.objectName + ".clear"
        quiet: true
        onClicked: root.tenderedEdited(0)
    }
}
