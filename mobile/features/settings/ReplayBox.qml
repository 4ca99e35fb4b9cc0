pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Base
import Palang.Components
import Palang.Desk
import Palang.Settings

/// What the last days would have brought under this tariff; runs on the server and can be stopped.
Panel {
    id: root

    required property Workplace workplace
    required property ConfigDraft draft
    property int index: -1

    iconName: "undo"
    implicitHeight: 210
    title: qsTr("Hitung ulang kunjungan yang lalu")

    Period {
        id: period

        unit: "month"
        workplace: root.workplace
    }
    TariffReplay {
        id: replay

        draft: root.draft
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: 6
        spacing: 8

        RowLayout {
            Layout.fillWidth: true
            spacing: 10

            PeriodBar {
                name: "settings.replay.period"
                period: period
            }
            Item {
                Layout.fillWidth: true
            }
            DeskButton {
                enabled: replay.running || (root.workplace.online && root.index >= 0)
                objectName: "settings.replay"
                text: replay.running ? qsTr("Hentikan") : qsTr("Hitung")
                onClicked: {
                    if (replay.running)
                        replay.cancel();
                    else
                        replay.start(root.index, period);
                }
            }
        }
        Rectangle {
            Layout.fillWidth: true
            color: Theme.sunken
            implicitHeight: 8
            radius: 4
            visible: replay.running

            Rectangle {
                color: Theme.accent
                height: parent.height
                radius: 4
                width: parent.width * replay.progress
            }
        }
        AppText {
            Layout.fillWidth: true
            font.pixelSize: Theme.label
            objectName: "settings.replay.summary"
            strong: true
            text: replay.summary
            wrapMode: Text.WordWrap
        }
        Flow {
            Layout.fillWidth: true
            spacing: 14

            Repeater {
                model: replay.examples

                AppText {
                    required property var modelData

                    font.pixelSize: Theme.small
                    text: modelData.plate + ": " + modelData.before + " → " + modelData.after
                }
            }
        }
        Item {
            Layout.fillHeight: true
        }
    }
}
