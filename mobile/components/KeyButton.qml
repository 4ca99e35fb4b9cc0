import QtQuick
import QtQuick.Controls.Basic
import Palang.Components

/// One key of a pad: a character, or an icon for what it does.
AbstractButton {
    id: root

    property string iconName
    property bool accented: false
    property bool quiet: false

    property color ink: !enabled ? Theme.disabled : accented ? Theme.accentInk : Theme.text

    Accessible.name: text
    Accessible.role: Accessible.Button
    focusPolicy: Qt.TabFocus
    font.bold: true
    font.family: quiet ? Theme.family : Theme.digits
    font.pixelSize: quiet ? Theme.label : Math.min(30, Math.max(20, height * 0.42))
    implicitHeight: Theme.keyHeight
    implicitWidth: Theme.keyHeight
    padding: 2

    background: Rectangle {
        border.color: root.enabled ? Theme.outline : Theme.hairline
        border.width: Theme.isSunlight ? 2 : 1
        color: root.accented ? (root.down ? Qt.darker(Theme.accent, 1.35) : Theme.accent)
                             : root.down ? Theme.accentSoft : root.quiet ? Theme.sunken : Theme.surface
        radius: 10

        FocusRing {
            shown: root.visualFocus
        }
    }
    contentItem: Item {
        AppText {
            anchors.fill: parent
            color: root.ink
            font: root.font
            fontSizeMode: root.quiet ? Text.Fit : Text.HorizontalFit
            horizontalAlignment: Text.AlignHCenter
            minimumPixelSize: 11
            text: root.text
            visible: root.iconName === ""
            wrapMode: root.quiet ? Text.WordWrap : Text.NoWrap
        }
        Icon {
            anchors.centerIn: parent
            color: root.ink
            height: 30
            name: root.iconName
            visible: root.iconName !== ""
            width: 30
        }
    }
}
