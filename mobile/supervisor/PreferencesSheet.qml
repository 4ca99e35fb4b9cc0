import QtQuick
import QtQuick.Layouts
import Palang.Base
import Palang.Components

/// Who works here, in which language and look.
Sheet {
    id: root

    required property Workplace workplace

    readonly property var themes: [
        { "name": "normal", "text": qsTr("Biasa"), "icon": "day" },
        { "name": "sunlight", "text": qsTr("Terik"), "icon": "sun" },
        { "name": "night", "text": qsTr("Malam"), "icon": "moon" }]
    readonly property var languages: [{ "name": "id", "text": "Indonesia" }, { "name": "en", "text": "English" }]

    signal logoutRequested

    objectName: "preferences"
    title: workplace.personName

    footer: BigButton {
        Layout.fillWidth: true
        Layout.preferredHeight: 60
        iconName: "logout"
        kind: BigButton.Secondary
        objectName: "preferences.logout"
        text: qsTr("Selesai bekerja (keluar akun)")
        onClicked: {
            root.close();
            root.logoutRequested();
        }
    }

    AppText {
        Layout.fillWidth: true
        font.pixelSize: Theme.label
        soft: true
        text: root.workplace.siteName + " · " + root.workplace.serverAddress
    }
    AppText {
        font.pixelSize: Theme.label
        strong: true
        text: qsTr("Bahasa")
    }
    Tabs {
        Layout.fillWidth: true
        choices: root.languages
        current: root.languages.findIndex(language => language.name === root.workplace.language)
        objectName: "preferences.language"
        onChosen: index => root.workplace.language = root.languages[index].name
    }
    AppText {
        font.pixelSize: Theme.label
        strong: true
        text: qsTr("Layar")
    }
    Tabs {
        Layout.fillWidth: true
        choices: root.themes
        current: root.themes.findIndex(theme => theme.name === root.workplace.theme)
        objectName: "preferences.theme"
        onChosen: index => root.workplace.theme = root.themes[index].name
    }
}
