import Palang.Components

/// A button of a desktop: as high as a field.
BigButton {
    font.pixelSize: Theme.label
    implicitHeight: 44
    kind: BigButton.Secondary
    leftPadding: 12
    rightPadding: 12
}
