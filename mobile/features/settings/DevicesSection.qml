pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Base
import Palang.Components
import Palang.Desk
import Palang.Settings

/// The handhelds: who waits is approved by the code that it shows; a lost one is revoked.
ColumnLayout {
    id: root

    required property Workplace workplace

    property string openedKey
    /// Read again when the rows change.
    property var device: ({})

    function readChosen() {
        device = devices.at(devices.rowOf(openedKey));
    }

    spacing: 10
    onOpenedKeyChanged: readChosen()

    DeviceListModel {
        id: devices

        active: root.visible
        workplace: root.workplace
        onRowsChanged: root.readChosen()
    }
    DeskAction {
        id: action

        needsAdmin: true
        workplace: root.workplace
        onDone: devices.fetch.refresh()
    }
    PairingBox {
        Layout.fillWidth: true
        devices: devices
        workplace: root.workplace
        onFound: deviceId => {
            root.openedKey = deviceId;
            approveButton.forceActiveFocus();
        }
    }
    AgeLine {
        Layout.fillWidth: true
        fetch: devices.fetch
        name: "settings.devices.age"
    }
    DataTable {
        Layout.fillWidth: true
        Layout.preferredHeight: 44 + 48 * Math.max(3, Math.min(8, devices.count))
        columns: [
            { "role": "name", "text": qsTr("Perangkat"), "width": 140, "grow": 1, "strong": true },
            { "role": "statusText", "text": qsTr("Keadaan"), "width": 190, "grow": 1, "icon": "icon", "tone": "tone" },
            { "role": "code", "text": qsTr("Kode"), "width": 110 }, { "role": "firstSeen", "text": qsTr("Pertama"), "width": 120 }, { "role": "lastSeen", "text": qsTr("Terakhir"), "width": 120 }]
        emptyNote: qsTr("HP muncul setelah petugas mencoba masuk.")
        emptyTitle: qsTr("Belum ada perangkat")
        keyRole: "deviceId"
        name: "settings.devices"
        openedKey: root.openedKey
        rows: devices
        onOpened: key => root.openedKey = key
    }
    Fact {
        Layout.fillWidth: true
        label: qsTr("Kode %1, untuk dicocokkan dengan layar HP").arg(root.device.name ?? "")
        objectName: "settings.device.code"
        value: root.device.code ?? ""
        visible: root.openedKey !== ""
    }
    ActionLine {
        Layout.fillWidth: true
        action: action
        name: "settings.devices.action"
    }
    RowLayout {
        spacing: Theme.gap
        visible: root.openedKey !== ""

        DeskButton {
            id: approveButton

            enabled: action.available && root.device.status !== "approved"
            kind: BigButton.Primary
            iconName: "tick"
            objectName: "settings.device.approve"
            text: qsTr("Setujui")
            onClicked: action.approveDevice(root.openedKey)
        }
        DeskButton {
            enabled: action.available && root.device.status === "approved"
            iconName: "lock"
            objectName: "settings.device.revoke"
            text: qsTr("Cabut")
            onClicked: action.revokeDevice(root.openedKey)
        }
    }
}
