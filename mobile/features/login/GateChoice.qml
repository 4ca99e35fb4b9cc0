pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Palang.Base
import Palang.Components

/// Where this device works. Kept over restarts; changed under "Lainnya".
FocusScope {
    id: root

    required property Workplace workplace

    signal chosen

    GateListModel {
        id: gates

        workplace: root.workplace
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.margin
        spacing: Theme.margin

        AppText {
            Layout.fillWidth: true
            font.pixelSize: Theme.title
            strong: true
            text: qsTr("Anda bertugas di pintu mana?")
            wrapMode: Text.WordWrap
        }
        ListView {
            Layout.fillHeight: true
            Layout.fillWidth: true
            clip: true
            focus: true
            keyNavigationEnabled: true
            model: gates
            objectName: "gates.list"
            spacing: Theme.gap

            ScrollBar.vertical: ScrollBar {}
            delegate: ListRow {
                required property string gateId
                required property string name
                required property string direction

                iconName: direction === "out" ? "keluar" : direction === "in" ? "masuk" : "transfer"
                iconTone: direction === "out" ? Theme.exit : Theme.entry
                note: direction === "out" ? qsTr("Pintu keluar") : direction === "in" ? qsTr("Pintu masuk") : qsTr("Masuk dan keluar")
                objectName: "gates." + gateId
                text: name
                trailing: root.workplace.gateId === gateId ? qsTr("di sini") : ""
                width: ListView.view.width
                onClicked: {
                    root.workplace.gateId = gateId;
                    root.chosen();
                }
            }
        }
        EmptyState {
            Layout.fillWidth: true
            iconName: "server"
            note: qsTr("Daftar pintu datang dari server pada sambungan pertama. Tunggu indikator hijau.")
            title: qsTr("Mengambil konfigurasi…")
            visible: gates.count === 0
        }
    }
}
