pragma ComponentBehavior: Bound

import QtQuick
import Palang.Components
import Palang.Shift

/// The check before a shift: one line each, with what stands out first in a word.
Column {
    id: root

    required property ReadyModel ready

    spacing: 2

    AppText {
        Accessible.role: Accessible.AlertMessage
        font.pixelSize: Theme.body
        objectName: "shift.ready"
        strong: true
        text: root.ready.concerns === 0 ? qsTr("HP siap kerja") : qsTr("Siap kerja, %n perlu diperhatikan", "", root.ready.concerns)
        width: parent.width
        wrapMode: Text.WordWrap
    }
    Repeater {
        model: root.ready

        Item {
            id: row

            required property string name
            required property string label
            required property string finding
            required property int standing

            readonly property bool isFine: standing === ReadyModel.Fine

            Accessible.name: label + ": " + finding
            Accessible.role: Accessible.StaticText
            height: Math.max(30, words.implicitHeight + 6)
            objectName: "shift.ready." + name
            width: root.width

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                color: row.isFine ? Theme.connected : row.standing === ReadyModel.Bad ? Theme.failed : Theme.text
                height: 22
                name: row.isFine ? "tick" : row.standing === ReadyModel.Bad ? "failed" : "warning"
                width: 22
            }
            AppText {
                id: words

                anchors.verticalCenter: parent.verticalCenter
                color: row.standing === ReadyModel.Bad ? Theme.failed : Theme.text
                font.pixelSize: Theme.label
                strong: !row.isFine
                text: row.label + ": " + row.finding
                width: parent.width - 32
                wrapMode: Text.WordWrap
                x: 32
            }
        }
    }
}
