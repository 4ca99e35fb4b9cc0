pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Palang.Base
import Palang.Components
import Palang.Desk
import Palang.Settings

/// The tariffs with their versions. One in force is never changed: a new version follows it, is tried out, and waits for its hour.
ColumnLayout {
    id: root

    required property Workplace workplace
    required property ConfigDraft draft
    property bool readOnly: false
    property int chosen: 0

    readonly property var tariff: draft.tariffs[chosen] ?? ({})
    readonly property string at: "/tariffs/" + chosen
    readonly property bool isFixed: readOnly || !(tariff.isDraft ?? false)
    readonly property var modes: [
        { "text": qsTr("Per blok"), "value": "BLOCKS" }, { "text": qsTr("Per 24 jam"), "value": "ROLLING_24H" },
        { "text": qsTr("Per hari kalender"), "value": "CALENDAR_DAY" }, { "text": qsTr("Jam, lalu inap"), "value": "HOURS_THEN_NIGHT" },
        { "text": qsTr("Tetap per 24 jam"), "value": "FLAT_24H" }]

    component Cell: Field {
        Layout.alignment: Qt.AlignTop
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        draft: root.draft
        numeric: true
        readOnly: root.isFixed
    }

    spacing: 12

    Flow {
        Layout.fillWidth: true
        spacing: Theme.gap

        Repeater {
            model: root.draft.tariffs

            AbstractButton {
                id: chip

                required property var modelData

                readonly property bool isChosen: modelData.index === root.chosen

                Accessible.checked: isChosen
                Accessible.name: modelData.vehicle + ", " + modelData.name
                Accessible.role: Accessible.RadioButton
                focusPolicy: Qt.TabFocus
                height: 56
                objectName: "settings.tariff." + modelData.index
                width: 216
                onClicked: root.chosen = modelData.index

                background: Rectangle {
                    border.color: chip.isChosen ? Theme.accent : Theme.outline
                    border.width: chip.isChosen ? 3 : Math.max(1, Theme.line)
                    color: chip.isChosen ? Theme.accentSoft : Theme.surface
                    radius: 10

                    FocusRing {
                        shown: chip.visualFocus
                    }
                }

                AppText {
                    font.pixelSize: Theme.label
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: 10
                    strong: true
                    text: chip.modelData.vehicle + " · " + chip.modelData.name
                    width: parent.width - 20
                    x: 10
                    y: 6
                }
                AppText {
                    font.pixelSize: 13
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: 10
                    soft: true
                    text: chip.modelData.inForce ? qsTr("✓ berlaku sejak %1").arg(chip.modelData.from) : chip.modelData.isDraft
                                                   ? qsTr("mulai %1").arg(chip.modelData.from) : qsTr("lama, dari %1").arg(chip.modelData.from)
                    width: parent.width - 20
                    x: 10
                    y: 31
                }
            }
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: 12

        AppText {
            Layout.fillWidth: true
            font.pixelSize: Theme.label
            soft: true
            text: root.tariff.isDraft ? qsTr("Versi ini belum berlaku dan masih dapat diubah.") : qsTr("Versi yang sudah berlaku tidak diubah; buat versi berikutnya.")
            wrapMode: Text.WordWrap
        }
        DeskButton {
            enabled: !root.readOnly
            iconName: "copy"
            objectName: "settings.newVersion"
            text: qsTr("Versi berikutnya")
            onClicked: {
                root.draft.addTariffVersion(root.chosen);
                root.chosen = root.draft.tariffs.length - 1;
            }
        }
    }
    GridLayout {
        Layout.fillWidth: true
        columnSpacing: 12
        columns: 4
        rowSpacing: 10

        Cell {
            isTime: true
            label: qsTr("Berlaku mulai")
            pointer: root.at + "/valid_from"
        }
        ChoiceField {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            choices: root.modes
            draft: root.draft
            label: qsTr("Cara hitung")
            pointer: root.at + "/mode"
            readOnly: root.isFixed
        }
        Cell {
            label: qsTr("Tenggang gratis (menit, −1 tanpa)")
            pointer: root.at + "/grace_min"
        }
        Cell {
            label: qsTr("Denda karcis hilang (Rp)")
            pointer: root.at + "/lost_amt"
        }
        Cell {
            label: qsTr("Blok pertama (menit)")
            pointer: root.at + "/first_min"
        }
        Cell {
            label: qsTr("Harganya (Rp)")
            pointer: root.at + "/first_amt"
        }
        Cell {
            label: qsTr("Blok berikutnya (menit)")
            pointer: root.at + "/next_min"
        }
        Cell {
            label: qsTr("Harganya (Rp)")
            pointer: root.at + "/next_amt"
        }
        Cell {
            label: qsTr("Paling banyak (Rp, kosong = tanpa)")
            pointer: root.at + "/cap"
        }
        Cell {
            label: qsTr("Inap (Rp)")
            pointer: root.at + "/overnight_amt"
        }
        Cell {
            label: qsTr("Tetap per 24 jam (Rp)")
            pointer: root.at + "/flat_amt"
        }
        Cell {
            label: qsTr("Dasar bila jam masuk tak terbukti (Rp)")
            pointer: root.at + "/lost_unknown_base"
        }
    }
    FeeTester {
        Layout.fillWidth: true
        draft: root.draft
        index: root.chosen
    }
    ReplayBox {
        Layout.fillWidth: true
        draft: root.draft
        index: root.chosen
        workplace: root.workplace
    }
}
