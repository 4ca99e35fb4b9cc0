pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Palang.Base
import Palang.Components

/// Lainnya: what is not needed for every car.
FocusScope {
    id: root

    required property Workplace workplace

    readonly property var themes: [
        { "name": "normal", "text": qsTr("Biasa"), "icon": "day" },
        { "name": "sunlight", "text": qsTr("Terik"), "icon": "sun" },
        { "name": "night", "text": qsTr("Malam"), "icon": "moon" }]
    readonly property var languages: [{ "name": "id", "text": "Indonesia" }, { "name": "en", "text": "English" }]

    signal gateChoiceRequested
    signal logoutRequested

    Flickable {
        anchors.fill: parent
        boundsBehavior: Flickable.StopAtBounds
        contentHeight: column.implicitHeight + 2 * Theme.margin
        contentWidth: width

        ScrollBar.vertical: ScrollBar {}

        ColumnLayout {
            id: column

            spacing: Theme.gap
            width: Math.min(parent.width - 2 * Theme.margin, Theme.formWidth)
            x: (parent.width - width) / 2
            y: Theme.margin

            ListRow {
                Layout.fillWidth: true
                iconName: "masuk"
                note: root.workplace.gateName
                objectName: "more.gate"
                text: qsTr("Ganti pintu")
                onClicked: root.gateChoiceRequested()
            }
            AppText {
                Layout.topMargin: Theme.gap
                font.pixelSize: Theme.label
                strong: true
                text: qsTr("Layar")
            }
            Tabs {
                Layout.fillWidth: true
                choices: root.themes
                current: root.themes.findIndex(theme => theme.name === root.workplace.theme)
                objectName: "more.theme"
                onChosen: index => root.workplace.theme = root.themes[index].name
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
                objectName: "more.language"
                onChosen: index => root.workplace.language = root.languages[index].name
            }
            ListRow {
                Layout.fillWidth: true
                Layout.topMargin: Theme.gap
                iconName: "logout"
                note: root.workplace.personName
                objectName: "more.logout"
                opens: false
                text: qsTr("Selesai bekerja (keluar akun)")
                onClicked: root.logoutRequested()
            }
        }
    }
}
