import QtQuick

/// How many; hidden at zero. Yellow waits, red needs a person.
Rectangle {
    id: root

    property int count: 0
    property bool isFailure: false

    Accessible.name: count
    Accessible.role: Accessible.StaticText
    border.color: Theme.surface
    border.width: 1
    color: isFailure ? Theme.failed : Theme.waiting
    implicitHeight: 22
    implicitWidth: Math.max(22, label.implicitWidth + 12)
    radius: 11
    visible: count > 0

    AppText {
        id: label

        anchors.centerIn: parent
        color: root.isFailure ? Theme.stateInk : Theme.waitingInk
        font.pixelSize: 13
        strong: true
        text: root.count > 99 ? "99+" : root.count
    }
}
