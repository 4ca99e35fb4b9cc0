pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Palang.Base
import Palang.Components
import Palang.Desk

/// Two records side by side, what differs in bold; what the server suggests and why; and the decision, which can be taken back.
SidePane {
    id: root

    required property Workplace workplace
    property var group: ({})
    property string kept
    /// What was decided here just now and can be taken back: {kind, id}. The list tells the same once it came again.
    property var decided: ({})

    readonly property var stays: group.stays ?? []
    readonly property bool isOpen: (group.isOpen ?? false) && !decided.kind
    readonly property string undoKind: decided.kind ?? group.undoKind ?? ""
    readonly property string undoId: decided.id ?? group.undoId ?? ""
    readonly property bool isPair: stays.length > 1
    readonly property string dropped: isPair ? (kept === stays[0].sessionId ? stays[1].sessionId : stays[0].sessionId) : ""

    /// What `decided` will be once the server took it.
    property var deciding: ({})

    signal sessionRequested(string sessionId)

    function chooseKept() {
        kept = (group.keep ?? "") !== "" ? group.keep : stays.length > 0 ? stays[0].sessionId : "";
    }
    function merge(reason) {
        deciding = { "kind": "merge.undo", "id": dropped };
        action.merge(kept, dropped, reason);
    }
    function keepBoth(reason) {
        deciding = { "kind": "duplicate.reopen", "id": group.alertId };
        action.keepBoth(group.alertId, reason);
    }
    function undo(reason) {
        deciding = {};
        if (undoKind === "merge.undo")
            action.undoMerge(undoId, reason);
        else
            action.reopenDuplicate(undoId, reason);
    }

    name: "duplicates.pane"
    note: group.text ?? ""
    title: (group.cause ?? "") + " · " + (group.plates ?? "")
    onGroupChanged: {
        decided = {};
        chooseKept();
    }

    DeskAction {
        id: action

        workplace: root.workplace
        onDone: root.decided = root.deciding
    }
    ReasonSheet {
        id: mergeSheet

        objectName: "duplicates.merging"
        question: qsTr("Kunjungan yang digabung tidak dihitung lagi; catatannya tetap ada. Dapat diurungkan.")
        submitText: qsTr("Gabungkan")
        title: qsTr("Gabungkan kedua catatan?")
        onGiven: reason => root.merge(reason)
    }
    ReasonSheet {
        id: keepSheet

        objectName: "duplicates.keeping"
        question: qsTr("Keduanya nyata: dua kendaraan, atau dua kunjungan. Peringatannya selesai.")
        submitText: qsTr("Pertahankan keduanya")
        title: qsTr("Pertahankan keduanya?")
        onGiven: reason => root.keepBoth(reason)
    }
    ReasonSheet {
        id: undoSheet

        objectName: "duplicates.undoing"
        submitText: qsTr("Urungkan")
        title: qsTr("Urungkan keputusan ini?")
        onGiven: reason => root.undo(reason)
    }
    Row {
        id: pair

        Layout.fillWidth: true
        spacing: 10

        Repeater {
            model: root.stays

            StayColumn {
                required property var modelData
                required property int index

                width: (pair.width - 10 * (root.stays.length - 1)) / Math.max(1, root.stays.length)
                choosable: root.isOpen && root.isPair
                facts: modelData
                isKept: root.isOpen && root.isPair && root.kept === modelData.sessionId
                objectName: "duplicates.stay." + index
                workplace: root.workplace
                onClicked: root.kept = modelData.sessionId
            }
        }
    }
    Column {
        id: lines

        Layout.fillWidth: true
        spacing: 2

        Repeater {
            model: root.group.comparison ?? []

            RowLayout {
                id: line

                required property var modelData

                spacing: 10
                width: lines.width

                AppText {
                    Layout.preferredWidth: 92
                    font.pixelSize: Theme.small
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: 10
                    soft: true
                    text: line.modelData.label
                }
                AppText {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    color: line.modelData.same ? Theme.softText : Theme.text
                    font.pixelSize: Theme.label
                    strong: !line.modelData.same
                    text: line.modelData.left === "" ? "–" : line.modelData.left
                    wrapMode: Text.WordWrap
                }
                Icon {
                    Layout.preferredHeight: 14
                    Layout.preferredWidth: 14
                    color: line.modelData.same ? Theme.softText : Theme.failed
                    name: line.modelData.same ? "tick" : "warning"
                    visible: root.isPair
                }
                AppText {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    color: line.modelData.same ? Theme.softText : Theme.text
                    font.pixelSize: Theme.label
                    strong: !line.modelData.same
                    text: line.modelData.right === "" ? "–" : line.modelData.right
                    visible: root.isPair
                    wrapMode: Text.WordWrap
                }
            }
        }
    }
    Column {
        id: advice

        Layout.fillWidth: true
        spacing: 4

        AppText {
            objectName: "duplicates.suggestion"
            strong: true
            text: root.isOpen ? root.group.suggestion ?? "" : root.decided.kind ? action.text : root.group.resolution ?? ""
            width: advice.width
            wrapMode: Text.WordWrap
        }
        Repeater {
            model: root.isOpen ? root.group.reasons ?? [] : []

            AppText {
                required property string modelData

                width: advice.width
                font.pixelSize: Theme.label
                text: "• " + modelData
                wrapMode: Text.WordWrap
            }
        }
    }
    Fact {
        Layout.fillWidth: true
        label: qsTr("Yang akan mencegahnya")
        value: root.group.prevention ?? ""
    }
    Column {
        id: doors

        Layout.fillWidth: true
        spacing: Theme.gap

        Repeater {
            model: root.stays

            DeskButton {
                required property var modelData
                required property int index

                width: doors.width
                iconName: "mobil"
                objectName: "duplicates.open." + index
                text: qsTr("Lihat %1, %2").arg(modelData.plate).arg(modelData.entered === "" ? modelData.exited : modelData.entered)
                onClicked: root.sessionRequested(modelData.sessionId)
            }
        }
    }

    footer: [
        ActionLine {
            Layout.fillWidth: true
            action: action
            name: "duplicates.action"
        },
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap
            visible: root.isOpen

            DeskButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                enabled: action.available && root.isPair
                iconName: "transfer"
                kind: root.group.action === "merge" ? BigButton.Primary : BigButton.Secondary
                objectName: "duplicates.merge"
                text: qsTr("Gabungkan…")
                onClicked: mergeSheet.ask()
            }
            DeskButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                enabled: action.available
                iconName: "copy"
                kind: root.group.action === "keep" ? BigButton.Primary : BigButton.Secondary
                objectName: "duplicates.keep"
                text: qsTr("Keduanya nyata…")
                onClicked: keepSheet.ask()
            }
        },
        DeskButton {
            Layout.fillWidth: true
            enabled: action.available
            iconName: "undo"
            objectName: "duplicates.undo"
            text: qsTr("Urungkan…")
            visible: !root.isOpen && root.undoId !== ""
            onClicked: undoSheet.ask()
        }
    ]
}
