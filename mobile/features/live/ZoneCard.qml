import QtQuick
import QtQuick.Layouts
import Palang.Components

/// How full a zone is: number, bar and word.
Rectangle {
    id: root

    required property string zoneId
    required property string name
    required property double occupancy
    required property double capacity
    required property double percent
    required property string level

    readonly property bool isTight: level === "full" || level === "nearly_full"
    readonly property string word: capacity <= 0 ? qsTr("Tanpa batas") : level === "full" ? qsTr("Penuh")
                                 : level === "nearly_full" ? qsTr("Hampir penuh")
                                 : level === "filling" ? qsTr("Mulai penuh") : qsTr("Lega")
    readonly property color tone: isTight ? Theme.failed : level === "filling" ? Theme.waiting : Theme.connected

    Accessible.name: qsTr("%1: %2 dari %3 terisi, %4").arg(name).arg(occupancy).arg(capacity).arg(word)
    Accessible.role: Accessible.StaticText
    border.color: isTight ? Theme.failed : Theme.hairline
    border.width: isTight ? 2 : Math.max(1, Theme.line)
    color: Theme.surface
    implicitHeight: 92
    objectName: "live.zone." + zoneId
    radius: Theme.radius

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: 12
        anchors.topMargin: 8
        spacing: 4

        RowLayout {
            Layout.fillWidth: true
            spacing: 8

            AppText {
                Layout.fillWidth: true
                font.pixelSize: Theme.small
                soft: true
                text: qsTr("Terisi · %1").arg(root.name)
            }
            Icon {
                Layout.preferredHeight: 16
                Layout.preferredWidth: 16
                color: root.isTight ? Theme.failed : Theme.text
                name: root.isTight ? "failed" : root.level === "filling" ? "warning" : "tick"
                visible: root.capacity > 0
            }
            AppText {
                color: root.isTight ? Theme.failed : Theme.text
                font.pixelSize: Theme.small
                strong: true
                text: root.word
            }
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: 6

            AppText {
                font.pixelSize: 28
                objectName: root.objectName + ".occupancy"
                strong: true
                text: root.occupancy.toLocaleString(Qt.locale(), "f", 0)
            }
            AppText {
                Layout.fillWidth: true
                font.pixelSize: Theme.label
                soft: true
                text: root.capacity > 0 ? qsTr("/ %1 · sisa %2").arg(root.capacity.toLocaleString(Qt.locale(), "f", 0))
                                          .arg(Math.max(0, root.capacity - root.occupancy).toLocaleString(Qt.locale(), "f", 0)) : ""
            }
        }
        Rectangle {
            Layout.fillWidth: true
            Layout.preferredHeight: 10
            border.color: Theme.outline
            border.width: 1
            color: Theme.sunken
            radius: 5
            visible: root.capacity > 0

            Rectangle {
                border.color: Theme.outline
                border.width: root.level === "filling" ? 1 : 0
                color: root.tone
                height: parent.height
                radius: 5
                width: parent.width * Math.min(1, root.percent / 100)
            }
        }
    }
}
