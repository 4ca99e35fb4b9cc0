pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Components
import Palang.Outbox

/// One record's way from the finger to the server, and what a person can do when it was refused.
Sheet {
    id: root

    required property OutboxListModel records
    property string recordId
    property var details: ({})

    /// Another copy of this entry's ticket.
    signal copyRequested(string recordId)

    function show(recordId) {
        root.recordId = recordId;
        details = records.details(recordId);
        open();
    }

    objectName: "outbox.story"
    title: details.kindText ?? ""

    footer: [
        BigButton {
            Layout.fillWidth: true
            iconName: "ticket"
            kind: BigButton.Secondary
            objectName: "outbox.story.copy"
            text: qsTr("Salinan karcis")
            visible: (root.details.iconName ?? "") === "masuk"
            onClicked: {
                root.close();
                root.copyRequested(root.recordId);
            }
        },
        BigButton {
            Layout.fillWidth: true
            iconName: "sync"
            objectName: "outbox.story.retry"
            text: qsTr("Coba lagi")
            visible: root.details.troubled ?? false
            onClicked: {
                root.close();
                root.records.retry(root.recordId);
            }
        }
    ]

    AppText {
        Layout.fillWidth: true
        font.pixelSize: Theme.title
        strong: true
        text: root.details.title ?? ""
        wrapMode: Text.WordWrap
    }
    AppText {
        Layout.fillWidth: true
        text: root.details.facts ?? ""
        visible: text !== ""
        wrapMode: Text.Wrap
    }
    Column {
        id: storyLines

        Layout.fillWidth: true
        spacing: Theme.gap

        Repeater {
            model: root.details.story ?? []

            AppText {
                required property string modelData

                font.pixelSize: Theme.label
                text: "•  " + modelData
                width: storyLines.width
                wrapMode: Text.WordWrap
            }
        }
    }
    AppText {
        Layout.fillWidth: true
        color: Theme.failed
        strong: true
        text: root.details.nextStep ?? ""
        visible: text !== ""
        wrapMode: Text.WordWrap
    }
    AppText {
        Layout.fillWidth: true
        font.family: Theme.digits
        font.pixelSize: Theme.small
        soft: true
        text: root.recordId
        wrapMode: Text.WrapAnywhere
    }
}
