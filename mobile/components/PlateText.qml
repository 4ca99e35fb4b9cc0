import QtQuick

/// A number as it hangs on the car; "TANPA PLAT" is drawn without a frame.
Rectangle {
    id: root

    property string plate
    property int pixelSize: 28

    readonly property bool hasPlate: plate !== ""

    Accessible.name: label.text
    Accessible.role: Accessible.StaticText
    border.color: hasPlate ? "#111111" : "transparent"
    border.width: 2
    color: hasPlate ? "#FFFFFF" : "transparent"
    implicitHeight: label.implicitHeight + (hasPlate ? 8 : 0)
    implicitWidth: label.implicitWidth + (hasPlate ? 20 : 0)
    radius: 6

    FitText {
        id: label

        anchors.fill: parent
        anchors.leftMargin: root.hasPlate ? 10 : 0
        anchors.rightMargin: root.hasPlate ? 10 : 0
        color: root.hasPlate ? "#111111" : Theme.text
        font.family: root.hasPlate ? Theme.digits : Theme.family
        font.pixelSize: root.pixelSize
        horizontalAlignment: Text.AlignHCenter
        strong: true
        text: root.hasPlate ? root.plate : qsTr("TANPA PLAT")
    }
}
