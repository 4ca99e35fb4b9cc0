pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Components
import Palang.Openings

/// A strip per lock: where nobody listened, silence proves nothing.
Panel {
    id: root

    required property CoverageModel coverage

    iconName: "eye"
    implicitHeight: 62 + 50 * Math.max(1, coverage.count)
    note: qsTr("tinggi: terdengar · sedang: belum pasti · rendah: tidak terdengar")
    title: qsTr("Cakupan per jam")

    ListView {
        anchors.fill: parent
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: root.coverage
        objectName: "openings.coverage"

        delegate: RowLayout {
            id: line

            required property string name
            required property var cells
            required property int blind
            required property int doubtful

            height: 50
            spacing: 12
            width: ListView.view.width

            ColumnLayout {
                Layout.fillWidth: false
                Layout.preferredWidth: 130
                spacing: 0

                AppText {
                    Layout.fillWidth: true
                    font.pixelSize: Theme.label
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: 10
                    strong: true
                    text: line.name
                }
                AppText {
                    Layout.fillWidth: true
                    color: line.blind > 0 ? Theme.failed : Theme.softText
                    font.pixelSize: 13
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: 10
                    text: line.blind > 0 ? qsTr("%1 jam tidak terdengar").arg(line.blind)
                                         : line.doubtful > 0 ? qsTr("%1 jam belum pasti").arg(line.doubtful) : qsTr("tanpa jam gelap")
                }
            }
            HeatStrip {
                Layout.fillWidth: true
                cells: line.cells
            }
        }
    }
    AppText {
        anchors.centerIn: parent
        font.pixelSize: Theme.label
        soft: true
        text: qsTr("Belum ada kunci")
        visible: root.coverage.count === 0
    }
}
