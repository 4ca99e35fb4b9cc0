#include "mobile/automation/inputs.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QKeySequence>
#include <QMouseEvent>
#include <QPointingDevice>

#include <algorithm>

namespace palang::mobile::inputs {

namespace {

void collect(QQuickItem* item, const QString& objectName, QList<QQuickItem*>& found) {
  if (item->objectName() == objectName)
    found.append(item);
  for (auto* child : item->childItems())
    collect(child, objectName, found);
}

/// A list or a form that scrolls shows the item before it is touched.
void scrollTo(const QQuickItem& item) {
  for (auto* parent = item.parentItem(); parent != nullptr; parent = parent->parentItem()) {
    if (!parent->inherits("QQuickFlickable"))
      continue;
    const auto place = item.mapRectToItem(parent, item.boundingRect());
    const auto y = parent->property("contentY").toReal();
    if (place.bottom() > parent->height())
      parent->setProperty("contentY", y + place.bottom() - parent->height());
    else if (place.top() < 0)
      parent->setProperty("contentY", y + place.top());
  }
}

void sendMouse(QQuickWindow& window, QEvent::Type type, QPointF at) {
  const auto held = type == QEvent::MouseButtonPress ? Qt::LeftButton : Qt::NoButton;
  QMouseEvent event(type, at, window.mapToGlobal(at), Qt::LeftButton, held, Qt::NoModifier,
                    QPointingDevice::primaryPointingDevice());
  QCoreApplication::sendEvent(&window, &event);
}

void sendKey(QQuickWindow& window, int key, Qt::KeyboardModifiers modifiers, const QString& text) {
  for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease}) {
    QKeyEvent event(type, key, modifiers, text);
    QCoreApplication::sendEvent(&window, &event);
  }
}

} // namespace

QQuickItem* find(const QQuickWindow& window, const QString& objectName) {
  QList<QQuickItem*> found;
  // Popups live in the overlay, which is a child of the content item's parent.
  collect(window.contentItem(), objectName, found);
  for (auto* item : found)
    if (isShown(*item))
      return item;
  return found.isEmpty() ? nullptr : found.first();
}

bool isShown(const QQuickItem& item) {
  return item.isVisible() && item.width() > 0 && item.height() > 0;
}

QString textOf(QQuickItem& item) {
  const auto text = item.property("text").toString();
  if (!text.isEmpty())
    return text;
  const auto* accessible = QAccessible::queryAccessibleInterface(&item);
  return accessible != nullptr ? accessible->text(QAccessible::Name) : QString{};
}

bool says(QQuickItem& item, const QString& words) {
  if (!isShown(item))
    return false;
  const auto children = item.childItems();
  return textOf(item).contains(words)
         || std::ranges::any_of(children, [&](QQuickItem* child) { return says(*child, words); });
}

void click(QQuickWindow& window, QQuickItem& item) {
  scrollTo(item);
  const auto middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2));
  sendMouse(window, QEvent::MouseButtonPress, middle);
  sendMouse(window, QEvent::MouseButtonRelease, middle);
}

void typeText(QQuickWindow& window, const QString& text) {
  for (const auto c : text) {
    const auto modifiers = c.isUpper() ? Qt::ShiftModifier : Qt::NoModifier;
    sendKey(window, c.toUpper().unicode(), modifiers, QString(c));
  }
}

bool pressKeys(QQuickWindow& window, const QString& keys) {
  const auto sequence = QKeySequence::fromString(keys);
  if (sequence.isEmpty() || sequence[0].key() == Qt::Key_unknown)
    return false;
  for (int i = 0; i < sequence.count(); ++i) {
    const auto combination = sequence[static_cast<uint>(i)];
    const bool isEnter = combination.key() == Qt::Key_Return || combination.key() == Qt::Key_Enter;
    sendKey(window, combination.key(), combination.keyboardModifiers(),
            isEnter ? QStringLiteral("\r") : QString{});
  }
  return true;
}

} // namespace palang::mobile::inputs
