import QtQuick
import QtQuick.Layouts
import Palang.Components

/// What went wrong and what to do next, with at most one action. Hidden without text.
Rectangle {
    id: root

    property string text
    property string nextStep
    property string action

    signal actionRequested
    signal dismissed

    Accessible.name: text + " " + nextStep
    Accessible.role: Accessible.AlertMessage
    color: Theme.failed
    implicitHeight: visible ? layout.implicitHeight + 20 : 0
    radius: Theme.radius
    visible: text !== ""

    RowLayout {
        id: layout

        anchors.left: parent.left
        anchors.margins: 12
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: 10

        Icon {
            Layout.alignment: Qt.AlignTop
            Layout.preferredHeight: 28
            Layout.preferredWidth: 28
            color: Theme.stateInk
            name: "failed"
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 4

            AppText {
                Layout.fillWidth: true
                color: Theme.stateInk
                objectName: root.objectName + ".text"
                strong: true
                text: root.text
                wrapMode: Text.WordWrap
            }
            AppText {
                Layout.fillWidth: true
                color: Theme.stateInk
                font.pixelSize: Theme.label
                text: root.nextStep
                visible: text !== ""
                wrapMode: Text.WordWrap
            }
            BigButton {
                Layout.preferredHeight: Theme.touch
                Layout.topMargin: 4
                kind: BigButton.Secondary
                objectName: root.objectName + ".action"
                text: root.action
                visible: text !== ""
                onClicked: root.actionRequested()
            }
        }
        Icon {
            Layout.alignment: Qt.AlignTop
            color: Theme.stateInk
            name: "close"

            TapHandler {
                margin: 16
                onTapped: root.dismissed()
            }
        }
    }
}
