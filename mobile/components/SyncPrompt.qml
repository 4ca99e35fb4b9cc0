import QtQuick
import QtQuick.Layouts

/// On the way back to the server with records pending: now or later.
Sheet {
    id: root

    property int pending: 0
    property string oldest
    property bool isAnswered: false

    signal nowChosen
    signal laterChosen

    objectName: "sync.prompt"
    title: qsTr("Catatan belum terkirim")
    onAboutToShow: isAnswered = false
    // Leaving without an answer is "later".
    onClosed: {
        if (!isAnswered)
            laterChosen();
    }

    footer: [
        BigButton {
            Layout.fillWidth: true
            iconName: "sync"
            objectName: "sync.prompt.now"
            text: qsTr("Sekarang")
            onClicked: {
                root.isAnswered = true;
                root.nowChosen();
                root.close();
            }
        },
        BigButton {
            Layout.fillWidth: true
            kind: BigButton.Secondary
            objectName: "sync.prompt.later"
            text: qsTr("Nanti")
            onClicked: root.close()
        }
    ]

    AppText {
        Layout.fillWidth: true
        objectName: "sync.prompt.text"
        text: qsTr("%n catatan belum terkirim (tertua %1). Sinkronkan sekarang?", "", root.pending).arg(root.oldest)
        wrapMode: Text.WordWrap
    }
    AppText {
        Layout.fillWidth: true
        font.pixelSize: Theme.label
        soft: true
        text: qsTr("Semua tetap tersimpan di sini sampai server menerimanya. Catatan baru langsung dikirim.")
        wrapMode: Text.WordWrap
    }
}
