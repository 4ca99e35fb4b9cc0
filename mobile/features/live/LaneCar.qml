import QtQuick
import Palang.Components

/// The last car of a lane: its plate, beside it class and time.
Item {
    id: root

    required property string plate
    required property string vehicle
    required property string iconName
    required property string passed
    property string plateName

    implicitHeight: plateText.implicitHeight

    PlateText {
        id: plateText

        objectName: root.plateName
        pixelSize: 26
        plate: root.plate
        width: Math.min(implicitWidth, parent.width * 0.64)
    }
    Column {
        anchors.left: plateText.right
        anchors.leftMargin: 12
        anchors.right: parent.right
        anchors.verticalCenter: plateText.verticalCenter

        Row {
            spacing: 6

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.text
                height: 20
                name: root.iconName
                width: 28
            }
            AppText {
                font.pixelSize: Theme.label
                text: root.vehicle
            }
        }
        AppText {
            font.pixelSize: Theme.label
            soft: true
            text: root.passed
            width: parent.width
        }
    }
}
