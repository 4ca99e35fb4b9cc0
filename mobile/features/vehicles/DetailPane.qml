pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Palang.Components
import Palang.Vehicles

/// One stay in full, and what may be changed about it.
Rectangle {
    id: root

    required property VehicleModel vehicle
    property bool online: false

    readonly property bool changesAllowed: vehicle.shown && vehicle.changeable && online && vehicle.verdict !== VehicleModel.Waiting
    readonly property color statusInk: vehicle.status === "open" ? Theme.entry : vehicle.status === "closed" ? Theme.text : Theme.failed

    signal closeRequested
    signal correctRequested
    signal voidRequested

    border.color: Theme.hairline
    border.width: Math.max(1, Theme.line)
    color: Theme.surface
    radius: Theme.radius

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: 14
        spacing: 10

        Item {
            Layout.fillWidth: true
            Layout.preferredHeight: 56

            PlateText {
                anchors.verticalCenter: parent.verticalCenter
                objectName: "vehicles.plate"
                pixelSize: 30
                plate: root.vehicle.plate
                width: Math.min(implicitWidth, parent.width - Theme.touch - 12)
            }
            KeyButton {
                Accessible.name: qsTr("Tutup rincian")
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                height: Theme.touch
                iconName: "close"
                objectName: "vehicles.close"
                quiet: true
                width: Theme.touch
                onClicked: root.closeRequested()
            }
        }
        Item {
            Layout.fillWidth: true
            Layout.preferredHeight: 28

            Row {
                anchors.verticalCenter: parent.verticalCenter
                spacing: 8

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    color: root.statusInk
                    height: 22
                    name: root.vehicle.statusIcon
                    width: 22
                }
                AppText {
                    color: root.statusInk
                    objectName: "vehicles.status"
                    strong: true
                    text: root.vehicle.statusText
                }
            }
            Row {
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                spacing: 8

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.text
                    height: 24
                    name: root.vehicle.vehicleIcon
                    width: 34
                }
                AppText {
                    objectName: "vehicles.class"
                    strong: true
                    text: root.vehicle.vehicle
                }
            }
        }
        Flickable {
            Layout.fillHeight: true
            Layout.fillWidth: true
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            contentHeight: facts.implicitHeight
            contentWidth: width

            ScrollBar.vertical: ScrollBar {}

            ColumnLayout {
                id: facts

                spacing: 14
                width: parent.width - 8

                GridLayout {
                    Layout.fillWidth: true
                    columnSpacing: 16
                    columns: 2
                    rowSpacing: 10

                    Fact {
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        label: qsTr("Masuk")
                        value: root.vehicle.entered
                    }
                    Fact {
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        label: qsTr("Keluar")
                        value: root.vehicle.exited
                    }
                    Fact {
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        label: qsTr("Lama parkir")
                        value: root.vehicle.duration
                    }
                    Fact {
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        label: qsTr("Nomor karcis")
                        objectName: "vehicles.ticket"
                        value: root.vehicle.ticketNumber
                    }
                    Fact {
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        label: qsTr("Menurut tarif")
                        value: root.vehicle.fee
                    }
                    Fact {
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        label: qsTr("Dibayar")
                        tone: root.vehicle.fee !== "" && root.vehicle.fee !== root.vehicle.charged ? Theme.failed : Theme.text
                        value: root.vehicle.charged
                    }
                }
                Fact {
                    Layout.fillWidth: true
                    label: qsTr("Alasan tanpa plat")
                    value: root.vehicle.plateReason
                }
                QuoteCard {
                    Layout.fillWidth: true
                    at: root.vehicle.quotedAt
                    due: root.vehicle.due
                    lines: root.vehicle.breakdown
                    quoted: root.vehicle.quoted
                    visible: root.vehicle.quotable
                    onRequested: root.vehicle.quote()
                }
                Flow {
                    Layout.fillWidth: true
                    objectName: "vehicles.flags"
                    spacing: 6
                    visible: root.vehicle.flags.length > 0

                    Repeater {
                        model: root.vehicle.flags

                        Rectangle {
                            id: chip

                            required property string modelData

                            border.color: Theme.outline
                            border.width: 1
                            color: Theme.waiting
                            implicitHeight: 28
                            implicitWidth: chipRow.implicitWidth + 18
                            radius: 6

                            Row {
                                id: chipRow

                                anchors.centerIn: parent
                                spacing: 6

                                Icon {
                                    anchors.verticalCenter: parent.verticalCenter
                                    color: Theme.waitingInk
                                    height: 16
                                    name: "warning"
                                    width: 16
                                }
                                AppText {
                                    color: Theme.waitingInk
                                    font.pixelSize: Theme.small
                                    text: chip.modelData
                                }
                            }
                        }
                    }
                }
                AppText {
                    strong: true
                    text: qsTr("Riwayat")
                }
                HistoryView {
                    Layout.fillWidth: true
                    lines: root.vehicle.history
                }
            }
        }
        ActionBar {
            Layout.fillWidth: true
            changeable: root.vehicle.changeable
            online: root.online
            verdict: root.vehicle.verdict
            verdictText: root.vehicle.verdictText
            onCorrectRequested: root.correctRequested()
            onDismissed: root.vehicle.dismissVerdict()
            onVoidRequested: root.voidRequested()
        }
    }
}
