import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Palang.Components

/// The detail of what is chosen at its left: a title, what scrolls, and at the foot what can be done.
Rectangle {
    id: root

    default property alias content: column.data
    property alias footer: footerColumn.data
    property string title
    property string note
    property string name: "pane"

    signal closeRequested

    Accessible.name: title
    Accessible.role: Accessible.Grouping
    Keys.onEscapePressed: root.closeRequested()
    objectName: name
    border.color: Theme.hairline
    border.width: Math.max(1, Theme.line)
    color: Theme.surface
    radius: Theme.radius

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: 14
        spacing: 10

        RowLayout {
            Layout.fillHeight: false
            Layout.fillWidth: true
            spacing: 10

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                AppText {
                    Layout.fillWidth: true
                    font.pixelSize: Theme.title
                    objectName: root.name + ".title"
                    strong: true
                    text: root.title
                    wrapMode: Text.WordWrap
                }
                AppText {
                    Layout.fillWidth: true
                    font.pixelSize: Theme.small
                    soft: true
                    text: root.note
                    visible: text !== ""
                    wrapMode: Text.WordWrap
                }
            }
            KeyButton {
                Accessible.name: qsTr("Tutup rincian")
                Layout.alignment: Qt.AlignTop
                Layout.preferredHeight: 44
                Layout.preferredWidth: 44
                iconName: "close"
                objectName: root.name + ".close"
                quiet: true
                onClicked: root.closeRequested()
            }
        }
        Flickable {
            Layout.fillHeight: true
            Layout.fillWidth: true
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            contentHeight: column.implicitHeight
            contentWidth: width

            ScrollBar.vertical: ScrollBar {}

            ColumnLayout {
                id: column

                spacing: 14
                width: parent.width - 10
            }
        }
        ColumnLayout {
            id: footerColumn

            Layout.fillHeight: false
            Layout.fillWidth: true
            spacing: Theme.gap
        }
    }
}
