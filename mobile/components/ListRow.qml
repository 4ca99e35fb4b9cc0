import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Palang.Components

/// A row of a list: icon, two lines, something at the right edge.
AbstractButton {
    id: root

    property string iconName
    property color iconTone: Theme.text
    property string note
    property string trailing
    property bool opens: true
    property bool noteStrong: false
    property color noteTone: Theme.softText

    Accessible.description: note + " " + trailing
    Accessible.name: text
    Accessible.role: Accessible.ListItem
    focusPolicy: Qt.StrongFocus
    implicitHeight: Math.max(Theme.keyHeight, contentItem.implicitHeight + 20)
    leftPadding: 14
    rightPadding: 10
    Keys.onEnterPressed: root.clicked()
    Keys.onReturnPressed: root.clicked()

    background: Rectangle {
        border.color: Theme.hairline
        border.width: Math.max(1, Theme.line)
        color: root.down ? Theme.accentSoft : Theme.surface
        radius: Theme.radius

        FocusRing {
            shown: root.visualFocus
        }
    }
    contentItem: RowLayout {
        spacing: 12

        Icon {
            Layout.preferredHeight: 28
            Layout.preferredWidth: 34
            color: root.enabled ? root.iconTone : Theme.outline
            name: root.iconName
            visible: root.iconName !== ""
        }
        Column {
            Layout.fillWidth: true
            spacing: 1

            AppText {
                color: root.enabled ? Theme.text : Theme.disabled
                // Bold it is seen first at less; the longest words fit in the narrowest window.
                font.pixelSize: Math.min(Theme.body, 30)
                strong: true
                text: root.text
                width: parent.width
                wrapMode: Text.WordWrap
            }
            AppText {
                color: root.noteTone
                font.pixelSize: Theme.label
                strong: root.noteStrong
                text: root.note
                visible: text !== ""
                width: parent.width
                wrapMode: Text.Wrap
            }
            AppText {
                font.pixelSize: Theme.label
                strong: true
                text: root.trailing
                visible: text !== "" && Theme.isTall
                width: parent.width
                wrapMode: Text.Wrap
            }
        }
        AppText {
            font.pixelSize: Theme.label
            strong: true
            text: root.trailing
            visible: text !== "" && !Theme.isTall
        }
        Icon {
            Layout.preferredHeight: 20
            Layout.preferredWidth: 20
            color: Theme.outline
            name: "chevron-right"
            visible: root.opens && !Theme.isTall
        }
    }
}
