import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Palang.Components

/// A vehicle class as a picture: chosen = filled, thick frame and a tick.
AbstractButton {
    id: root

    required property string iconName

    Accessible.checked: checked
    Accessible.name: text
    Accessible.role: Accessible.RadioButton
    checkable: true
    focusPolicy: Qt.TabFocus
    implicitHeight: Theme.isTall ? 84 : 72
    implicitWidth: 72
    padding: 4

    background: Rectangle {
        border.color: root.checked ? Theme.accent : Theme.outline
        border.width: root.checked ? 3 : Math.max(1, Theme.line)
        color: root.checked ? Theme.accent : root.down ? Theme.accentSoft : Theme.surface
        radius: Theme.radius

        Icon {
            anchors.margins: 5
            anchors.right: parent.right
            anchors.top: parent.top
            color: Theme.accentInk
            height: 18
            name: "tick"
            visible: root.checked
            width: 18
        }
        FocusRing {
            shown: root.visualFocus
        }
    }
    contentItem: ColumnLayout {
        spacing: 2

        Icon {
            Layout.alignment: Qt.AlignHCenter
            Layout.fillHeight: true
            Layout.preferredWidth: Math.min(root.availableWidth - 4, 64)
            color: root.checked ? Theme.accentInk : Theme.text
            name: root.iconName
        }
        FitText {
            Layout.fillWidth: true
            color: root.checked ? Theme.accentInk : Theme.text
            font.pixelSize: Math.min(Theme.label, 24)
            minimumPixelSize: 9
            horizontalAlignment: Text.AlignHCenter
            strong: true
            text: root.text
        }
    }
}
