import QtQuick
import Palang.Components

/// An amount in rupiah, `Rp5.000`, in the digits' face; large unless told.
AppText {
    id: root

    required property double amount

    Accessible.name: text
    font.family: Theme.digits
    font.pixelSize: Theme.large
    fontSizeMode: Text.HorizontalFit
    minimumPixelSize: Theme.body
    strong: true
    text: Format.money(amount)
}
