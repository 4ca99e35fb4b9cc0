import QtQuick
import QtQuick.Layouts
import Palang.Base
import Palang.Components

/// This device stands at a gate for the other direction.
Item {
    id: root

    required property Workplace workplace
    required property bool forExit

    signal gateChoiceRequested

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.margin

        Item {
            Layout.fillHeight: true
        }
        EmptyState {
            Layout.fillWidth: true
            iconName: root.forExit ? "masuk" : "keluar"
            note: root.forExit ? qsTr("Kendaraan keluar dicatat di pintu keluar.") : qsTr("Kendaraan masuk dicatat di pintu masuk.")
            title: root.forExit ? qsTr("%1 hanya pintu masuk").arg(root.workplace.gateName)
                                : qsTr("%1 hanya pintu keluar").arg(root.workplace.gateName)
        }
        Item {
            Layout.fillHeight: true
        }
        BigButton {
            Layout.fillWidth: true
            objectName: "gateHint.choose"
            text: root.forExit ? qsTr("Pindah ke pintu keluar") : qsTr("Pindah ke pintu masuk")
            tone: root.forExit ? Theme.exit : Theme.entry
            onClicked: root.gateChoiceRequested()
        }
    }
}
