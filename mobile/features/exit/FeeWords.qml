pragma ComponentBehavior: Bound

import QtQuick
import Palang.Components
import Palang.Exit

/// The amount in large digits, and the sentence that explains it.
Column {
    id: root

    required property CheckoutModel checkout

    spacing: 6

    ErrorBanner {
        nextStep: root.checkout.nextStep
        objectName: "exit.error"
        text: root.checkout.trouble
        width: parent.width
        onDismissed: root.checkout.dismiss()
    }
    MoneyText {
        amount: root.checkout.amount
        font.pixelSize: Theme.huge
        horizontalAlignment: Text.AlignHCenter
        minimumPixelSize: 32
        objectName: "exit.amount"
        visible: root.checkout.priced || root.checkout.manual
        width: parent.width
    }
    Repeater {
        model: root.checkout.manual ? [qsTr("Biaya manual: %1").arg(root.checkout.manualReason)] : root.checkout.breakdown

        AppText {
            required property string modelData

            font.pixelSize: Theme.label
            horizontalAlignment: Text.AlignHCenter
            text: modelData
            width: root.width
            wrapMode: Text.WordWrap
        }
    }
    AppText {
        color: Theme.failed
        font.pixelSize: Theme.label
        horizontalAlignment: Text.AlignHCenter
        strong: true
        text: qsTr("Parkir sangat lama: penyelia akan memeriksa")
        visible: root.checkout.needsReview
        width: parent.width
        wrapMode: Text.WordWrap
    }
}
