import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import QtQuick.Templates as T

/// A panel that comes up from the bottom edge, near the thumb, or in the middle of a desktop's window; Esc, back or a tap outside closes it.
/// Children stack in a column.
Popup {
    id: root

    default property alias content: column.data
    property string title
    property alias footer: footerColumn.data

    /// The rest stays visible above it; what does not fit scrolls.
    readonly property real mostHeight: parent ? parent.height * 0.92 : 0

    readonly property bool isOnDesk: parent ? parent.width > 900 : false

    bottomPadding: Theme.margin
    dim: true
    focus: true
    height: implicitHeight
    leftPadding: 16
    modal: true
    parent: T.Overlay.overlay
    rightPadding: 16
    topPadding: 14
    width: parent ? Math.min(parent.width, Theme.formWidth) : 0
    x: parent ? (parent.width - width) / 2 : 0
    y: parent ? (parent.height - height) / (isOnDesk ? 2 : 1) : 0

    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }
    background: Rectangle {
        border.color: Theme.isSunlight ? "#000000" : "transparent"
        border.width: Theme.isSunlight ? 3 : 0
        color: Theme.surface
        radius: 18

        Rectangle {
            anchors.bottom: parent.bottom
            color: parent.color
            height: parent.radius
            visible: !Theme.isSunlight && !root.isOnDesk
            width: parent.width
        }
    }
    contentData: ColumnLayout {
        Accessible.name: root.title
        Accessible.role: Accessible.Dialog
        anchors.fill: parent
        spacing: Theme.margin

        RowLayout {
            id: head

            Layout.fillWidth: true
            spacing: Theme.gap

            FitText {
                Layout.fillWidth: true
                font.pixelSize: Theme.title
                mostLines: 2
                strong: true
                text: root.title
            }
            KeyButton {
                Accessible.name: qsTr("Tutup")
                Layout.preferredHeight: Theme.touch
                Layout.preferredWidth: Theme.touch
                iconName: "close"
                objectName: root.objectName + ".close"
                quiet: true
                onClicked: root.close()
            }
        }
        Flickable {
            Layout.fillWidth: true
            Layout.maximumHeight: Math.max(0, root.mostHeight - root.topPadding - head.implicitHeight - footerColumn.implicitHeight
                                              - root.bottomPadding - 2 * Theme.margin)
            Layout.preferredHeight: column.implicitHeight
            boundsBehavior: Flickable.StopAtBounds
            clip: contentHeight > height
            contentHeight: column.implicitHeight
            contentWidth: width

            ScrollBar.vertical: ScrollBar {}

            ColumnLayout {
                id: column

                spacing: Theme.margin
                width: parent.width
            }
        }
        ColumnLayout {
            id: footerColumn

            Layout.fillWidth: true
            spacing: Theme.gap
        }
    }
    enter: Transition {
        NumberAnimation {
            duration: Theme.motion
            from: 0
            property: "opacity"
            to: 1
        }
    }
    exit: Transition {
        NumberAnimation {
            duration: Theme.motion
            from: 1
            property: "opacity"
            to: 0
        }
    }
}
