import QtQuick
import QtQuick.Layouts
import Palang.Base
import Palang.Components

/// What a person must read before going on: a damaged file, a device that was revoked or taken over.
Sheet {
    id: root

    required property Workplace workplace

    signal loginRequested

    objectName: "notice"
    title: qsTr("Perhatian")

    footer: [
        BigButton {
            Layout.fillWidth: true
            objectName: "notice.login"
            text: qsTr("Masuk lagi")
            visible: root.workplace.needsLogin
            onClicked: {
                root.close();
                root.loginRequested();
            }
        },
        BigButton {
            Layout.fillWidth: true
            kind: root.workplace.needsLogin ? BigButton.Secondary : BigButton.Primary
            objectName: "notice.read"
            text: root.workplace.needsLogin ? qsTr("Nanti") : qsTr("Mengerti")
            onClicked: root.close()
        }
    ]

    Connections {
        function onNoticed(text: string, nextStep: string) {
            words.text = text;
            advice.text = nextStep;
            root.open();
        }

        target: root.workplace
    }
    AppText {
        id: words

        Layout.fillWidth: true
        objectName: "notice.text"
        strong: true
        wrapMode: Text.WordWrap
    }
    AppText {
        id: advice

        Layout.fillWidth: true
        wrapMode: Text.WordWrap
    }
}
