import QtQuick
import QtQuick.Controls.Basic

/// A key with words: the one main action of a screen (`primary`), a second one, or a plain one.
AbstractButton {
    id: root

    enum Kind { Primary, Secondary, Plain, Danger }

    property int kind: BigButton.Primary
    property string iconName
    property string note
    property color tone: Theme.accent
    property color toneInk: Theme.accentInk

    readonly property bool isFilled: kind === BigButton.Primary || kind === BigButton.Danger
    readonly property color ground: kind === BigButton.Danger ? Theme.failed : tone
    readonly property color ink: !enabled ? Theme.disabled : isFilled ? (kind === BigButton.Danger ? Theme.stateInk : toneInk) : Theme.text

    Accessible.description: note
    Accessible.name: text
    Accessible.role: Accessible.Button
    focusPolicy: Qt.StrongFocus
    font.bold: kind !== BigButton.Plain
    font.family: Theme.family
    font.pixelSize: kind === BigButton.Primary ? Theme.title : Theme.body
    implicitHeight: Math.max(kind === BigButton.Primary || kind === BigButton.Danger ? Theme.actionHeight : Theme.keyHeight,
                             note !== "" ? contentItem.implicitHeight + 16 : 0)
    implicitWidth: Math.max(Theme.keyHeight, contentItem.implicitWidth + leftPadding + rightPadding)
    leftPadding: 16
    rightPadding: 16
    Keys.onEnterPressed: root.clicked()
    Keys.onReturnPressed: root.clicked()

    background: Rectangle {
        border.color: !root.enabled ? Theme.disabled : root.isFilled ? "transparent" : Theme.outline
        border.width: !root.enabled ? 1 : root.kind === BigButton.Plain && !Theme.isSunlight ? 0 : Math.max(Theme.line, 1)
        color: !root.enabled ? Theme.sunken : root.isFilled ? (root.down ? Qt.darker(root.ground, 1.35) : root.ground)
                             : root.down ? Theme.sunken : root.kind === BigButton.Plain ? "transparent" : Theme.surface
        radius: Theme.radius

        FocusRing {
            shown: root.visualFocus
        }
    }
    contentItem: ButtonFace {
        font: root.font
        iconName: root.iconName
        ink: root.ink
        note: root.note
        text: root.text
    }
}
