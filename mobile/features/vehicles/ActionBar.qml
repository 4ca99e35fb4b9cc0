import QtQuick
import QtQuick.Layouts
import Palang.Components
import Palang.Vehicles

/// The two changes, what became of the last, and, when they cannot be made, why.
ColumnLayout {
    id: root

    property bool changeable: false
    property bool online: false
    property int verdict: VehicleModel.None
    property string verdictText

    readonly property bool isWaiting: verdict === VehicleModel.Waiting
    readonly property string whyNot: !online ? qsTr("Luring: koreksi dan pembatalan menunggu server terhubung lagi.")
                                   : !changeable ? qsTr("Kunjungan ini sudah dibatalkan atau digabung.") : ""

    signal correctRequested
    signal voidRequested
    signal dismissed

    spacing: Theme.gap

    RowLayout {
        Layout.fillWidth: true
        spacing: 10
        visible: root.verdict !== VehicleModel.None

        Icon {
            Layout.alignment: Qt.AlignTop
            Layout.preferredHeight: 22
            Layout.preferredWidth: 22
            color: verdictLine.color
            name: root.isWaiting ? "clock" : root.verdict === VehicleModel.Done ? "tick-circle" : "failed"
        }
        AppText {
            id: verdictLine

            Accessible.name: text
            Accessible.role: Accessible.AlertMessage
            Layout.fillWidth: true
            color: root.verdict === VehicleModel.Refused ? Theme.failed : root.verdict === VehicleModel.Done ? Theme.connected : Theme.text
            font.pixelSize: Theme.label
            objectName: "vehicles.verdict"
            strong: true
            text: root.verdictText
            wrapMode: Text.WordWrap
        }
        KeyButton {
            Accessible.name: qsTr("Tutup pesan")
            Layout.preferredHeight: 40
            Layout.preferredWidth: 40
            iconName: "close"
            objectName: "vehicles.verdict.close"
            quiet: true
            visible: !root.isWaiting
            onClicked: root.dismissed()
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        BigButton {
            Layout.fillWidth: true
            Layout.preferredHeight: 52
            enabled: root.whyNot === "" && !root.isWaiting
            iconName: "edit"
            kind: BigButton.Secondary
            objectName: "vehicles.correct"
            text: qsTr("Koreksi")
            onClicked: root.correctRequested()
        }
        BigButton {
            Layout.fillWidth: true
            Layout.preferredHeight: 52
            enabled: root.whyNot === "" && !root.isWaiting
            iconName: "close"
            kind: BigButton.Secondary
            objectName: "vehicles.void"
            text: qsTr("Batalkan")
            onClicked: root.voidRequested()
        }
    }
    AppText {
        Layout.fillWidth: true
        font.pixelSize: Theme.small
        objectName: "vehicles.whyNot"
        soft: true
        text: root.whyNot
        visible: text !== ""
        wrapMode: Text.WordWrap
    }
}
