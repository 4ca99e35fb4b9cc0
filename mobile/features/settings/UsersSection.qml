pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Base
import Palang.Components
import Palang.Desk
import Palang.Settings

/// Who may log in, as what.
RowLayout {
    id: root

    required property Workplace workplace

    property string openedKey
    property bool isNew: false

    readonly property var roles: [
        { "text": qsTr("Petugas"), "value": "attendant" }, { "text": qsTr("Penyelia"), "value": "supervisor" }, { "text": qsTr("Admin"), "value": "admin" }]
    readonly property bool isOpen: openedKey !== "" || isNew
    readonly property bool isValid: username.text.trim().length >= 2 && fullName.text.trim() !== "" && (!isNew || password.text.length >= 8)
                                    && (password.text === "" || password.text.length >= 8)

    function show(key) {
        const user = users.at(users.rowOf(key));
        openedKey = key;
        isNew = false;
        username.text = user.username ?? "";
        fullName.text = user.name ?? "";
        password.text = "";
        role.choose(user.role ?? "attendant");
        disabled.checked = user.disabled ?? false;
        action.dismiss();
    }
    function begin() {
        show("");
        isNew = true;
        username.focusField();
    }

    spacing: 16

    UserListModel {
        id: users

        active: root.visible && action.allowed
        workplace: root.workplace
    }
    DeskAction {
        id: action

        needsAdmin: true
        workplace: root.workplace
        onDone: users.fetch.refresh()
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: 10

        AgeLine {
            Layout.fillWidth: true
            fetch: users.fetch
            name: "settings.users.age"
            visible: action.allowed
        }
        DataTable {
            Layout.fillWidth: true
            Layout.preferredHeight: 420
            columns: [
                { "role": "username", "text": qsTr("Nama pengguna"), "width": 110, "grow": 1, "strong": true }, { "role": "name", "text": qsTr("Nama"), "width": 110, "grow": 1 },
                { "role": "roleText", "text": qsTr("Peran"), "width": 90 }, { "role": "state", "text": qsTr("Keadaan"), "width": 110, "icon": "icon", "tone": "tone" }]
            emptyTitle: qsTr("Belum ada pengguna")
            keyRole: "username"
            name: "settings.users"
            openedKey: root.openedKey
            rows: users
            visible: action.allowed
            onOpened: key => root.show(key)
        }
        DeskButton {
            enabled: action.available
            iconName: "user"
            objectName: "settings.newUser"
            text: qsTr("Pengguna baru")
            visible: action.allowed
            onClicked: root.begin()
        }
        ActionLine {
            Layout.fillWidth: true
            action: action
            name: "settings.users.action"
            visible: action.allowed
        }
        EmptyState {
            Layout.fillHeight: true
            Layout.fillWidth: true
            iconName: "lock"
            note: qsTr("Masuk sebagai admin untuk melihat dan mengubah pengguna.")
            objectName: "settings.users.none"
            title: qsTr("Hanya untuk admin")
            visible: !action.allowed
        }
    }
    ColumnLayout {
        Layout.alignment: Qt.AlignTop
        Layout.preferredWidth: 360
        Layout.fillWidth: false
        spacing: 10
        visible: root.isOpen

        TextEntry {
            id: username

            Layout.fillWidth: true
            label: qsTr("Nama pengguna")
            name: "settings.user.username"
            note: username.text.trim().length < 2 ? qsTr("Paling sedikit dua huruf.") : ""
            readOnly: !root.isNew
        }
        TextEntry {
            id: fullName

            Layout.fillWidth: true
            label: qsTr("Nama")
            name: "settings.user.name"
            note: fullName.text.trim() === "" ? qsTr("Wajib diisi.") : ""
        }
        Choice {
            id: role

            Layout.fillWidth: true
            label: qsTr("Peran")
            model: root.roles
            objectName: "settings.user.role"
        }
        TextEntry {
            id: password

            Layout.fillWidth: true
            isSecret: true
            label: root.isNew ? qsTr("Sandi") : qsTr("Sandi baru (kosong: tetap)")
            name: "settings.user.password"
            note: password.text.length < 8 && (root.isNew || password.text !== "") ? qsTr("Paling sedikit delapan huruf.") : ""
        }
        CheckRow {
            id: disabled

            Layout.fillWidth: true
            note: qsTr("Tidak dapat masuk; catatannya tetap.")
            objectName: "settings.user.disabled"
            text: qsTr("Nonaktif")
        }
        DeskButton {
            Layout.fillWidth: true
            enabled: action.available && root.isValid
            kind: BigButton.Primary
            objectName: "settings.user.save"
            text: qsTr("Simpan pengguna")
            onClicked: action.setUser(username.text, fullName.text, role.currentValue, password.text, disabled.checked)
        }
    }
}
