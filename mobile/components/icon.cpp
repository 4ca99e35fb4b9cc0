#include "mobile/components/icon.h"

#include <QFile>
#include <QSvgRenderer>

namespace palang::mobile {

Icon::Icon(QQuickItem* parent) : QQuickPaintedItem(parent) {
  setImplicitSize(24, 24);
  setAntialiasing(true);
}

void Icon::setName(const QString& name) {
  if (name == m_name)
    return;
  m_name = name;
  emit nameChanged();
  update();
}

void Icon::setColor(const QColor& color) {
  if (color == m_color)
    return;
  m_color = color;
  emit colorChanged();
  update();
}

void Icon::paint(QPainter* painter) {
  QFile file(QStringLiteral(":/palang/icons/%1.svg").arg(m_name));
  if (!file.open(QIODevice::ReadOnly))
    return;
  // QSvgRenderer cannot be told what currentColor is.
  QSvgRenderer svg(file.readAll().replace("currentColor", m_color.name().toLatin1()));
  svg.setAspectRatioMode(Qt::KeepAspectRatio);
  svg.render(painter, boundingRect());
}

} // namespace palang::mobile
