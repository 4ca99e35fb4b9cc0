pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Components
import Palang.Settings

/// What a stay would cost under the chosen tariff, step by step, and how it grows over a day.
Panel {
    id: root

    required property ConfigDraft draft
    property int index: -1

    /// Computed again after every change.
    property var priced: ({})
    property var bars: []

    function compute() {
        if (index < 0)
            return;
        priced = tester.price(index, entered.text, Number(hours.text) * 60 + Number(minutes.text), lost.checked);
        bars = tester.curve(index, entered.text, 24);
    }

    iconName: "ticket"
    implicitHeight: 430
    title: qsTr("Coba tarif")
    Component.onCompleted: compute()
    onIndexChanged: compute()

    FeeTesterModel {
        id: tester

        draft: root.draft
    }
    Connections {
        function onChanged() {
            root.compute();
        }
        target: root.draft
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: 6
        spacing: 8

        RowLayout {
            Layout.fillWidth: true
            spacing: 10

            TextEntry {
                id: entered

                Layout.fillWidth: true
                label: qsTr("Masuk")
                name: "settings.tester.entered"
                text: Qt.formatDate(new Date(), "yyyy-MM-dd") + " 10:00"
                onEdited: root.compute()
            }
            TextEntry {
                id: hours

                Layout.preferredWidth: 84
                label: qsTr("Jam")
                name: "settings.tester.hours"
                text: "2"
                onEdited: root.compute()
            }
            TextEntry {
                id: minutes

                Layout.preferredWidth: 84
                label: qsTr("Menit")
                name: "settings.tester.minutes"
                text: "5"
                onEdited: root.compute()
            }
            CheckRow {
                id: lost

                Layout.alignment: Qt.AlignBottom
                Layout.preferredWidth: 170
                text: qsTr("Karcis hilang")
                onToggled: root.compute()
            }
        }
        AppText {
            Layout.fillWidth: true
            color: root.priced.trouble ? Theme.failed : Theme.text
            font.family: root.priced.trouble ? Theme.family : Theme.digits
            font.pixelSize: root.priced.trouble ? Theme.label : Theme.large
            objectName: "settings.tester.total"
            strong: true
            text: root.priced.trouble ?? root.priced.total ?? ""
            wrapMode: Text.WordWrap
        }
        Column {
            id: steps

            Layout.fillWidth: true
            spacing: 2

            Repeater {
                model: root.priced.steps ?? []

                RowLayout {
                    id: step

                    required property var modelData

                    width: steps.width

                    AppText {
                        Layout.fillWidth: true
                        font.pixelSize: Theme.label
                        text: step.modelData.text
                        wrapMode: Text.WordWrap
                    }
                    AppText {
                        font.pixelSize: Theme.label
                        strong: true
                        text: step.modelData.amount
                    }
                }
            }
        }
        BarChart {
            Layout.fillHeight: true
            Layout.fillWidth: true
            bars: root.bars
            name: "settings.tester.curve"
        }
    }
}
