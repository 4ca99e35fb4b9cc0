import QtQuick
import Palang.Components

/// Pushes the page down while records wait: slate offline, blue while sending, yellow when a person must look. A tap shows more.
Rectangle {
    id: root

    enum Kind { Hidden, Offline, Sending, Attention }

    property int kind: StatusStrip.Hidden
    property string text
    property string note

    readonly property color ink: kind === StatusStrip.Attention ? Theme.waitingInk : Theme.stateInk

    signal tapped

    Accessible.name: text + ". " + note
    Accessible.role: Accessible.AlertMessage
    clip: true
    color: kind === StatusStrip.Attention ? Theme.waiting : kind === StatusStrip.Sending ? Theme.syncing : Theme.offline
    implicitHeight: kind === StatusStrip.Hidden ? 0 : Math.max(44, words.implicitHeight + 8)

    Behavior on implicitHeight {
        NumberAnimation {
            duration: Theme.motion
        }
    }

    Row {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        spacing: 10

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            color: root.ink
            height: 22
            name: root.kind === StatusStrip.Attention ? "failed" : root.kind === StatusStrip.Sending ? "sync" : "tick"
            width: 22
        }
        Column {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - 32

            AppText {
                color: root.ink
                font.pixelSize: Theme.small
                strong: true
                text: root.text
                width: parent.width
                wrapMode: Text.WordWrap
            }
            AppText {
                color: root.ink
                font.pixelSize: Theme.small
                text: root.note
                visible: text !== "" && !Theme.isTall
                width: parent.width
                wrapMode: Text.WordWrap
            }
        }
    }
    TapHandler {
        onTapped: root.tapped()
    }
}
