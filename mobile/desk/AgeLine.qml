import QtQuick
import QtQuick.Layouts
import Palang.Components
import Palang.Desk

/// Of when what is shown is; why it is old, or what went wrong; and a key that asks again.
RowLayout {
    id: root

    required property Fetch fetch
    property string name: "age"

    readonly property bool isStale: fetch.state === Fetch.Stale
    readonly property bool isFailed: fetch.state === Fetch.Failed
    readonly property string words: isFailed ? fetch.trouble + ". " + fetch.nextStep
                                  : fetch.busy ? qsTr("Memuat…")
                                  : isStale ? qsTr("Luring · data s.d. %1").arg(fetch.asOf)
                                  : fetch.outdated && fetch.loaded ? qsTr("Ada yang baru sejak %1").arg(fetch.asOf)
                                  : fetch.loaded ? qsTr("Data s.d. %1").arg(fetch.asOf) : qsTr("Belum dimuat")

    spacing: 6

    Icon {
        Layout.preferredHeight: 18
        Layout.preferredWidth: 18
        color: line.color
        name: root.isFailed ? "failed" : root.isStale ? "offline" : root.fetch.busy ? "ring" : "clock"
    }
    AppText {
        id: line

        Accessible.name: text
        Accessible.role: root.isFailed || root.isStale ? Accessible.AlertMessage : Accessible.StaticText
        Layout.fillWidth: true
        color: root.isFailed ? Theme.failed : Theme.softText
        font.pixelSize: Theme.small
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 11
        objectName: root.name
        strong: root.isFailed || root.isStale
        text: root.words
        wrapMode: Text.WordWrap
    }
    KeyButton {
        Accessible.name: qsTr("Muat ulang")
        Layout.preferredHeight: 36
        Layout.preferredWidth: 44
        iconName: "sync"
        objectName: root.name + ".refresh"
        quiet: true
        onClicked: root.fetch.refresh()
    }
}
