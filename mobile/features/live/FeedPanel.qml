pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Palang.Components
import Palang.Live

/// What happens, newest first. While somebody reads further down, the rows stay where they are.
Panel {
    id: root

    required property FeedModel feed
    property bool loaded: false

    readonly property bool isReading: list.contentY > list.originY + 4

    signal sessionRequested(string sessionId)

    iconName: "catatan"
    title: qsTr("Kejadian")

    ListView {
        id: list

        anchors.fill: parent
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: root.feed
        objectName: "live.feed"
        reuseItems: true

        ScrollBar.vertical: ScrollBar {}
        delegate: FeedRow {
            width: ListView.view.width
            onClicked: root.sessionRequested(sessionId)
        }
    }
    BigButton {
        anchors.horizontalCenter: parent.horizontalCenter
        font.pixelSize: Theme.small
        height: 40
        kind: BigButton.Secondary
        objectName: "live.feed.newest"
        text: qsTr("Ke yang terbaru")
        visible: root.isReading
        onClicked: list.positionViewAtBeginning()
    }
    AppText {
        anchors.left: parent.left
        anchors.margins: 8
        anchors.right: parent.right
        font.pixelSize: Theme.label
        soft: true
        text: root.loaded ? qsTr("Belum ada kejadian hari ini.") : qsTr("Memuat…")
        visible: list.count === 0
        wrapMode: Text.WordWrap
    }
}
