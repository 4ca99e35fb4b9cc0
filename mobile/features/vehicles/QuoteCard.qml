pragma ComponentBehavior: Bound

import QtQuick
import Palang.Components

/// What a car that is still inside would pay now, and how that comes about.
Rectangle {
    id: root

    property bool quoted: false
    property double due: 0
    property string at
    property var lines: []

    signal requested

    border.color: Theme.hairline
    border.width: Math.max(1, Theme.line)
    color: Theme.sunken
    implicitHeight: column.implicitHeight + 20
    radius: Theme.radius

    Column {
        id: column

        spacing: 6
        width: parent.width - 24
        x: 12
        y: 10

        Item {
            height: 52
            width: parent.width

            Column {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - quoteButton.width - 8

                AppText {
                    font.pixelSize: 13
                    soft: true
                    text: root.quoted ? qsTr("Bila keluar pukul %1").arg(root.at) : qsTr("Bila keluar sekarang")
                    width: parent.width
                }
                AppText {
                    font.pixelSize: 26
                    objectName: "vehicles.due"
                    strong: true
                    text: Format.money(root.due)
                    visible: root.quoted
                    width: parent.width
                }
            }
            BigButton {
                id: quoteButton

                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                font.pixelSize: Theme.label
                height: Theme.touch
                iconName: "cash"
                kind: BigButton.Secondary
                objectName: "vehicles.quote"
                text: root.quoted ? qsTr("Hitung lagi") : qsTr("Hitung biaya")
                onClicked: root.requested()
            }
        }
        Repeater {
            model: root.lines

            Item {
                id: line

                required property var modelData

                height: step.implicitHeight
                width: column.width

                AppText {
                    id: step

                    font.pixelSize: Theme.small
                    text: line.modelData.text
                    width: parent.width - amount.width - 12
                    wrapMode: Text.WordWrap
                }
                AppText {
                    id: amount

                    anchors.right: parent.right
                    font.pixelSize: Theme.small
                    text: line.modelData.amount
                }
            }
        }
    }
}
