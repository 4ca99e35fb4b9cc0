import QtQuick

/// Text that shrinks instead of being cut, down to `minimumPixelSize`. Its implicit size is the unshrunk one, so that layouts settle.
Item {
    id: root

    property alias text: label.text
    property alias color: label.color
    property alias font: label.font
    property alias strong: label.strong
    property alias horizontalAlignment: label.horizontalAlignment
    property alias minimumPixelSize: label.minimumPixelSize

    implicitHeight: Math.ceil(metrics.height)
    implicitWidth: Math.ceil(metrics.advanceWidth) + 2

    TextMetrics {
        id: metrics

        font: label.font
        text: label.text
    }
    AppText {
        id: label

        anchors.fill: parent
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 12
    }
}
