pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Palang.Components

/// One stay in full, and what may be changed about it.
Rectangle {
    id: root

    required property VehicleModel vehicle
    property bool online: false

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

        RowLayout {
            Layout.fillWidth: true
            spacing: 10

            PlateText {
                Layout.maximumWidth: parent.width - 66
                objectName: "vehicles.plate"
                pixelSize: 30
                plate: root.vehicle.plate
            }
            Item {
                Layout.fillWidth: true
            }
            KeyButton {
                Accessible.name: qsTr("Tutup rincian")
                Layout.preferredHeight: Theme.touch
                Layout.preferredWidth: Theme.touch
                iconName: "close"
                objectName: "vehicles.close"
                quiet: true
                onClicked: root.closeRequested()
            }
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: 8

            Icon {
                Layout.preferredHeight: 22
                Layout.preferredWidth: 22
                color: statusWord.color
                name: root.vehicle.statusIcon
            }
            AppText {
                id: statusWord

                color: root.vehicle.status === "open" ? Theme.entry : root.vehicle.status === "closed" ? Theme.text : Theme.failed
                objectName: "vehicles.status"
                strong: true
                text: root.vehicle.statusText
            }
            Item {
                Layout.fillWidth: true
            }
            Icon {
                Layout.preferredHeight: 24
                Layout.preferredWidth: 34
                color: Theme.text
                name: root.vehicle.vehicleIcon
            }
            AppText {
                objectName: "vehicles.class"
                strong: true
                text: root.vehicle.vehicle
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
                        label: qsTr("Masuk")
                        value: root.vehicle.entered
                    }
                    Fact {
                        Layout.fillWidth: true
                        label: qsTr("Keluar")
                        value: root.vehicle.exited
                    }
                    Fact {
                        Layout.fillWidth: true
                        label: qsTr("Lama parkir")
                        value: root.vehicle.duration
                    }
                    Fact {
                        Layout.fillWidth: true
                        label: qsTr("Nomor karcis")
                        mono: true
                        objectName: "vehicles.ticket"
                        value: root.vehicle.ticketNumber
                    }
                    Fact {
                        Layout.fillWidth: true
                        label: qsTr("Menurut tarif")
                        mono: true
                        value: root.vehicle.fee
                    }
                    Fact {
                        Layout.fillWidth: true
                        label: qsTr("Dibayar")
                        mono: true
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
