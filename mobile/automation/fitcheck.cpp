#include "mobile/automation/fitcheck.h"

#include "mobile/automation/inputs.h"

#include <QQuickItem>

#include <utility>
#include <vector>

namespace palang::mobile {

namespace {

constexpr qreal slack = 1.5; ///< Faces overhang their boxes by a fraction of a pixel.
constexpr qreal overlap = 4;
constexpr qreal leading = 1.25; ///< A line's box is higher than its letters.

struct Writing {
  QString text;
  QRectF place; ///< Of the ink's box, in the window.
};

bool isText(const QQuickItem& item) {
  return item.inherits("QQuickText");
}

bool isFlickable(const QQuickItem& item) {
  return item.inherits("QQuickFlickable");
}

QRectF inkOf(const QQuickItem& text) {
  const auto number = [&](const char* name) { return text.property(name).toReal(); };
  const QSizeF size(number("contentWidth"), number("contentHeight"));
  const auto across = text.property("effectiveHorizontalAlignment").toInt();
  const auto down = text.property("verticalAlignment").toInt();
  const auto offset = [](qreal free, bool isMiddle, bool isEnd) {
    return isMiddle ? free / 2 : isEnd ? free : 0;
  };
  return {
      QPointF(
          offset(text.width() - size.width(), across & Qt::AlignHCenter, across & Qt::AlignRight),
          offset(text.height() - size.height(), down & Qt::AlignVCenter, down & Qt::AlignBottom)),
      size};
}

/// Looks at every text of one layer.
class Reading {
public:
  explicit Reading(const QQuickWindow& window) : m_window(window) {}

  void read(const QQuickItem& item) {
    if (!item.isVisible() || item.opacity() == 0)
      return;
    if (isText(item) && !item.property("text").toString().isEmpty())
      judge(item);
    for (const auto* child : item.childItems())
      read(*child);
  }

  [[nodiscard]] QStringList found() {
    for (std::size_t i = 0; i < m_writings.size(); ++i)
      for (std::size_t j = i + 1; j < m_writings.size(); ++j)
        compare(m_writings[i], m_writings[j]);
    return std::move(m_found);
  }

private:
  void tell(const QString& what, const QQuickItem& item) {
    m_found.append(QStringLiteral("\"%1\" %2").arg(item.property("text").toString(), what));
  }

  void judge(const QQuickItem& text) {
    const auto ink = inkOf(text);
    if (text.property("truncated").toBool())
      tell(QStringLiteral("is cut"), text);
    else if (ink.width() > text.width() + slack)
      tell(QStringLiteral("is wider than its place"), text);
    else if (ink.height() > text.height() * leading + slack)
      tell(QStringLiteral("is higher than its place"), text);
    const auto place = text.mapRectToScene(ink);
    if (isHidden(text, place))
      return;
    const QRectF all(QPointF(), QSizeF(m_window.size()));
    if (!all.adjusted(-slack, -slack, slack, slack).contains(place))
      tell(QStringLiteral("leaves the window"), text);
    m_writings.push_back({text.property("text").toString(), place});
  }

  /// Scrolled out of sight, altogether or in part; a part that no scrolling shows is told.
  bool isHidden(const QQuickItem& text, const QRectF& place) {
    for (const auto* above = text.parentItem(); above != nullptr; above = above->parentItem()) {
      // A page's own scrolling area ends below the opaque frame.
      if (!above->clip() && !isFlickable(*above))
        continue;
      const auto frame = above->mapRectToScene(QRectF(0, 0, above->width(), above->height()));
      if (!frame.adjusted(-slack, -slack, slack, slack).contains(place)) {
        const bool isScrolled = isFlickable(*above) && place.left() >= frame.left() - slack
                                && place.right() <= frame.right() + slack;
        if (!isScrolled)
          tell(QStringLiteral("is clipped"), text);
        return true;
      }
    }
    return false;
  }

  void compare(const Writing& a, const Writing& b) {
    const auto both = a.place.intersected(b.place);
    if (both.width() > overlap && both.height() > overlap)
      m_found.append(QStringLiteral("\"%1\" and \"%2\" lie over each other").arg(a.text, b.text));
  }

  const QQuickWindow& m_window;
  QStringList m_found;
  std::vector<Writing> m_writings;
};

/// The popup on top, or everything.
const QQuickItem& topLayer(const QQuickWindow& window) {
  const auto* content = window.contentItem();
  for (const auto* child : content->childItems()) {
    if (!child->inherits("QQuickOverlay"))
      continue;
    const QQuickItem* top = nullptr;
    for (const auto* popup : child->childItems())
      if (popup->inherits("QQuickPopupItem") && popup->isVisible()
          && (top == nullptr || popup->z() >= top->z()))
        top = popup;
    if (top != nullptr)
      return *top;
  }
  return *content;
}

} // namespace

QStringList misfits(const QQuickWindow& window) {
  Reading reading(window);
  reading.read(topLayer(window));
  return reading.found();
}

} // namespace palang::mobile
