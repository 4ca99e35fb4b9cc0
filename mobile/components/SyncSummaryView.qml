pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Components

/// What a sync did, in numbers. A column, not a layout: its rows come and go with the numbers while nobody sees it.
Column {
    id: root

    property int sent: 0
    property int alreadyThere: 0
    property int quarantined: 0
    property int failed: 0
    property int returned: 0 ///< Of all these: given back to a restored server.
    property bool cancelled: false
    property string when

    readonly property var lines: [
        { "label": qsTr("Terkirim"), "count": sent, "icon": "tick", "tone": Theme.connected, "name": "sent" },
        { "label": qsTr("Sudah ada"), "count": alreadyThere, "icon": "tick", "tone": Theme.connected, "name": "alreadyThere" },
        { "label": qsTr("Perlu diperiksa"), "count": quarantined, "icon": "failed", "tone": Theme.failed, "name": "quarantined" },
        { "label": qsTr("Gagal, tetap tersimpan"), "count": failed, "icon": "clock", "tone": Theme.failed, "name": "failed" }]

    signal attentionRequested

    spacing: Theme.gap

    AppText {
        font.pixelSize: Theme.label
        soft: true
        text: root.cancelled ? qsTr("%1 · dibatalkan").arg(root.when) : root.when
        visible: root.when !== ""
        width: parent.width
        wrapMode: Text.WordWrap
    }
    AppText {
        objectName: "sync.summary.returned"
        text: qsTr("Server dipulihkan: %1 catatan dikirim kembali").arg(root.returned)
        visible: root.returned > 0
        width: parent.width
        wrapMode: Text.WordWrap
    }
    Repeater {
        model: root.lines

        RowLayout {
            id: line

            required property var modelData

            readonly property bool counts: modelData.count > 0

            objectName: "sync.summary." + modelData.name
            spacing: 10
            width: root.width

            Icon {
                color: line.counts ? line.modelData.tone : Theme.outline
                name: line.modelData.icon
            }
            AppText {
                Layout.fillWidth: true
                strong: line.counts
                text: line.modelData.label
                wrapMode: Text.WordWrap
            }
            AppText {
                color: line.counts ? line.modelData.tone : Theme.softText
                font.family: Theme.digits
                font.pixelSize: Theme.title
                objectName: "sync.summary." + line.modelData.name + ".count"
                strong: line.counts
                text: line.modelData.count
            }
        }
    }
    BigButton {
        kind: BigButton.Secondary
        objectName: "sync.summary.view"
        text: qsTr("Lihat")
        visible: root.quarantined > 0
        width: parent.width
        onClicked: root.attentionRequested()
    }
}
