import QtQuick
import Palang.Base
import Palang.Components
import Palang.Desk

/// A photo by its hash; says when there is none.
Rectangle {
    id: root

    required property Workplace workplace
    property string sha256
    property string caption

    Accessible.name: caption
    Accessible.role: Accessible.Graphic
    border.color: Theme.hairline
    border.width: 1
    color: Theme.sunken
    implicitHeight: 150
    radius: 8

    PhotoSource {
        id: source

        sha256: root.sha256
        workplace: root.workplace
    }
    Image {
        anchors.fill: parent
        anchors.margins: 2
        asynchronous: true
        fillMode: Image.PreserveAspectFit
        source: source.url
    }
    Column {
        anchors.centerIn: parent
        spacing: 4
        visible: String(source.url) === ""
        width: parent.width - 16

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.softText
            height: 26
            name: "camera"
            width: 26
        }
        AppText {
            font.pixelSize: Theme.small
            horizontalAlignment: Text.AlignHCenter
            soft: true
            text: root.sha256 === "" ? qsTr("Tanpa foto") : root.workplace.online ? qsTr("Foto belum ada") : qsTr("Foto menunggu server")
            width: parent.width
            wrapMode: Text.WordWrap
        }
    }
    AppText {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: 6
        color: Theme.stateInk
        font.pixelSize: 13
        leftPadding: 6
        rightPadding: 6
        text: root.caption
        visible: text !== ""

        Rectangle {
            anchors.fill: parent
            color: Theme.offline
            radius: 4
            z: -1
        }
    }
}
