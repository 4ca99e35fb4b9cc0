import QtQuick
import QtQuick.Layouts
import Palang.Components

/// One open alert: how grave in shape, word and colour; what; since when; and what can be done.
Rectangle {
    id: root

    required property string alertId
    required property string severity
    required property string text
    required property string raised
    required property string gate
    required property string sessionId
    required property bool settling
    property bool actionable: true

    readonly property bool isCritical: severity === "critical"
    readonly property color tone: isCritical ? Theme.failed : severity === "warning" ? Theme.waiting : Theme.offline
    readonly property color toneInk: severity === "warning" ? Theme.waitingInk : Theme.stateInk
    readonly property string word: isCritical ? qsTr("Genting") : severity === "warning" ? qsTr("Peringatan") : qsTr("Info")

    signal resolveRequested
    signal sessionRequested

    Accessible.name: word + ": " + text
    Accessible.role: Accessible.ListItem
    border.color: isCritical ? Theme.failed : Theme.hairline
    border.width: isCritical ? 2 : Math.max(1, Theme.line)
    color: Theme.surface
    implicitHeight: body.implicitHeight + 20
    objectName: "live.alert." + alertId
    radius: Theme.radius

    ColumnLayout {
        id: body

        anchors.left: parent.left
        anchors.leftMargin: 12
        anchors.right: parent.right
        anchors.rightMargin: 8
        spacing: 6
        y: 10

        RowLayout {
            Layout.fillWidth: true
            spacing: 8

            Rectangle {
                Layout.preferredHeight: 26
                Layout.preferredWidth: badge.implicitWidth + 16
                border.color: Theme.outline
                border.width: root.severity === "warning" ? 1 : 0
                color: root.tone
                radius: root.isCritical ? 4 : 13

                Row {
                    id: badge

                    anchors.centerIn: parent
                    spacing: 6

                    Icon {
                        anchors.verticalCenter: parent.verticalCenter
                        color: root.toneInk
                        height: 16
                        name: root.isCritical ? "failed" : root.severity === "warning" ? "warning" : "catatan"
                        width: 16
                    }
                    AppText {
                        color: root.toneInk
                        font.pixelSize: Theme.small
                        strong: true
                        text: root.word
                    }
                }
            }
            AppText {
                Layout.fillWidth: true
                font.pixelSize: Theme.small
                soft: true
                text: root.gate === "" ? root.raised : root.raised + " · " + root.gate
            }
        }
        AppText {
            Layout.fillWidth: true
            font.pixelSize: Theme.label
            objectName: root.objectName + ".text"
            text: root.text
            wrapMode: Text.WordWrap
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: 8

            BigButton {
                Layout.preferredHeight: 40
                enabled: root.actionable && !root.settling
                font.pixelSize: Theme.small
                kind: BigButton.Secondary
                objectName: root.objectName + ".resolve"
                text: root.settling ? qsTr("Menunggu server…") : qsTr("Selesaikan")
                onClicked: root.resolveRequested()
            }
            BigButton {
                Layout.preferredHeight: 40
                font.pixelSize: Theme.small
                kind: BigButton.Plain
                objectName: root.objectName + ".session"
                text: qsTr("Lihat kendaraan")
                visible: root.sessionId !== ""
                onClicked: root.sessionRequested()
            }
            Item {
                Layout.fillWidth: true
            }
        }
    }
}
