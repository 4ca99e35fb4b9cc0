pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Palang.Components
import Palang.Vehicles

/// The filters that were kept, by name; the one that the list shows now is marked. Alt+1 to Alt+9 choose; F2 renames, Del removes the one
/// that has the focus.
Flow {
    id: root

    required property SavedFilters filters
    property int current: -1

    signal chosen(int row)
    signal renameRequested(int row)
    signal removeRequested(int row)

    spacing: Theme.gap

    Repeater {
        model: root.filters

        AbstractButton {
            id: chip

            required property int index
            required property string name

            readonly property bool isCurrent: index === root.current

            Accessible.checked: isCurrent
            Accessible.description: qsTr("Saringan tersimpan. F2 mengganti nama, Del menghapus.")
            Accessible.name: name
            Accessible.role: Accessible.RadioButton
            focusPolicy: Qt.StrongFocus
            height: 40
            leftPadding: 14
            objectName: "vehicles.saved." + index
            rightPadding: 6
            text: name
            Keys.onDeletePressed: root.removeRequested(index)
            Keys.onEnterPressed: root.chosen(index)
            Keys.onPressed: event => {
                if (event.key === Qt.Key_F2) {
                    root.renameRequested(index);
                    event.accepted = true;
                }
            }
            Keys.onReturnPressed: root.chosen(index)
            onClicked: root.chosen(index)

            background: Rectangle {
                border.color: chip.isCurrent ? Theme.accent : Theme.outline
                border.width: chip.isCurrent ? 2 : Math.max(1, Theme.line)
                color: chip.isCurrent ? Theme.accentSoft : Theme.surface
                radius: 20

                FocusRing {
                    radius: 22
                    shown: chip.visualFocus
                }
            }
            contentItem: Row {
                spacing: 6

                AppText {
                    font.pixelSize: Theme.label
                    height: 38
                    strong: chip.isCurrent
                    text: chip.isCurrent ? "✓ " + chip.text : chip.text
                }
                KeyButton {
                    Accessible.name: qsTr("Ubah saringan %1").arg(chip.name)
                    focusPolicy: Qt.NoFocus
                    height: 32
                    iconName: "edit"
                    objectName: chip.objectName + ".edit"
                    quiet: true
                    width: 34
                    y: 3
                    onClicked: root.renameRequested(chip.index)
                }
            }
        }
    }
    Repeater {
        model: Math.min(9, root.filters.count)

        Item {
            id: jump

            required property int index

            Shortcut {
                enabled: root.visible
                sequence: "Alt+" + (jump.index + 1)
                onActivated: root.chosen(jump.index)
            }
        }
    }
}
