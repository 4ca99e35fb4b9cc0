#pragma once

#include <QColor>
#include <QQuickPaintedItem>
#include <QString>

namespace palang::mobile {

/// One of our own vector icons (mobile/assets/icons/<name>.svg) in one colour, crisp at any size.
class Icon : public QQuickPaintedItem {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QString name READ name WRITE setName NOTIFY nameChanged)
  Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY colorChanged)

public:
  explicit Icon(QQuickItem* parent = nullptr);

  [[nodiscard]] QString name() const { return m_name; }
  void setName(const QString& name);
  [[nodiscard]] QColor color() const { return m_color; }
  void setColor(const QColor& color);

  void paint(QPainter* painter) override;

signals:
  void nameChanged();
  void colorChanged();

private:
  QString m_name;
  QColor m_color = Qt::black;
};

} // namespace palang::mobile
