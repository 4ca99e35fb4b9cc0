import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Palang.Components
import Palang.Entry

/// The ticket of the car that just came in, large enough to be photographed by its driver.
Item {
    id: root

    property string qrText
    property string number
    property string plate
    property string vehicle
    property string vehicleIcon
    property string time
    property string date
    property string siteName
    property int delivery: EntryModel.Saved
    property bool canOpenGate: false
    property alias opening: openingSlot.data
    property alias printing: printingSlot.data
    property alias undo: undoSlot.data

    readonly property string deliveryWord: delivery === EntryModel.Sent ? qsTr("Diterima server")
        : delivery === EntryModel.NeedsAttention ? qsTr("Perlu diperiksa, lihat Catatan") : qsTr("Tersimpan di HP, dikirim otomatis")

    /// Two keys with words do not fit side by side.
    readonly property bool isNarrow: width < 330 * Theme.scale

    signal nextRequested
    signal gateRequested

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap

        // A window that is turned may be too low for the whole ticket: then it scrolls.
        Flickable {
            id: cardView

            Layout.fillHeight: true
            Layout.fillWidth: true
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            contentHeight: contentItem.childrenRect.height
            contentWidth: width

            ScrollBar.vertical: ScrollBar {}

            Rectangle {
                border.color: Theme.outline
                border.width: Math.max(1, Theme.line)
                color: "#FFFFFF"
                height: Math.max(cardView.height, card.implicitHeight + 20)
                radius: Theme.radius
                width: cardView.width

                ColumnLayout {
                    id: card

                    anchors.fill: parent
                    anchors.margins: 10
                    spacing: 4

                    AppText {
                        Layout.fillWidth: true
                        color: "#111111"
                        font.pixelSize: Theme.label
                        horizontalAlignment: Text.AlignHCenter
                        strong: true
                        text: root.siteName
                        wrapMode: Text.WordWrap
                    }
                    PlateText {
                        Layout.alignment: Qt.AlignHCenter
                        Layout.maximumWidth: parent.width
                        objectName: "entry.ticketPlate"
                        pixelSize: 38 * Theme.frameScale
                        plate: root.plate
                    }
                    QrCode {
                        Accessible.name: qsTr("Kode QR karcis %1").arg(root.number)
                        Accessible.role: Accessible.Graphic
                        Layout.alignment: Qt.AlignHCenter
                        Layout.fillHeight: true
                        Layout.maximumHeight: 300
                        Layout.preferredHeight: Theme.isTall ? 120 : 150
                        Layout.preferredWidth: height
                        objectName: "entry.ticketQr"
                        text: root.qrText
                        visible: root.qrText !== ""
                    }
                    AppText {
                        Layout.fillHeight: true
                        Layout.fillWidth: true
                        color: "#111111"
                        horizontalAlignment: Text.AlignHCenter
                        text: qsTr("HP ini belum punya nomor perangkat, jadi karcis tanpa kode QR. Cari dengan plat saat keluar.")
                        visible: root.qrText === ""
                        wrapMode: Text.WordWrap
                    }
                    FitText {
                        Layout.fillWidth: true
                        color: "#111111"
                        font.family: Theme.digits
                        font.pixelSize: Theme.title
                        horizontalAlignment: Text.AlignHCenter
                        objectName: "entry.ticketNumber"
                        strong: true
                        text: root.number
                    }
                    GridLayout {
                        Layout.alignment: Qt.AlignHCenter
                        columnSpacing: 10
                        columns: Theme.isTall ? 2 : 3
                        rowSpacing: 0

                        Icon {
                            Layout.preferredHeight: 30
                            Layout.preferredWidth: 44
                            color: "#111111"
                            name: root.vehicleIcon
                        }
                        AppText {
                            color: "#111111"
                            strong: true
                            text: root.vehicle
                        }
                        AppText {
                            Layout.alignment: Qt.AlignHCenter
                            Layout.columnSpan: Theme.isTall ? 2 : 1
                            color: "#111111"
                            font.family: Theme.digits
                            font.pixelSize: Theme.title
                            objectName: "entry.ticketTime"
                            strong: true
                            text: root.time
                        }
                    }
                    AppText {
                        Layout.fillWidth: true
                        color: "#37414A"
                        font.pixelSize: Theme.label
                        horizontalAlignment: Text.AlignHCenter
                        text: root.date
                    }
                }
            }
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: 8

            Icon {
                color: root.delivery === EntryModel.NeedsAttention ? Theme.failed : Theme.connected
                name: root.delivery === EntryModel.Sent ? "tick-circle" : root.delivery === EntryModel.NeedsAttention ? "failed" : "tick"
            }
            AppText {
                Accessible.name: text
                Accessible.role: Accessible.AlertMessage
                Layout.fillWidth: true
                font.pixelSize: Theme.body
                objectName: "entry.delivery"
                strong: true
                text: root.deliveryWord
                wrapMode: Text.WordWrap
            }
        }
        Column {
            id: openingSlot

            Layout.fillWidth: true
        }
        Column {
            id: printingSlot

            Layout.fillWidth: true
        }
        Column {
            id: undoSlot

            Layout.fillWidth: true
            Layout.minimumHeight: Theme.keyHeight
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            BigButton {
                Accessible.name: qsTr("Buka palang")
                Layout.preferredHeight: Theme.actionHeight
                Layout.preferredWidth: root.isNarrow ? Theme.actionHeight : implicitWidth
                iconName: "gate"
                kind: BigButton.Secondary
                objectName: "entry.openGate"
                text: root.isNarrow ? "" : qsTr("Buka palang")
                visible: root.canOpenGate
                onClicked: root.gateRequested()
            }
            BigButton {
                Layout.fillWidth: true
                iconName: "masuk"
                objectName: "entry.nextButton"
                text: qsTr("Berikutnya")
                tone: Theme.entry
                onClicked: root.nextRequested()
            }
        }
    }
}
