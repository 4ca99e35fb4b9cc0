pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Palang.Base
import Palang.Components
import Palang.Shift

/// Shift: opened with a float, closed with a count; the difference is shown only afterwards.
FocusScope {
    id: root

    required property Workplace workplace

    readonly property bool isClosing: shift.phase === ShiftModel.Open && closing
    property bool closing: false

    signal syncRequested

    function close(amount) {
        if (shift.closeShift(amount))
            closing = false;
    }

    onVisibleChanged: {
        if (visible && shift.phase === ShiftModel.None)
            ready.check();
    }
    Keys.onEscapePressed: closing = false

    ShiftModel {
        id: shift

        workplace: root.workplace
    }
    ReadyModel {
        id: ready

        workplace: root.workplace
    }
    Flickable {
        anchors.fill: parent
        boundsBehavior: Flickable.StopAtBounds
        contentHeight: column.implicitHeight + 2 * Theme.margin
        contentWidth: width

        ScrollBar.vertical: ScrollBar {}

        Column {
            id: column

            spacing: Theme.margin
            width: Math.min(parent.width - 2 * Theme.margin, Theme.formWidth)
            x: (parent.width - width) / 2
            y: Theme.margin

            ErrorBanner {
                nextStep: shift.nextStep
                objectName: "shift.error"
                text: shift.trouble
                width: parent.width
                onDismissed: shift.dismiss()
            }
            ShiftOpening {
                visible: shift.phase === ShiftModel.None
                width: parent.width
                onChosen: amount => {
                    if (shift.openShift(amount))
                        ready.keep();
                }
            }
            ReadyList {
                ready: ready
                visible: shift.phase === ShiftModel.None
                width: parent.width
            }
            ShiftFacts {
                shift: shift
                visible: shift.phase === ShiftModel.Open && !root.isClosing
                width: parent.width
                onCloseRequested: root.closing = true
            }
            CashCounting {
                pending: shift.pending
                visible: root.isClosing
                width: parent.width
                onChosen: amount => {
                    if (shift.pending > 0)
                        sureSheet.ask(amount);
                    else
                        root.close(amount);
                }
                onKept: root.closing = false
                onSyncRequested: root.syncRequested()
            }
            ShiftResult {
                shift: shift
                visible: shift.phase === ShiftModel.Counted || shift.phase === ShiftModel.Closed || shift.phase === ShiftModel.Refused
                width: parent.width
                onFinished: shift.finish()
            }
        }
    }
    Sheet {
        id: sureSheet

        property double amount: 0

        function ask(amount) {
            sureSheet.amount = amount;
            open();
        }

        objectName: "shift.sure"
        title: qsTr("%n catatan belum terkirim", "", shift.pending)

        footer: [
            BigButton {
                Layout.fillWidth: true
                iconName: "sync"
                objectName: "shift.sure.sync"
                text: qsTr("Sinkronkan dulu")
                onClicked: {
                    sureSheet.close();
                    root.syncRequested();
                }
            },
            BigButton {
                Layout.fillWidth: true
                kind: BigButton.Secondary
                objectName: "shift.sure.close"
                text: qsTr("Tutup sementara")
                onClicked: {
                    sureSheet.close();
                    root.close(sureSheet.amount);
                }
            }
        ]

        AppText {
            Layout.fillWidth: true
            text: qsTr("Setoran ditandai sementara. Catatan yang menunggu tetap milik shift ini dan dikirim otomatis; selisih muncul sesudahnya.")
            wrapMode: Text.WordWrap
        }
    }
}
