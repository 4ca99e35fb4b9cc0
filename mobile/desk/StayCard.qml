pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Base
import Palang.Components

/// A stay beside its photos. `facts` as of StayModel.
ColumnLayout {
    id: root

    required property Workplace workplace
    property var facts: ({})
    property string name: "stay"
    property int photoHeight: 150

    readonly property bool isKnown: (facts.sessionId ?? "") !== ""

    signal sessionRequested(string sessionId)

    component Line: RowLayout {
        id: line

        property string label
        property string value
        property color tone: Theme.text

        Layout.fillWidth: true
        spacing: 8
        visible: value !== ""

        AppText {
            Layout.preferredWidth: 110
            font.pixelSize: Theme.small
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 10
            soft: true
            text: line.label
        }
        AppText {
            Layout.fillWidth: true
            color: line.tone
            font.pixelSize: Theme.label
            strong: true
            text: line.value
            wrapMode: Text.WordWrap
        }
    }

    spacing: 6
    visible: isKnown

    RowLayout {
        Layout.fillWidth: true
        spacing: 10

        PlateText {
            Layout.maximumWidth: root.width - 150
            objectName: root.name + ".plate"
            pixelSize: 22
            plate: root.facts.plate ?? ""
        }
        Icon {
            Layout.preferredHeight: 22
            Layout.preferredWidth: 32
            color: Theme.text
            name: root.facts.vehicleIcon ?? ""
        }
        AppText {
            Layout.fillWidth: true
            font.pixelSize: Theme.small
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 10
            strong: true
            text: root.facts.statusText ?? ""
        }
    }
    RowLayout {
        Layout.fillWidth: true
        Layout.preferredHeight: root.photoHeight
        spacing: 8

        PhotoView {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            caption: qsTr("Masuk")
            sha256: root.facts.photoIn ?? ""
            workplace: root.workplace
        }
        PhotoView {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            caption: qsTr("Keluar")
            sha256: root.facts.photoOut ?? ""
            workplace: root.workplace
        }
    }
    Line {
        label: qsTr("Masuk")
        value: (root.facts.entered ?? "") === "" ? "" : root.facts.entered + " · " + root.facts.entryGate
    }
    Line {
        label: qsTr("Keluar")
        value: (root.facts.exited ?? "") === "" ? "" : root.facts.exited + " · " + root.facts.exitGate
    }
    Line {
        label: qsTr("Lama parkir")
        value: root.facts.duration ?? ""
    }
    Line {
        label: qsTr("Menurut tarif")
        value: root.facts.fee ?? ""
    }
    Line {
        label: qsTr("Dibayar")
        tone: (root.facts.difference ?? "") === "" ? Theme.text : Theme.failed
        value: (root.facts.charged ?? "") + ((root.facts.difference ?? "") === "" ? "" : " (" + root.facts.difference + ")")
    }
    Line {
        label: qsTr("Karcis")
        value: root.facts.ticket ?? ""
    }
    Line {
        label: qsTr("Petugas")
        value: root.facts.by ?? ""
    }
    Line {
        label: qsTr("Catatan")
        tone: Theme.failed
        value: root.facts.flags ?? ""
    }
    DeskButton {
        Layout.fillWidth: true
        iconName: "mobil"
        objectName: root.name + ".open"
        text: qsTr("Lihat kendaraan ini")
        onClicked: root.sessionRequested(root.facts.sessionId)
    }
}
