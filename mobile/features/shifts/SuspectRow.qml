import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Palang.Components

/// One stay that may explain the difference: how likely, how much, and why.
AbstractButton {
    id: root

    property var suspect: ({})

    Accessible.description: suspect.reasons
    Accessible.name: suspect.plate + ", " + suspect.amount
    Accessible.role: Accessible.ListItem
    focusPolicy: Qt.StrongFocus
    padding: 10

    background: Rectangle {
        border.color: Theme.hairline
        border.width: Math.max(1, Theme.line)
        color: root.hovered || root.down ? Theme.accentSoft : Theme.surface
        radius: 10

        FocusRing {
            shown: root.visualFocus
        }
    }
    contentItem: ColumnLayout {
        spacing: 4

        RowLayout {
            Layout.fillWidth: true
            spacing: 10

            AppText {
                Layout.fillWidth: true
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 11
                strong: true
                text: root.suspect.plate + " · " + root.suspect.exited
            }
            AppText {
                color: Theme.failed
                font.family: Theme.digits
                strong: true
                text: root.suspect.amount
            }
        }
        Rectangle {
            Layout.fillWidth: true
            color: Theme.sunken
            implicitHeight: 6
            radius: 3

            Rectangle {
                color: Theme.failed
                height: parent.height
                radius: 3
                width: parent.width * root.suspect.score
            }
        }
        AppText {
            Layout.fillWidth: true
            font.pixelSize: Theme.small
            soft: true
            text: root.suspect.reasons
            visible: text !== ""
            wrapMode: Text.WordWrap
        }
    }
}
