import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Palang.Components

/// A choice that is on or off, said by a box with a tick.
AbstractButton {
    id: root

    property string note

    Accessible.checkable: true
    Accessible.checked: checked
    Accessible.description: note
    Accessible.name: text
    Accessible.role: Accessible.CheckBox
    checkable: true
    focusPolicy: Qt.StrongFocus
    implicitHeight: Math.max(Theme.keyHeight, contentItem.implicitHeight + 12)
    leftPadding: 4

    background: Rectangle {
        color: root.down ? Theme.accentSoft : "transparent"
        radius: Theme.radius

        FocusRing {
            shown: root.visualFocus
        }
    }
    contentItem: RowLayout {
        spacing: 12

        Rectangle {
            Layout.preferredHeight: 30
            Layout.preferredWidth: 30
            border.color: Theme.outline
            border.width: 2
            color: root.checked ? Theme.accent : Theme.surface
            radius: 6

            Icon {
                anchors.centerIn: parent
                color: Theme.accentInk
                name: "tick"
                visible: root.checked
            }
        }
        Column {
            Layout.fillWidth: true

            AppText {
                strong: true
                text: root.text
                width: parent.width
                wrapMode: Text.WordWrap
            }
            AppText {
                font.pixelSize: Theme.small
                soft: true
                text: root.note
                visible: text !== ""
                width: parent.width
                wrapMode: Text.WordWrap
            }
        }
    }
}
