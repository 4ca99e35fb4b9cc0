pragma ComponentBehavior: Bound

import QtQuick
import Palang.Base
import Palang.Components
import Palang.Exit

/// Keluar: find the car, take the money, next. A scanner that types goes to the search; Enter is the main action, Esc goes back.
FocusScope {
    id: root

    required property Workplace workplace
    /// Shown when the exit is recorded: what becomes of the gate.
    property alias opening: doneView.opening

    signal gateRequested(string sessionId)
    signal recorded(string recordId)

    /// Looks for a car from elsewhere.
    function look(text) {
        checkout.leave();
        searchView.look(text);
    }
    function back() {
        if (checkout.step === CheckoutModel.Search)
            searchView.clear();
        else
            next();
    }
    function next() {
        checkout.leave();
        searchView.clear();
        root.forceActiveFocus();
    }
    function mainAction() {
        if (checkout.step === CheckoutModel.Search)
            searchView.enter();
        else if (checkout.step === CheckoutModel.Pay)
            checkout.pay();
        else
            next();
    }

    Keys.onEnterPressed: mainAction()
    Keys.onEscapePressed: back()
    Keys.onPressed: event => event.accepted = checkout.step === CheckoutModel.Search && searchView.typed(event)
    Keys.onReturnPressed: mainAction()

    FoundSessionModel {
        id: found

        workplace: root.workplace
    }
    CheckoutModel {
        id: checkout

        workplace: root.workplace
        onPaid: recordId => root.recorded(recordId)
    }
    ExitSearchView {
        id: searchView

        anchors.fill: parent
        anchors.margins: Theme.gap
        camera: root.workplace.camera
        found: found
        visible: checkout.step === CheckoutModel.Search
        onChosen: row => {
            checkout.start(found, row);
            root.forceActiveFocus();
        }
    }
    FeeView {
        anchors.fill: parent
        anchors.margins: Theme.gap
        camera: root.workplace.camera
        checkout: checkout
        visible: checkout.step === CheckoutModel.Pay
        onBackRequested: root.back()
        onManualRequested: manualSheet.open()
    }
    ExitDoneView {
        id: doneView

        anchors.fill: parent
        anchors.margins: Theme.gap
        canOpenGate: root.workplace.gateHasLock
        checkout: checkout
        visible: checkout.step === CheckoutModel.Done
        onGateRequested: root.gateRequested(checkout.sessionId)
        onNextRequested: root.next()
    }
    ManualAmountSheet {
        id: manualSheet

        checkout: checkout
        onChosen: (amount, reason) => checkout.setManualAmount(amount, reason)
    }
}
