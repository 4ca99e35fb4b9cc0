pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Palang.Components

/// One of several, from a list that drops down. Each choice is {text, value}.
ComboBox {
    id: root

    property string label
    /// What was chosen last: it stays chosen when the list comes anew, in another language or with one choice more.
    property var chosen

    function choose(value) {
        chosen = value;
        currentIndex = indexOfValue(value);
    }

    Accessible.name: label
    Accessible.role: Accessible.ComboBox
    font.family: Theme.family
    font.pixelSize: Theme.label
    implicitHeight: 44
    implicitWidth: 200
    textRole: "text"
    valueRole: "value"
    onActivated: chosen = currentValue
    onModelChanged: currentIndex = indexOfValue(chosen)

    background: Rectangle {
        border.color: root.activeFocus ? Theme.accent : Theme.outline
        border.width: root.activeFocus ? 3 : Math.max(1, Theme.line)
        color: root.enabled ? Theme.surface : Theme.sunken
        radius: 10
    }
    contentItem: AppText {
        font: root.font
        fontSizeMode: Text.HorizontalFit
        leftPadding: 12
        minimumPixelSize: 11
        rightPadding: 4
        text: root.displayText
    }
    indicator: Icon {
        color: Theme.text
        height: 18
        name: "chevron-down"
        width: 18
        x: root.width - width - 10
        y: (root.height - height) / 2
    }
    delegate: ItemDelegate {
        id: option

        required property var modelData
        required property int index

        height: 44
        highlighted: root.highlightedIndex === index
        objectName: root.objectName + "." + modelData.value
        width: root.width

        background: Rectangle {
            color: option.highlighted ? Theme.accentSoft : Theme.surface
        }
        contentItem: AppText {
            font: root.font
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 11
            strong: root.currentIndex === option.index
            text: option.modelData.text
        }
    }
    popup: Popup {
        height: Math.min(contentItem.implicitHeight + 4, 400)
        padding: 2
        width: root.width
        y: root.height + 2

        background: Rectangle {
            border.color: Theme.outline
            border.width: Math.max(1, Theme.line)
            color: Theme.surface
            radius: 6
        }
        contentItem: ListView {
            clip: true
            currentIndex: root.highlightedIndex
            implicitHeight: contentHeight
            model: root.delegateModel

            ScrollBar.vertical: ScrollBar {}
        }
    }
}
