import QtQuick

/// Text that shrinks instead of being cut, down to `minimumPixelSize`, once `mostLines` are full.
/// Its implicit size is the unshrunk one, so that layouts settle.
Item {
    id: root

    property alias text: label.text
    property alias color: label.color
    property alias font: label.font
    property alias strong: label.strong
    property alias horizontalAlignment: label.horizontalAlignment
    property alias minimumPixelSize: label.minimumPixelSize

    property int mostLines: 1

    implicitHeight: Math.ceil(metrics.height) * (metrics.advanceWidth > width ? mostLines : 1)
    implicitWidth: Math.ceil(metrics.advanceWidth) + 2

    TextMetrics {
        id: metrics

        font: label.font
        text: label.text
    }
    AppText {
        id: label

        anchors.fill: parent
        fontSizeMode: root.mostLines > 1 ? Text.Fit : Text.HorizontalFit
        minimumPixelSize: 12
        wrapMode: root.mostLines > 1 ? Text.WordWrap : Text.NoWrap
    }
}
