pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Components
import Palang.Settings

/// Somebody else saved meanwhile: value by value, what is here and what is there now.
Sheet {
    id: root

    required property ConfigDraft draft

    objectName: "settings.conflict"
    title: qsTr("Sudah diubah orang lain")

    footer: [
        BigButton {
            Layout.fillWidth: true
            Layout.preferredHeight: 56
            objectName: "settings.conflict.mine"
            text: qsTr("Simpan punya saya")
            onClicked: {
                root.close();
                root.draft.keepMine();
            }
        },
        BigButton {
            Layout.fillWidth: true
            Layout.preferredHeight: 56
            kind: BigButton.Secondary
            objectName: "settings.conflict.theirs"
            text: qsTr("Pakai punya mereka")
            onClicked: {
                root.close();
                root.draft.takeTheirs();
            }
        }
    ]

    AppText {
        Layout.fillWidth: true
        text: qsTr("Yang berbeda:")
    }
    Column {
        id: lines

        Layout.fillWidth: true
        spacing: 8

        Repeater {
            model: root.draft.conflicts

            ColumnLayout {
                id: line

                required property var modelData

                spacing: 0
                width: lines.width

                AppText {
                    Layout.fillWidth: true
                    font.pixelSize: Theme.small
                    soft: true
                    text: line.modelData.field
                    wrapMode: Text.WrapAnywhere
                }
                AppText {
                    Layout.fillWidth: true
                    font.pixelSize: Theme.label
                    strong: true
                    text: qsTr("saya: %1 · mereka: %2").arg(line.modelData.mine).arg(line.modelData.theirs)
                    wrapMode: Text.WordWrap
                }
            }
        }
    }
}
