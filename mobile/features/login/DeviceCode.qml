import QtQuick
import Palang.Components

/// What an admin scans or types to approve this device, and no other.
Column {
    id: root

    property string code
    property string shortCode

    spacing: 6

    AppText {
        font.pixelSize: Theme.label
        strong: true
        text: qsTr("Tunjukkan kode ini kepada admin:")
        width: parent.width
        wrapMode: Text.WordWrap
    }
    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        color: "#FFFFFF"
        height: 200
        radius: 8
        width: 200

        QrCode {
            anchors.fill: parent
            objectName: root.objectName + ".qr"
            text: root.code
        }
    }
    AppText {
        Accessible.name: text
        font.family: Theme.digits
        font.pixelSize: Theme.large
        horizontalAlignment: Text.AlignHCenter
        objectName: root.objectName + ".short"
        strong: true
        text: root.shortCode
        width: parent.width
    }
}
