import QtQuick
import QtQuick.Layouts
import Palang.Components

/// One number of the day; a dash until it is known.
Rectangle {
    id: root

    required property string label
    required property string value
    required property string iconName
    property color tone: Theme.text
    property bool known: true

    Accessible.name: label + ": " + figure.text
    Accessible.role: Accessible.StaticText
    border.color: Theme.hairline
    border.width: Math.max(1, Theme.line)
    color: Theme.surface
    implicitHeight: 92
    implicitWidth: 180
    radius: Theme.radius

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: 16
        anchors.rightMargin: 12
        spacing: 14

        Icon {
            Layout.preferredHeight: 32
            Layout.preferredWidth: 32
            color: root.tone
            name: root.iconName
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            AppText {
                Layout.fillWidth: true
                font.pixelSize: Theme.small
                soft: true
                text: root.label
            }
            AppText {
                id: figure

                Layout.fillWidth: true
                color: root.known ? Theme.text : Theme.softText
                font.pixelSize: 32
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 16
                objectName: root.objectName + ".value"
                strong: true
                text: root.known ? root.value : "–"
            }
        }
    }
}
