#include "mobile/features/ticket/ticketpicture.h"

#include "mobile/components/fonts.h"
#include "mobile/components/qrcode.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace palang::mobile {

namespace {

constexpr int margin = 8;
constexpr int dotsPerModule = 7;
constexpr int highest = 1000;

QFont face(const QString& family, int pixels, bool isBold = true) {
  QFont font(family);
  font.setPixelSize(pixels);
  font.setBold(isBold);
  return font;
}

/// Draws from the top downwards.
class Paper {
public:
  Paper() : m_picture(ticketWidth, highest, QImage::Format_Grayscale8) {
    m_picture.fill(Qt::white);
    m_painter.begin(&m_picture);
  }

  /// A line in the middle, as small as it must be to fit, wrapped when that is too small to read.
  void write(const QString& text, QFont font) {
    constexpr int smallest = 20;
    const int width = ticketWidth - 2 * margin;
    while (font.pixelSize() > smallest && QFontMetrics(font).horizontalAdvance(text) > width)
      font.setPixelSize(font.pixelSize() - 2);
    m_painter.setFont(font);
    const QRect place(margin, m_y, width, highest - m_y);
    QRect taken;
    m_painter.drawText(place, Qt::AlignHCenter | Qt::TextWordWrap, text, &taken);
    m_y = taken.bottom() + margin;
  }
  /// White on black: nobody takes a copy for the original.
  void stamp(const QString& text) {
    constexpr int height = 52;
    m_painter.fillRect(0, m_y, ticketWidth, height, Qt::black);
    m_painter.setPen(Qt::white);
    m_painter.setFont(face(m_fonts.text(), 34));
    m_painter.drawText(QRect(0, m_y, ticketWidth, height), Qt::AlignCenter, text);
    m_painter.setPen(Qt::black);
    m_y += height + margin;
  }
  void draw(const QImage& picture) {
    m_painter.drawImage((ticketWidth - picture.width()) / 2, m_y, picture);
    m_y += picture.height();
  }
  void rule() {
    m_painter.fillRect(margin, m_y, ticketWidth - 2 * margin, 2, Qt::black);
    m_y += 2 + margin;
  }
  [[nodiscard]] QImage finished() {
    m_painter.end();
    return m_picture.copy(0, 0, ticketWidth, std::min(m_y + margin, highest));
  }
  [[nodiscard]] const Fonts& fonts() const { return m_fonts; }

private:
  Fonts m_fonts;
  QImage m_picture;
  QPainter m_painter;
  int m_y = margin;
};

} // namespace

QImage ticketPicture(const TicketFacts& facts) {
  Paper paper;
  const auto& fonts = paper.fonts();
  paper.write(facts.site, face(fonts.text(), 28));
  if (facts.copy > 0)
    paper.stamp(QCoreApplication::translate("TicketPicture", "SALINAN %1").arg(facts.copy));
  if (!facts.code.isEmpty())
    paper.draw(qrPicture(facts.code, dotsPerModule));
  paper.write(facts.number, face(fonts.digits(), 36));
  paper.write(facts.plate, face(fonts.digits(), 56));
  paper.write(facts.vehicle + QStringLiteral("  ") + facts.time, face(fonts.digits(), 32));
  paper.write(facts.date, face(fonts.text(), 26));
  paper.rule();
  paper.write(facts.footer, face(fonts.text(), 22, false));
  return paper.finished();
}

} // namespace palang::mobile
