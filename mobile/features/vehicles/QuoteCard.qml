pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
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

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.margins: 12
        anchors.right: parent.right
        spacing: 4
        y: 10

        RowLayout {
            Layout.fillWidth: true
            spacing: 8

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                AppText {
                    Layout.fillWidth: true
                    font.pixelSize: 13
                    soft: true
                    text: root.quoted ? qsTr("Bila keluar pukul %1").arg(root.at) : qsTr("Bila keluar sekarang")
                }
                MoneyText {
                    Layout.fillWidth: true
                    amount: root.due
                    font.pixelSize: 26
                    objectName: "vehicles.due"
                    visible: root.quoted
                }
            }
            BigButton {
                Layout.preferredHeight: Theme.touch
                font.pixelSize: Theme.label
                iconName: "cash"
                kind: BigButton.Secondary
                objectName: "vehicles.quote"
                text: root.quoted ? qsTr("Hitung lagi") : qsTr("Hitung biaya")
                onClicked: root.requested()
            }
        }
        Repeater {
            model: root.lines

            RowLayout {
                id: line

                required property var modelData

                Layout.fillWidth: true

                AppText {
                    Layout.fillWidth: true
                    font.pixelSize: Theme.small
                    text: line.modelData.text
                    wrapMode: Text.WordWrap
                }
                AppText {
                    font.pixelSize: Theme.small
                    text: line.modelData.amount
                }
            }
        }
    }
}
