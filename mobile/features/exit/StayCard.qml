import QtQuick
import QtQuick.Layouts
import Palang.Components
import Palang.Exit

/// The car that is leaving: plate, class, since when, how long, and where that is known from.
Rectangle {
    id: root

    required property CheckoutModel checkout
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
                pixelSize: 30 * Theme.frameScale
                plate: root.checkout.plate
            }
            Icon {
                Layout.preferredHeight: 34
                Layout.preferredWidth: 48
                color: Theme.text
                name: root.checkout.vehicleIcon
            }
        }
        Flow {
            Layout.fillWidth: true
            spacing: 12

            AppText {
                font.pixelSize: Theme.label
                objectName: "exit.entered"
                text: root.checkout.entered !== "" ? qsTr("Masuk %1").arg(root.checkout.entered) : qsTr("Jam masuk tidak diketahui")
                width: Math.min(implicitWidth, parent.width)
                wrapMode: Text.WordWrap
            }
            AppText {
                font.pixelSize: Theme.label
                objectName: "exit.duration"
                strong: true
                text: root.checkout.duration
            }
        }
        Flow {
            Layout.fillWidth: true
            spacing: 12

            AppText {
                font.pixelSize: Theme.small
                soft: true
                text: root.checkout.ticketNumber
                width: Math.min(implicitWidth, parent.width)
                wrapMode: Text.WrapAnywhere
            }
            AppText {
                font.pixelSize: Theme.small
                objectName: "exit.feeSource"
                soft: true
                text: root.checkout.sourceText
                width: Math.min(implicitWidth, parent.width)
                wrapMode: Text.WordWrap
            }
        }
    }
}
