import QtQuick
import QtQuick.Layouts
import Palang.Base
import Palang.Components
import Palang.Outbox
import Palang.Platform

/// Reads another device's codes with the camera, and says how many are still missing.
Sheet {
    id: root

    required property Workplace workplace

    objectName: "outbox.taking"
    title: qsTr("Terima dari HP lain")
    onAboutToShow: taker.reset()

    footer: BigButton {
        Layout.fillWidth: true
        iconName: "tick"
        objectName: "outbox.taking.done"
        text: qsTr("Selesai")
        visible: taker.done
        onClicked: root.close()
    }

    HandoverTaker {
        id: taker

        workplace: root.workplace
    }
    TicketScanner {
        active: root.opened && !taker.done
        camera: root.workplace.camera
        onFound: code => taker.take(code)
    }
    CameraView {
        Layout.fillWidth: true
        Layout.preferredHeight: width * 0.75
        camera: root.workplace.camera
        live: root.opened && !taker.done
        objectName: "outbox.taking.camera"
        visible: !taker.done
    }
    AppText {
        Layout.fillWidth: true
        font.pixelSize: Theme.title
        objectName: "outbox.taking.progress"
        strong: true
        text: taker.total === 0 ? qsTr("Arahkan kamera ke kode QR di HP yang satunya") : qsTr("%1 dari %2 kode").arg(taker.count).arg(taker.total)
        visible: !taker.done
        wrapMode: Text.WordWrap
    }
    Rectangle {
        Accessible.name: qsTr("%1 dari %2 kode").arg(taker.count).arg(taker.total)
        Accessible.role: Accessible.ProgressBar
        Layout.fillWidth: true
        Layout.preferredHeight: 18
        border.color: Theme.outline
        border.width: Math.max(1, Theme.line)
        color: Theme.sunken
        radius: 9
        visible: taker.total > 0 && !taker.done

        Rectangle {
            color: Theme.syncing
            height: parent.height
            radius: 9
            width: taker.total > 0 ? parent.width * taker.count / taker.total : 0
        }
    }
    AppText {
        Layout.fillWidth: true
        objectName: "outbox.taking.missing"
        text: taker.missing
        visible: text !== "" && !taker.done
        wrapMode: Text.WordWrap
    }
    ErrorBanner {
        Layout.fillWidth: true
        objectName: "outbox.taking.trouble"
        text: taker.trouble
        visible: text !== ""
    }
    EmptyState {
        Layout.fillWidth: true
        iconName: "tick-circle"
        note: qsTr("Dikirim ke server begitu ada jaringan. Foto tetap di HP yang satunya.")
        objectName: "outbox.taking.kept"
        title: qsTr("Tersimpan di HP ini: %1").arg(taker.whose)
        tone: Theme.connected
        visible: taker.done
    }
}
