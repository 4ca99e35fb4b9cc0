import QtQuick
import QtQuick.Layouts

/// Offers to take back what was just done, for 8 seconds. The owner starts it and hears `undone` or `expired`.
Rectangle {
    id: root

    property string text
    property int seconds: 8

    readonly property bool isRunning: countdown.running

    property int remaining: 0

    signal undone
    signal expired

    function start() {
        remaining = seconds;
        countdown.restart();
    }
    function stop() {
        countdown.stop();
    }

    border.color: Theme.outline
    border.width: Math.max(1, Theme.line)
    color: Theme.surface
    implicitHeight: Math.max(Theme.keyHeight, row.implicitHeight)
    radius: Theme.radius
    visible: isRunning

    Timer {
        id: countdown

        interval: 1000
        repeat: true
        onTriggered: {
            root.remaining -= 1;
            if (root.remaining <= 0) {
                stop();
                root.expired();
            }
        }
    }
    GridLayout {
        id: row

        anchors.fill: parent
        columnSpacing: Theme.gap
        columns: Theme.isTall ? 1 : 2
        rowSpacing: 0

        AppText {
            Layout.fillWidth: true
            Layout.leftMargin: 14
            Layout.topMargin: Theme.isTall ? 6 : 0
            font.pixelSize: Theme.small
            text: root.text
            wrapMode: Text.WordWrap
        }
        BigButton {
            Layout.alignment: Qt.AlignRight
            Layout.fillHeight: true
            Layout.maximumWidth: root.width * (Theme.isTall ? 1 : 0.5)
            Layout.preferredHeight: Theme.keyHeight
            iconName: "undo"
            kind: BigButton.Plain
            leftPadding: 4
            objectName: root.objectName + ".undo"
            rightPadding: 10
            text: qsTr("Urungkan (%1)").arg(root.remaining)
            onClicked: {
                root.stop();
                root.undone();
            }
        }
    }
}
