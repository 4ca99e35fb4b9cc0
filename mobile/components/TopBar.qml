import QtQuick
import QtQuick.Layouts
import Palang.Components

/// The head of a screen: what it is, where, and at the right the connection.
Rectangle {
    id: root

    enum Kind { Plain, Entry, Exit }

    property string title
    property string note
    property int kind: TopBar.Plain
    default property alias trailing: slot.data

    readonly property bool isExit: kind === TopBar.Exit
    readonly property color ink: kind === TopBar.Plain ? Theme.text : Theme.accentInk

    Accessible.name: title
    Accessible.role: Accessible.ToolBar
    color: kind === TopBar.Entry ? Theme.entry : isExit ? Theme.exit : Theme.surface
    implicitHeight: 64

    DirectionEdge {
        height: parent.height
        isExit: root.isExit
        tone: root.ink
        visible: root.kind !== TopBar.Plain
        x: root.isExit ? parent.width - width : 0
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: root.kind === TopBar.Entry ? 26 : Theme.margin
        anchors.rightMargin: root.isExit ? 26 : Theme.margin
        spacing: 8

        Icon {
            Layout.preferredHeight: 30
            Layout.preferredWidth: 30
            color: root.ink
            name: root.isExit ? "keluar" : "masuk"
            visible: root.kind !== TopBar.Plain && root.width >= 350 * Theme.frameScale
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            FitText {
                Layout.fillWidth: true
                color: root.ink
                font.pixelSize: Theme.frameTitle
                strong: true
                text: root.title
            }
            FitText {
                Layout.fillWidth: true
                color: root.ink
                font.pixelSize: Theme.frameSmall
                text: root.note
                visible: text !== ""
            }
        }
        Row {
            id: slot

            Layout.alignment: Qt.AlignVCenter
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.hairline
        height: Math.max(1, Theme.line)
        visible: root.kind === TopBar.Plain
        width: parent.width
    }
}
