pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Components
import Palang.Desk
import Palang.Shifts

/// One attendant against the others on the same gates and hours.
SidePane {
    id: root

    property var attendant: ({})

    signal lookRequested(var indicator)

    name: "shifts.attendant"
    note: qsTr("%1 masuk, %2 keluar · dibandingkan dengan petugas lain di pintu dan jam yang sama").arg(attendant.entries ?? "").arg(attendant.exits ?? "")
    title: attendant.person ?? ""

    AppText {
        Layout.fillWidth: true
        font.pixelSize: Theme.label
        soft: true
        text: qsTr("Angka di luar kebiasaan adalah alasan untuk melihat, bukan bukti.")
        wrapMode: Text.WordWrap
    }
    Column {
        id: indicators

        Layout.fillWidth: true
        spacing: Theme.gap

        Repeater {
            model: root.attendant.indicators ?? []

            IndicatorRow {
                required property var modelData

                figure: modelData
                objectName: "shifts.indicator." + modelData.kind
                width: indicators.width
                onClicked: root.lookRequested(modelData)
            }
        }
    }
}
