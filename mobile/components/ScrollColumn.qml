import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/// A column that fills its place, and scrolls when it does not fit: windows may be low and letters large. Begins at its top each time
/// it is shown.
Flickable {
    id: root

    default property alias content: column.data
    property alias spacing: column.spacing

    boundsBehavior: Flickable.StopAtBounds
    clip: interactive
    contentHeight: Math.max(height, column.implicitHeight)
    contentWidth: width
    implicitHeight: column.implicitHeight
    interactive: column.implicitHeight > height + 1
    onInteractiveChanged: contentY = 0
    onVisibleChanged: contentY = 0

    ScrollBar.vertical: ScrollBar {}

    ColumnLayout {
        id: column

        height: root.contentHeight
        width: root.width
    }
}
