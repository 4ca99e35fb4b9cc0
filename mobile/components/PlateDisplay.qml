pragma ComponentBehavior: Bound

import QtQuick
import Palang.Components

/// The three zones as they are being typed; the zone that takes the next key is underlined. A tap goes to a zone.
Rectangle {
    id: root

    required property PlateInput input
    property string hint: qsTr("Ketik plat nomor")

    readonly property var zones: [
        { "text": input.area, "blank": "B", "zone": PlateInput.Area, "share": 2 },
        { "text": input.number, "blank": "1234", "zone": PlateInput.Number, "share": 4 },
        { "text": input.series, "blank": "XYZ", "zone": PlateInput.Series, "share": 3 }]

    Accessible.name: input.empty ? hint : input.text
    Accessible.role: Accessible.StaticText
    border.color: "#111111"
    border.width: 3
    color: "#FFFFFF"
    implicitHeight: 76
    radius: Theme.radius

    Row {
        anchors.fill: parent
        anchors.margins: 8
        spacing: 8
        visible: !root.input.freeForm

        Repeater {
            model: root.zones

            Item {
                id: zoneItem

                required property var modelData

                readonly property bool isCurrent: root.input.zone === modelData.zone

                height: parent.height
                width: (parent.width - 16) * modelData.share / 9

                AppText {
                    anchors.fill: parent
                    color: zoneItem.modelData.text === "" ? "#8A949C" : "#111111"
                    font.family: Theme.digits
                    font.pixelSize: 44
                    fontSizeMode: Text.Fit
                    horizontalAlignment: Text.AlignHCenter
                    minimumPixelSize: 20
                    strong: true
                    text: zoneItem.modelData.text === "" ? zoneItem.modelData.blank : zoneItem.modelData.text
                }
                Rectangle {
                    anchors.bottom: parent.bottom
                    color: "#0B4FB3"
                    height: 5
                    radius: 2
                    visible: zoneItem.isCurrent
                    width: parent.width
                }
                TapHandler {
                    onTapped: root.input.zone = zoneItem.modelData.zone
                }
            }
        }
    }
    AppText {
        anchors.fill: parent
        anchors.margins: 8
        color: root.input.empty ? "#5F6A73" : "#111111"
        font.family: root.input.empty ? Theme.family : Theme.digits
        font.pixelSize: root.input.empty ? Theme.title : 40
        fontSizeMode: Text.Fit
        horizontalAlignment: Text.AlignHCenter
        minimumPixelSize: 14
        strong: !root.input.empty
        wrapMode: root.input.empty ? Text.WordWrap : Text.NoWrap
        text: root.input.empty ? root.hint : root.input.text
        visible: root.input.freeForm
    }
}
