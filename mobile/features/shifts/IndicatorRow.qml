import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Palang.Components

/// One number of an attendant against the band of the others; a click shows the records behind it.
AbstractButton {
    id: root

    property var figure: ({})

    readonly property bool hasPeers: (figure.expected ?? "") !== ""

    Accessible.description: figure.expected ?? ""
    Accessible.name: figure.text + ": " + figure.value
    Accessible.role: Accessible.ListItem
    focusPolicy: Qt.StrongFocus
    padding: 10

    background: Rectangle {
        border.color: root.figure.outside ? Theme.failed : Theme.hairline
        border.width: root.figure.outside ? 2 : Math.max(1, Theme.line)
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
            spacing: 8

            Icon {
                Layout.preferredHeight: 18
                Layout.preferredWidth: 18
                color: Theme.failed
                name: "warning"
                visible: root.figure.outside
            }
            AppText {
                Layout.fillWidth: true
                font.pixelSize: Theme.label
                strong: true
                text: root.figure.text
                wrapMode: Text.WordWrap
            }
            AppText {
                color: root.figure.outside ? Theme.failed : Theme.text
                strong: true
                text: root.figure.value
            }
        }
        Item {
            Layout.fillWidth: true
            implicitHeight: 12
            visible: root.hasPeers

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.sunken
                height: 4
                width: parent.width
            }
            Rectangle {
                color: Theme.accentSoft
                border.color: Theme.accent
                border.width: 1
                height: parent.height
                radius: 3
                width: Math.max(4, parent.width * ((root.figure.highShare ?? 0) - (root.figure.lowShare ?? 0)))
                x: parent.width * (root.figure.lowShare ?? 0)
            }
            Rectangle {
                color: root.figure.outside ? Theme.failed : Theme.text
                height: parent.height
                width: 4
                x: Math.max(0, parent.width * root.figure.valueShare - 2)
            }
        }
        AppText {
            Layout.fillWidth: true
            font.pixelSize: Theme.small
            soft: true
            text: root.hasPeers ? root.figure.counts + " · " + root.figure.expected : qsTr("%1 · belum ada pembanding").arg(root.figure.counts)
            wrapMode: Text.WordWrap
        }
    }
}
