pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Components
import Palang.Desk
import Palang.Settings

/// The areas and how many vehicles fit.
ColumnLayout {
    id: root

    required property ConfigDraft draft
    property bool readOnly: false

    spacing: 12

    Column {
        id: zones

        Layout.fillWidth: true
        spacing: 12

        Repeater {
            model: root.draft.zones.length

            Panel {
                id: zone

                required property int index

                readonly property string at: "/zones/" + index

                component Cell: Field {
                    Layout.alignment: Qt.AlignTop
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    draft: root.draft
                    numeric: true
                    readOnly: root.readOnly
                }

                height: 210
                note: root.draft.revision >= 0 ? root.draft.value(at + "/id") : ""
                title: root.draft.revision >= 0 ? root.draft.value(at + "/name") : ""
                width: zones.width

                GridLayout {
                    anchors.fill: parent
                    anchors.margins: 6
                    columnSpacing: 12
                    columns: 5
                    rowSpacing: 8

                    Cell {
                        Layout.columnSpan: 3
                        label: qsTr("Nama")
                        numeric: false
                        pointer: zone.at + "/name"
                    }
                    Cell {
                        label: qsTr("Hampir penuh (%)")
                        pointer: zone.at + "/warn_pct"
                    }
                    Cell {
                        label: qsTr("Penuh (%)")
                        pointer: zone.at + "/crit_pct"
                    }
                    Repeater {
                        model: ["MOTOR", "MOBIL", "TRUK", "BUS", "LAIN"]

                        Cell {
                            required property string modelData

                            label: qsTr("Tempat %1").arg(root.draft.vehicleName(modelData))
                            pointer: zone.at + "/capacity/" + modelData
                        }
                    }
                }
            }
        }
    }
    DeskButton {
        enabled: !root.readOnly
        objectName: "settings.addZone"
        text: qsTr("Tambah area")
        onClicked: root.draft.addZone()
    }
}
