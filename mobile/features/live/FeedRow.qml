import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Palang.Components

/// One event in a line and its details; one that tells of a car opens it.
AbstractButton {
    id: root

    required property int index
    required property string moment
    required property string iconName
    required property string tone
    required property string title
    required property string plate
    required property string detail
    required property string sessionId

    readonly property color ink: tone === "entry" ? Theme.entry : tone === "exit" ? Theme.exit : tone === "good" ? Theme.connected
                               : tone === "critical" ? Theme.failed : Theme.text

    Accessible.description: detail + ", " + moment
    Accessible.name: title + " " + plate
    Accessible.role: Accessible.ListItem
    enabled: sessionId !== ""
    focusPolicy: Qt.TabFocus
    implicitHeight: Math.max(52, implicitContentHeight + 12)
    objectName: "live.feed." + index
    text: title

    background: Rectangle {
        color: root.down ? Theme.accentSoft : root.hovered && root.enabled ? Theme.sunken : "transparent"
        radius: 8

        FocusRing {
            anchors.margins: 2
            radius: 6
            shown: root.visualFocus
        }
    }
    contentItem: RowLayout {
        spacing: 10

        Icon {
            Layout.leftMargin: 6
            Layout.preferredHeight: 22
            Layout.preferredWidth: 22
            color: root.ink
            name: root.iconName
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            RowLayout {
                Layout.fillWidth: true
                spacing: 8

                AppText {
                    color: root.ink
                    font.pixelSize: Theme.label
                    strong: true
                    text: root.title
                }
                AppText {
                    Layout.fillWidth: true
                    font.family: Theme.digits
                    font.pixelSize: 15
                    strong: true
                    text: root.plate
                }
                AppText {
                    Layout.rightMargin: 6
                    font.pixelSize: Theme.small
                    soft: true
                    text: root.moment
                }
            }
            AppText {
                Layout.fillWidth: true
                font.pixelSize: Theme.small
                soft: true
                text: root.detail
                visible: text !== ""
                wrapMode: Text.WordWrap
            }
        }
    }
}
