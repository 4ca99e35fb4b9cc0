import QtQuick
import QtQuick.Layouts
import Palang.Components
import Palang.Exit

/// What the driver hands over and what comes back, in large type.
ColumnLayout {
    id: root

    required property CheckoutModel checkout

    spacing: 6

    MoneyKeys {
        Layout.fillWidth: true
        due: root.checkout.amount
        objectName: "exit.cash"
        tendered: root.checkout.tendered
        onTenderedEdited: amount => root.checkout.tendered = amount
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            spacing: 0

            FitText {
                Layout.fillWidth: true
                font.pixelSize: Theme.small
                text: qsTr("Uang diterima")
            }
            MoneyText {
                Layout.fillWidth: true
                amount: root.checkout.tendered
                font.pixelSize: Theme.title
                objectName: "exit.tendered"
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            spacing: 0

            FitText {
                Layout.fillWidth: true
                font.pixelSize: Theme.small
                horizontalAlignment: Text.AlignRight
                text: root.checkout.payable || root.checkout.tendered === 0 ? qsTr("Kembalian") : qsTr("Masih kurang")
            }
            MoneyText {
                Layout.fillWidth: true
                amount: root.checkout.payable || root.checkout.tendered === 0
                        ? root.checkout.change : root.checkout.amount - root.checkout.tendered
                color: root.checkout.payable || root.checkout.tendered === 0 ? Theme.text : Theme.failed
                horizontalAlignment: Text.AlignRight
                objectName: "exit.change"
            }
        }
    }
}
