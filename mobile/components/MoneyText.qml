import QtQuick
import Palang.Components

/// An amount in rupiah, `Rp5.000`, in the digits' face; large unless told.
FitText {
    id: root

    required property double amount

    Accessible.name: text
    Accessible.role: Accessible.StaticText
    font.family: Theme.digits
    font.pixelSize: Theme.large
    minimumPixelSize: Theme.body
    strong: true
    text: Format.money(amount)
}
