#pragma once

#include <QImage>
#include <QQuickPaintedItem>
#include <QString>

namespace palang::mobile {

/// A QR code of level M with its quiet zone, so many pixels a module; null for no or too much text.
[[nodiscard]] QImage qrPicture(const QString& text, int pixelsPerModule);

/// A QR code of level M, black on white with its quiet zone, in whole pixels per module so that a
/// camera reads it.
class QrCode : public QQuickPaintedItem {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
  Q_PROPERTY(int modules READ modules NOTIFY textChanged)

public:
  using QQuickPaintedItem::QQuickPaintedItem;

  [[nodiscard]] QString text() const { return m_text; }
  void setText(const QString& text);
  /// Modules per side without the quiet zone: 41 for a ticket (version 6); 0 for no or too much
  /// text.
  [[nodiscard]] int modules() const { return m_code.width(); }

  void paint(QPainter* painter) override;

signals:
  void textChanged();

private:
  QString m_text;
  QImage m_code; ///< One pixel per module.
};

} // namespace palang::mobile
