import QtQuick
import QtQuick.Controls.Basic
import Palang.Components
import Palang.Platform

/// What the camera sees; a tap keeps it, another tap takes it anew. Without a tap it is kept when the car is saved.
AbstractButton {
    id: root

    property alias camera: view.camera
    property alias live: view.live
    property alias still: view.still
    property bool taken: false

    Accessible.description: taken ? qsTr("Foto tersimpan") : qsTr("Foto diambil saat disimpan")
    Accessible.name: taken ? qsTr("Foto ulang") : qsTr("Ambil foto")
    Accessible.role: Accessible.Button
    focusPolicy: Qt.TabFocus

    background: Rectangle {
        border.color: root.taken ? Theme.connected : Theme.outline
        border.width: root.taken ? 4 : Math.max(1, Theme.line)
        color: Theme.sunken
        radius: Theme.radius

        FocusRing {
            shown: root.visualFocus
        }
    }

    CameraView {
        id: view

        anchors.fill: parent
    }
    Icon {
        anchors.centerIn: parent
        color: Theme.softText
        height: 34
        name: "camera"
        visible: view.empty
        width: 34
    }
    Rectangle {
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        color: Theme.connected
        height: 26
        radius: 13
        visible: root.taken
        width: 26

        Icon {
            anchors.centerIn: parent
            color: Theme.stateInk
            height: 18
            name: "tick"
            width: 18
        }
    }
}
