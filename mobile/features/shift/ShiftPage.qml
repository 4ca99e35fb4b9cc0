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

    Keys.onEscapePressed: closing = false

    ShiftModel {
        id: shift

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
                onChosen: amount => shift.openShift(amount)
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
                    if (shift.closeShift(amount))
                        root.closing = false;
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
}
