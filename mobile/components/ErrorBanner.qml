import QtQuick
import Palang.Components

/// What went wrong and what to do next, with at most two actions. Hidden without text. Large letters stand below the icon.
Rectangle {
    id: root

    property string text
    property string nextStep
    property string action
    property string secondAction
    /// False: it goes when its cause goes.
    property bool dismissible: true

    signal actionRequested
    signal secondActionRequested
    signal dismissed

    Accessible.name: text + " " + nextStep
    Accessible.role: Accessible.AlertMessage
    color: Theme.failed
    implicitHeight: visible ? words.y + words.implicitHeight + 12 : 0
    radius: Theme.radius
    visible: text !== ""

    Icon {
        color: Theme.stateInk
        height: 28
        name: "failed"
        width: 28
        x: 12
        y: 12
    }
    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: Theme.isTall ? 14 : 52
        anchors.right: parent.right
        anchors.rightMargin: root.dismissible && !Theme.isTall ? 48 : 12
        spacing: 4
        y: Theme.isTall ? 44 : 12

        AppText {
            color: Theme.stateInk
            objectName: root.objectName + ".text"
            strong: true
            text: root.text
            width: parent.width
            wrapMode: Text.WordWrap
        }
        AppText {
            color: Theme.stateInk
            font.pixelSize: Theme.label
            text: root.nextStep
            visible: text !== ""
            width: parent.width
            wrapMode: Text.WordWrap
        }
        Flow {
            spacing: Theme.gap
            visible: root.action !== ""
            width: parent.width

            BigButton {
                font.pixelSize: Theme.label
                height: Theme.touch * Theme.frameScale
                kind: BigButton.Secondary
                leftPadding: 10
                objectName: root.objectName + ".action"
                rightPadding: 10
                text: root.action
                width: Math.min(implicitWidth, words.width)
                onClicked: root.actionRequested()
            }
            BigButton {
                font.pixelSize: Theme.label
                height: Theme.touch * Theme.frameScale
                kind: BigButton.Secondary
                leftPadding: 10
                objectName: root.objectName + ".secondAction"
                rightPadding: 10
                text: root.secondAction
                visible: text !== ""
                width: Math.min(implicitWidth, words.width)
                onClicked: root.secondActionRequested()
            }
        }
    }
    KeyButton {
        Accessible.name: qsTr("Tutup pesan")
        anchors.right: parent.right
        background: null
        height: Theme.touch
        iconName: "close"
        ink: Theme.stateInk
        objectName: root.objectName + ".close"
        visible: root.dismissible
        width: Theme.touch
        onClicked: root.dismissed()
    }
}
