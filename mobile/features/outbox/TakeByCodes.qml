import QtQuick
import QtQuick.Layouts
import Palang.Base
import Palang.Components
import Palang.Outbox
import Palang.Platform

/// Reads another device's codes with the camera, and says how many are still missing.
ColumnLayout {
    id: root

    required property Workplace workplace
    required property HandoverTaker taker
    property bool shown: false

    spacing: Theme.margin

    TicketScanner {
        active: root.shown && !root.taker.done
        camera: root.workplace.camera
        onFound: code => root.taker.take(code)
    }
    CameraView {
        Layout.fillWidth: true
        Layout.preferredHeight: width * 0.75
        camera: root.workplace.camera
        live: root.shown && !root.taker.done
        objectName: "outbox.taking.camera"
        visible: !root.taker.done
    }
    AppText {
        Layout.fillWidth: true
        objectName: "outbox.taking.progress"
        strong: true
        text: root.taker.total === 0 ? qsTr("Arahkan kamera ke kode QR di HP yang satunya") : qsTr("%1 dari %2 kode").arg(root.taker.count).arg(root.taker.total)
        visible: !root.taker.done
        wrapMode: Text.WordWrap
    }
    Rectangle {
        Accessible.name: qsTr("%1 dari %2 kode").arg(root.taker.count).arg(root.taker.total)
        Accessible.role: Accessible.ProgressBar
        Layout.fillWidth: true
        Layout.preferredHeight: 18
        border.color: Theme.outline
        border.width: Math.max(1, Theme.line)
        color: Theme.sunken
        radius: 9
        visible: root.taker.total > 0 && !root.taker.done

        Rectangle {
            color: Theme.syncing
            height: parent.height
            radius: 9
            width: root.taker.total > 0 ? parent.width * root.taker.count / root.taker.total : 0
        }
    }
    AppText {
        Layout.fillWidth: true
        objectName: "outbox.taking.missing"
        text: root.taker.missing
        visible: text !== "" && !root.taker.done
        wrapMode: Text.WordWrap
    }
    ErrorBanner {
        Layout.fillWidth: true
        dismissible: false
        objectName: "outbox.taking.trouble"
        text: root.taker.trouble
    }
}
