import QtQuick
import Palang.Components
import Palang.Exit
import Palang.Platform

/// The car as it came in, and below what the camera shows now: that becomes the exit's photo when the money is taken.
Column {
    id: root

    required property CheckoutModel checkout
    required property Camera camera
    property bool live: false

    readonly property int rows: camera.available ? 2 : 1

    spacing: 4
    visible: camera.available || String(checkout.entryPhoto) !== ""

    Rectangle {
        color: Theme.sunken
        height: (root.height - root.spacing * (root.rows - 1)) / root.rows
        width: root.width

        Image {
            Accessible.name: qsTr("Foto masuk")
            Accessible.role: Accessible.Graphic
            anchors.fill: parent
            asynchronous: true
            fillMode: Image.PreserveAspectCrop
            objectName: "exit.entryPhoto"
            source: root.checkout.entryPhoto
        }
        Icon {
            Accessible.name: qsTr("Tanpa foto masuk")
            Accessible.role: Accessible.Graphic
            anchors.centerIn: parent
            color: Theme.softText
            height: 24
            name: "camera"
            visible: String(root.checkout.entryPhoto) === ""
            width: 24
        }
    }
    CameraView {
        camera: root.camera
        height: (root.height - root.spacing) / 2
        live: root.live
        objectName: "exit.camera"
        visible: root.camera.available
        width: root.width
    }
}
