pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Palang.Components

/// One gate: which way, its mode, the last car and the last opening. A click opens that car.
AbstractButton {
    id: root

    required property string gateId
    required property string name
    required property string direction
    required property string mode
    required property string sessionId
    required property bool isExit
    required property string plate
    required property string vehicle
    required property string iconName
    required property string passed
    required property string outcome
    required property string opened
    required property string cause

    readonly property bool leads: direction === "out"
    readonly property color tone: leads ? Theme.exit : Theme.entry
    readonly property bool hasFailed: outcome === "failed" || outcome === "expired"
    readonly property color modeInk: mode === "auto" ? Theme.softText : Theme.failed
    readonly property color outcomeInk: hasFailed ? Theme.failed : outcome === "confirmed" ? Theme.connected : Theme.softText
    readonly property string modeWord: mode === "held_open" ? qsTr("Ditahan buka") : mode === "closed" ? qsTr("Ditutup") : qsTr("Otomatis")
    readonly property string outcomeWord: outcome === "confirmed" ? qsTr("Palang dibuka")
                                        : outcome === "failed" ? qsTr("Palang gagal dibuka")
                                        : outcome === "expired" ? qsTr("Perintah buka terlambat")
                                        : outcome === "unknown" ? qsTr("Hasil buka belum diketahui")
                                        : outcome !== "" ? qsTr("Palang sedang dibuka") : qsTr("Belum ada pembukaan")

    Accessible.description: vehicle + " " + passed + ". " + outcomeWord
    Accessible.name: name + ", " + modeWord + ", " + plate
    Accessible.role: Accessible.Button
    enabled: sessionId !== ""
    focusPolicy: Qt.StrongFocus
    bottomPadding: 2
    implicitHeight: 168
    implicitWidth: 320
    objectName: "live.lane." + gateId
    text: plate
    Keys.onEnterPressed: root.clicked()
    Keys.onReturnPressed: root.clicked()

    background: Rectangle {
        border.color: root.hovered && root.enabled ? root.tone : Theme.hairline
        border.width: root.hovered && root.enabled ? 2 : Math.max(1, Theme.line)
        color: root.down ? Theme.accentSoft : Theme.surface
        radius: Theme.radius

        FocusRing {
            shown: root.visualFocus
        }
    }
    contentItem: Item {
        DirectionEdge {
            anchors.bottom: parent.bottom
            anchors.left: root.leads ? undefined : parent.left
            anchors.margins: 4
            anchors.right: root.leads ? parent.right : undefined
            anchors.top: parent.top
            isExit: root.leads
            tone: root.tone
        }
        Item {
            anchors.fill: parent
            anchors.leftMargin: root.leads ? 14 : 28
            anchors.rightMargin: root.leads ? 28 : 14

            RowLayout {
                height: 44
                spacing: 8
                width: parent.width

                Icon {
                    Layout.preferredHeight: 26
                    Layout.preferredWidth: 26
                    color: root.tone
                    name: root.direction === "out" ? "keluar" : root.direction === "in" ? "masuk" : "transfer"
                }
                AppText {
                    Layout.fillWidth: true
                    strong: true
                    text: root.name
                }
                Icon {
                    Layout.preferredHeight: 16
                    Layout.preferredWidth: 16
                    color: root.modeInk
                    name: root.mode === "held_open" ? "warning" : root.mode === "closed" ? "close" : "tick"
                }
                AppText {
                    color: root.modeInk
                    font.pixelSize: Theme.small
                    objectName: root.objectName + ".mode"
                    strong: root.mode !== "auto"
                    text: root.modeWord
                }
            }
            LaneCar {
                iconName: root.iconName
                passed: root.direction !== "both" ? root.passed : (root.isExit ? qsTr("keluar %1") : qsTr("masuk %1")).arg(root.passed)
                plate: root.plate
                plateName: root.objectName + ".plate"
                vehicle: root.vehicle
                visible: root.sessionId !== ""
                width: parent.width
                y: 52
            }
            AppText {
                font.pixelSize: Theme.label
                soft: true
                text: qsTr("Belum ada kendaraan")
                visible: root.sessionId === ""
                y: 62
            }
            Rectangle {
                color: Theme.hairline
                height: 1
                width: parent.width
                y: parent.height - 45
            }
            RowLayout {
                anchors.bottom: parent.bottom
                height: 44
                spacing: 8
                width: parent.width

                Icon {
                    Layout.preferredHeight: 18
                    Layout.preferredWidth: 18
                    color: root.outcomeInk
                    name: root.hasFailed ? "failed" : root.outcome === "confirmed" ? "tick-circle" : root.outcome === "" ? "gate" : "clock"
                }
                AppText {
                    Layout.fillWidth: true
                    color: root.outcomeInk
                    font.pixelSize: Theme.small
                    objectName: root.objectName + ".outcome"
                    strong: root.hasFailed
                    text: root.cause !== "" && root.cause !== "session" ? root.outcomeWord + " · " + root.cause : root.outcomeWord
                }
                AppText {
                    font.pixelSize: Theme.small
                    soft: true
                    text: root.opened
                }
            }
        }
    }
}
