#pragma once

#include <QQuickItem>
#include <QQuickWindow>
#include <QString>

/// Finding items and touching them.
namespace palang::mobile::inputs {

/// The item with this objectName, popups included; of several the visible one. nullptr when there
/// is none.
[[nodiscard]] QQuickItem* find(const QQuickWindow& window, const QString& objectName);
/// Visible with its whole chain of parents, and with a size.
[[nodiscard]] bool isShown(const QQuickItem& item);
/// Its `text`, or its accessible name.
[[nodiscard]] QString textOf(QQuickItem& item);
/// Whether the text of something visible inside the item, or its own, contains `words`.
[[nodiscard]] bool says(QQuickItem& item, const QString& words);

/// Presses and releases the left button in the middle of the item, scrolled into view first.
void click(QQuickWindow& window, QQuickItem& item);
void typeText(QQuickWindow& window, const QString& text);
/// `keys` as QKeySequence reads them. False when it cannot.
[[nodiscard]] bool pressKeys(QQuickWindow& window, const QString& keys);

} // namespace palang::mobile::inputs
