import QtQuick
import QtQuick.Controls.Basic
import Palang.Components

/// The connection in shape, word and colour (every window, top right). A tap asks for a check and for the sheet.
AbstractButton {
    id: root

    enum State { Checking, Up, Down }

    property int connection: ConnectionIndicator.Checking
    property int pending: 0

    readonly property bool isDown: connection === ConnectionIndicator.Down
    readonly property color ground: connection === ConnectionIndicator.Up ? Theme.connected : isDown ? Theme.failed : Theme.checking
    readonly property string word: connection === ConnectionIndicator.Up ? qsTr("Database Terhubung")
                                 : isDown ? qsTr("Database Terputus") : qsTr("Memeriksa Koneksi")
    readonly property string detail: isDown ? (pending > 0 ? qsTr("Luring · %1 menunggu").arg(pending) : qsTr("Luring"))
                                   : pending > 0 ? qsTr("%1 menunggu kirim").arg(pending) : ""
    readonly property string shape: connection === ConnectionIndicator.Up ? "tick-circle" : isDown ? "offline" : "ring"

    Accessible.description: detail
    Accessible.name: word
    Accessible.role: Accessible.Button
    focusPolicy: Qt.TabFocus
    implicitHeight: Theme.touch
    implicitWidth: contentItem.implicitWidth + leftPadding + rightPadding
    leftPadding: 10
    rightPadding: 12
    text: word

    background: Rectangle {
        border.color: Theme.isSunlight ? "#000000" : "transparent"
        border.width: Theme.isSunlight ? 2 : 0
        color: root.down ? Qt.darker(root.ground, 1.3) : root.ground
        radius: height / 2

        FocusRing {
            radius: height / 2
            shown: root.visualFocus
        }
    }
    contentItem: Row {
        spacing: 8

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.stateInk
            height: 24
            name: root.shape
            width: 24

            RotationAnimation on rotation {
                alwaysRunToEnd: true
                duration: 1100
                from: 0
                loops: Animation.Infinite
                running: root.connection === ConnectionIndicator.Checking && root.visible && Theme.motion > 0
                to: 360
            }
        }
        Column {
            anchors.verticalCenter: parent.verticalCenter

            AppText {
                color: Theme.stateInk
                font.pixelSize: Theme.frameSmall
                strong: true
                text: Theme.isTall ? root.word.replace(" ", "\n") : root.word
            }
            AppText {
                color: Theme.stateInk
                font.pixelSize: 12 * Theme.frameScale
                text: root.detail
                visible: text !== "" && !Theme.isTall
            }
        }
    }
}
