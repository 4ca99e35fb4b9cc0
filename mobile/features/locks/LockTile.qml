import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Palang.Components

/// One lock at a glance: is it heard, does it have power, is its clock right; and its last hours.
AbstractButton {
    id: root

    required property int index
    required property string lockId
    required property string name
    required property string gate
    required property string state
    required property string stateTone
    required property string battery
    required property string batteryTone
    required property string reception
    required property string receptionTone
    required property string clock
    required property string clockTone
    required property string lastRecord
    required property string coverage
    required property string coverageTone
    required property string coverageIcon
    required property var hours
    property bool current: false

    readonly property var tones: ({ "ok": Theme.connected, "warn": Theme.text, "bad": Theme.failed, "quiet": Theme.softText })

    component Figure: ColumnLayout {
        id: figure

        property string label
        property string value
        property string tone: "quiet"

        readonly property var tones: ({ "ok": Theme.connected, "warn": Theme.text, "bad": Theme.failed, "quiet": Theme.softText })

        Layout.fillWidth: true
        Layout.preferredWidth: 1
        spacing: 0

        AppText {
            Layout.fillWidth: true
            font.pixelSize: 13
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 10
            soft: true
            text: figure.label
        }
        AppText {
            Layout.fillWidth: true
            color: figure.tones[figure.tone]
            font.pixelSize: Theme.label
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 10
            strong: true
            text: (figure.tone === "warn" || figure.tone === "bad" ? "! " : "") + figure.value
        }
    }

    Accessible.description: coverage + ", " + battery + ", " + clock
    Accessible.name: gate === "" ? name : gate
    Accessible.role: Accessible.ListItem
    focusPolicy: Qt.StrongFocus
    objectName: "locks.lock." + lockId
    padding: 14
    Keys.onEnterPressed: root.clicked()
    Keys.onReturnPressed: root.clicked()

    background: Rectangle {
        border.color: root.current ? Theme.accent : Theme.hairline
        border.width: root.current ? 3 : Math.max(1, Theme.line)
        color: root.down ? Theme.accentSoft : Theme.surface
        radius: Theme.radius

        FocusRing {
            shown: root.visualFocus
        }
    }
    contentItem: ColumnLayout {
        spacing: 8

        RowLayout {
            Layout.fillWidth: true
            spacing: 8

            AppText {
                Layout.fillWidth: true
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 11
                strong: true
                text: root.gate === "" ? root.name : root.gate + " · " + root.name
            }
            Icon {
                Layout.preferredHeight: 20
                Layout.preferredWidth: 20
                color: root.tones[root.coverageTone]
                name: root.coverageIcon
            }
            AppText {
                color: root.tones[root.coverageTone]
                font.pixelSize: Theme.small
                strong: true
                text: root.coverage
            }
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: 8

            Figure {
                label: qsTr("Keadaan")
                tone: root.stateTone
                value: root.state
            }
            Figure {
                label: qsTr("Baterai")
                tone: root.batteryTone
                value: root.battery
            }
            Figure {
                label: qsTr("Sinyal")
                tone: root.receptionTone
                value: root.reception
            }
            Figure {
                label: qsTr("Selisih jam")
                tone: root.clockTone
                value: root.clock
            }
            Figure {
                label: qsTr("Catatan terakhir")
                value: root.lastRecord
            }
        }
        HeatStrip {
            Layout.fillWidth: true
            cells: root.hours
        }
    }
}
