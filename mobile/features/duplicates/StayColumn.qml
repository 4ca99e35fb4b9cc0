import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Palang.Base
import Palang.Components
import Palang.Desk

/// One of the two records at the head of the comparison: its plate, its photo, and whether it is the one that stays.
AbstractButton {
    id: root

    required property Workplace workplace
    property var facts: ({})
    property bool isKept: false
    property bool choosable: false

    Accessible.checked: isKept
    Accessible.name: (facts.plate ?? "") + " " + (facts.entered ?? "")
    Accessible.role: Accessible.RadioButton
    enabled: choosable
    focusPolicy: Qt.StrongFocus
    padding: 8

    background: Rectangle {
        border.color: root.isKept ? Theme.connected : Theme.hairline
        border.width: root.isKept ? 3 : 1
        color: Theme.surface
        radius: 10

        FocusRing {
            shown: root.visualFocus
        }
    }
    contentItem: ColumnLayout {
        spacing: 6

        PhotoView {
            Layout.fillWidth: true
            Layout.preferredHeight: 110
            caption: qsTr("Masuk")
            sha256: root.facts.photoIn ?? ""
            workplace: root.workplace
        }
        PlateText {
            Layout.alignment: Qt.AlignHCenter
            Layout.maximumWidth: root.availableWidth
            pixelSize: 18
            plate: root.facts.plate ?? ""
        }
        RowLayout {
            Layout.alignment: Qt.AlignHCenter
            Layout.maximumWidth: root.availableWidth
            spacing: 6

            Icon {
                Layout.preferredHeight: 18
                Layout.preferredWidth: 18
                color: root.isKept ? Theme.connected : Theme.softText
                name: root.isKept ? "tick-circle" : "ring"
                visible: root.choosable
            }
            AppText {
                Layout.fillWidth: true
                color: root.isKept ? Theme.connected : Theme.softText
                font.pixelSize: Theme.small
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 10
                strong: root.isKept
                text: root.choosable ? (root.isKept ? qsTr("Tetap") : qsTr("Digabung ke sini?")) : root.facts.statusText ?? ""
            }
        }
    }
}
