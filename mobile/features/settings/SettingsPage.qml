pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Palang.Base
import Palang.Components
import Palang.Desk
import Palang.Settings

/// How the site is set up: parts at the left, fields at the right, and at the foot what is not saved yet.
FocusScope {
    id: root

    required property Workplace workplace

    property string part: "site"

    readonly property var parts: [
        { "name": "site", "text": qsTr("Lokasi"), "icon": "server" }, { "name": "zones", "text": qsTr("Area"), "icon": "lainnya" },
        { "name": "gates", "text": qsTr("Pintu & kunci"), "icon": "gate" }, { "name": "tariffs", "text": qsTr("Tarif"), "icon": "cash" },
        { "name": "users", "text": qsTr("Pengguna"), "icon": "user" }, { "name": "devices", "text": qsTr("Perangkat"), "icon": "scan" }]
    readonly property bool isOfConfig: part !== "users" && part !== "devices"
    readonly property bool readOnly: draft.action.whyNot !== ""

    ConfigDraft {
        id: draft

        active: root.visible
        workplace: root.workplace
        onConflictFound: conflictSheet.open()
    }
    ConflictSheet {
        id: conflictSheet

        draft: draft
    }
    Shortcut {
        enabled: root.visible
        sequence: "Ctrl+S"
        onActivated: draft.save()
    }
    RowLayout {
        anchors.fill: parent
        anchors.margins: 16
        spacing: 16

        Column {
            id: partColumn

            Layout.alignment: Qt.AlignTop
            Layout.preferredWidth: 190
            spacing: 6

            Repeater {
                model: root.parts

                DeskButton {
                    required property var modelData

                    Accessible.checked: root.part === modelData.name
                    height: 50
                    iconName: modelData.icon
                    kind: root.part === modelData.name ? BigButton.Primary : BigButton.Secondary
                    objectName: "settings.part." + modelData.name
                    text: modelData.text
                    width: partColumn.width
                    onClicked: root.part = modelData.name
                }
            }
        }
        ColumnLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            spacing: 10

            AgeLine {
                Layout.fillWidth: true
                fetch: draft.fetch
                name: "settings.age"
                visible: root.isOfConfig
            }
            Flickable {
                id: scroller

                Layout.fillHeight: true
                Layout.fillWidth: true
                boundsBehavior: Flickable.StopAtBounds
                clip: true
                contentHeight: body.height
                contentWidth: width

                ScrollBar.vertical: ScrollBar {}

                Column {
                    id: body

                    width: scroller.width - 14

                    EmptyState {
                        iconName: "server"
                        note: root.workplace.online ? "" : qsTr("Muncul begitu server terhubung.")
                        title: root.workplace.online ? qsTr("Memuat…") : qsTr("Belum ada data")
                        visible: root.isOfConfig && !draft.fetch.loaded
                        width: parent.width
                    }
                    SiteSection {
                        draft: draft
                        readOnly: root.readOnly
                        visible: root.part === "site" && draft.fetch.loaded
                        width: parent.width
                    }
                    ZonesSection {
                        draft: draft
                        readOnly: root.readOnly
                        visible: root.part === "zones" && draft.fetch.loaded
                        width: parent.width
                    }
                    GatesSection {
                        draft: draft
                        readOnly: root.readOnly
                        visible: root.part === "gates" && draft.fetch.loaded
                        width: parent.width
                    }
                    TariffsSection {
                        draft: draft
                        readOnly: root.readOnly
                        visible: root.part === "tariffs" && draft.fetch.loaded
                        width: parent.width
                        workplace: root.workplace
                    }
                    UsersSection {
                        visible: root.part === "users"
                        width: parent.width
                        workplace: root.workplace
                    }
                    DevicesSection {
                        visible: root.part === "devices"
                        width: parent.width
                        workplace: root.workplace
                    }
                }
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gap
                visible: root.isOfConfig

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 2

                    AppText {
                        Layout.fillWidth: true
                        color: draft.problemText === "" ? Theme.text : Theme.failed
                        font.pixelSize: Theme.label
                        objectName: "settings.problem"
                        strong: true
                        text: draft.problemText !== "" ? draft.problemWhere + ": " + draft.problemText
                            : draft.changes > 0 ? qsTr("%1 nilai belum disimpan").arg(draft.changes) : ""
                        wrapMode: Text.WordWrap
                    }
                    ActionLine {
                        Layout.fillWidth: true
                        action: draft.action
                        name: "settings.action"
                    }
                }
                DeskButton {
                    enabled: draft.changes > 0
                    iconName: "undo"
                    objectName: "settings.discard"
                    text: qsTr("Buang")
                    onClicked: draft.discard()
                }
                DeskButton {
                    enabled: draft.changes > 0 && draft.problemText === "" && draft.action.available
                    iconName: "check"
                    kind: BigButton.Primary
                    objectName: "settings.save"
                    text: qsTr("Simpan")
                    onClicked: draft.save()
                }
            }
        }
    }
}
