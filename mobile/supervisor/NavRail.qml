pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Palang.Components

/// The screens of a desktop, along the left edge; at its foot who works here.
Rectangle {
    id: root

    /// Each {text, name, icon}.
    property var choices: []
    /// By a choice's name how many wait there; apart from the choices, since a new model would make new buttons under a press.
    property var badges: ({})
    property var failures: ({})
    property int current: 0
    property string person

    signal chosen(int index)
    signal preferencesRequested
    signal approvalRequested

    Accessible.role: Accessible.PageTabList
    color: Theme.surface
    implicitWidth: 104

    component RailButton: AbstractButton {
        id: button

        required property string iconName
        property bool current: false
        property int badge: 0
        property bool isFailure: false

        Accessible.checked: current
        Accessible.name: badge > 0 ? qsTr("%1, %2 perlu diperiksa").arg(text).arg(badge) : text
        focusPolicy: Qt.TabFocus
        implicitHeight: 60
        implicitWidth: root.width

        background: Item {
            Rectangle {
                anchors.fill: parent
                color: button.current ? Theme.accentSoft : Theme.sunken
                visible: button.current || button.hovered || button.down
            }
            Rectangle {
                color: Theme.accent
                height: parent.height
                visible: button.current
                width: 5
            }
            FocusRing {
                anchors.margins: 4
                radius: 6
                shown: button.visualFocus
            }
        }
        contentItem: Item {
            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                color: button.current ? Theme.accent : Theme.text
                height: 24
                name: button.iconName
                width: 30
                y: 6
            }
            CountBadge {
                count: button.badge
                isFailure: button.isFailure
                x: parent.width / 2 + 10
            }
            AppText {
                color: button.current ? Theme.accent : Theme.text
                font.pixelSize: Theme.small
                fontSizeMode: Text.HorizontalFit
                horizontalAlignment: Text.AlignHCenter
                minimumPixelSize: 10
                strong: button.current
                text: button.text
                width: parent.width
                y: 33
            }
        }
    }

    Flickable {
        anchors.bottom: approvalButton.top
        anchors.top: parent.top
        anchors.topMargin: 4
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: pages.height
        width: parent.width

        Column {
            id: pages

            width: parent.width

            Repeater {
                model: root.choices

                RailButton {
                    required property var modelData
                    required property int index

                    Accessible.role: Accessible.PageTab
                    badge: root.badges[modelData.name] ?? 0
                    current: index === root.current
                    iconName: modelData.icon
                    isFailure: root.failures[modelData.name] ?? false
                    objectName: "nav." + modelData.name
                    text: modelData.text
                    onClicked: root.chosen(index)
                }
            }
        }
    }
    RailButton {
        id: approvalButton

        Accessible.role: Accessible.Button
        anchors.bottom: preferencesButton.top
        iconName: "lock"
        objectName: "nav.approval"
        text: qsTr("Izin telepon")
        onClicked: root.approvalRequested()
    }
    RailButton {
        id: preferencesButton

        Accessible.role: Accessible.Button
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 8
        iconName: "user"
        objectName: "nav.preferences"
        text: root.person
        onClicked: root.preferencesRequested()
    }
    Rectangle {
        anchors.right: parent.right
        color: Theme.hairline
        height: parent.height
        width: Math.max(1, Theme.line)
    }
}
