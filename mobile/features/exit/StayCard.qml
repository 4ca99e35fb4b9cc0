import QtQuick
import QtQuick.Layouts
import Palang.Components
import Palang.Exit
import Palang.Platform

/// The car that is leaving: plate, class, since when, how long, and where that is known from.
Rectangle {
    id: root

    required property CheckoutModel checkout
    required property Camera camera
    /// The camera is on: what it shows when the money is taken becomes the exit's photo.
    property bool live: false

    readonly property bool hasPhotos: camera.available || checkout.entryPhoto.toString() !== ""

    signal backRequested

    border.color: Theme.hairline
    border.width: Math.max(1, Theme.line)
    color: Theme.surface
    implicitHeight: rows.implicitHeight + 16
    radius: Theme.radius

    ColumnLayout {
        id: rows

        anchors.left: parent.left
        anchors.margins: 8
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: 4

        RowLayout {
            Layout.fillWidth: true
            spacing: 10

            KeyButton {
                Accessible.name: qsTr("Kembali ke pencarian")
                Layout.preferredHeight: Theme.touch
                Layout.preferredWidth: Theme.touch
                iconName: "back"
                objectName: "exit.back"
                quiet: true
                onClicked: root.backRequested()
            }
            PlateText {
                Layout.fillWidth: true
                objectName: "exit.plate"
                pixelSize: 30
                plate: root.checkout.plate
            }
            Icon {
                Layout.preferredHeight: 34
                Layout.preferredWidth: 48
                color: Theme.text
                name: root.checkout.vehicleIcon
            }
        }
        RowLayout {
            Layout.fillWidth: true

            AppText {
                Layout.fillWidth: true
                font.pixelSize: Theme.label
                objectName: "exit.entered"
                text: root.checkout.entered !== "" ? qsTr("Masuk %1").arg(root.checkout.entered) : qsTr("Jam masuk tidak diketahui")
            }
            AppText {
                font.pixelSize: Theme.label
                objectName: "exit.duration"
                strong: true
                text: root.checkout.duration
            }
        }
        RowLayout {
            Layout.fillWidth: true

            AppText {
                Layout.fillWidth: true
                font.pixelSize: Theme.small
                soft: true
                text: root.checkout.ticketNumber
            }
            AppText {
                font.pixelSize: Theme.small
                objectName: "exit.feeSource"
                soft: true
                text: root.checkout.sourceText
            }
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.preferredHeight: 76
            spacing: Theme.gap
            visible: root.hasPhotos

            Rectangle {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                color: Theme.sunken

                Image {
                    Accessible.name: qsTr("Foto masuk")
                    Accessible.role: Accessible.Graphic
                    anchors.fill: parent
                    asynchronous: true
                    fillMode: Image.PreserveAspectCrop
                    objectName: "exit.entryPhoto"
                    source: root.checkout.entryPhoto
                }
                AppText {
                    anchors.fill: parent
                    font.pixelSize: Theme.small
                    horizontalAlignment: Text.AlignHCenter
                    soft: true
                    text: qsTr("Tanpa foto masuk")
                    visible: root.checkout.entryPhoto.toString() === ""
                    wrapMode: Text.WordWrap
                }
            }
            CameraView {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                camera: root.camera
                live: root.live
                objectName: "exit.camera"
                visible: root.camera.available
            }
        }
    }
}
