#include "mobile/features/reports/reportprint.h"

#include <QFontMetricsF>
#include <QPageLayout>
#include <QPagedPaintDevice>
#include <QPainter>

namespace palang::mobile {

namespace {

/// One report on paper: where the next line goes, and a new page when there is no room.
class Sheets {
public:
  Sheets(QPagedPaintDevice& device, QPainter& painter)
      : m_device{device}, m_painter{painter},
        m_page(0, 0, painter.viewport().width(), painter.viewport().height()) {}

  void heading(const QString& text, int points) {
    setFont(points, true);
    // A heading alone at the foot of a page belongs to the next.
    need(height() * 4);
    m_y += height() / 2;
    m_painter.drawText(QRectF(0, m_y, m_page.width(), height()), text);
    m_y += height() * 1.3;
  }

  void line(const QStringList& cells, bool isBold) {
    setFont(9, isBold);
    need(height());
    const auto width = m_page.width() / static_cast<double>(std::max<qsizetype>(cells.size(), 1));
    for (qsizetype i = 0; i < cells.size(); ++i)
      m_painter.drawText(QRectF(static_cast<double>(i) * width, m_y, width * 0.96, height()),
                         i == 0 ? Qt::AlignLeft : Qt::AlignRight, cells[i]);
    m_y += height() * 1.2;
  }

private:
  void setFont(int points, bool isBold) {
    auto font = m_painter.font();
    font.setPointSize(points);
    font.setBold(isBold);
    m_painter.setFont(font);
  }
  [[nodiscard]] double height() const { return m_painter.fontMetrics().height(); }
  void need(double room) {
    if (m_y + room <= m_page.height())
      return;
    m_device.newPage();
    m_y = 0;
  }

  QPagedPaintDevice& m_device;
  QPainter& m_painter;
  QRectF m_page;
  double m_y = 0;
};

} // namespace

bool drawReport(QPagedPaintDevice& device, const ReportTable& table) {
  device.setPageMargins(QMarginsF(18, 18, 18, 18), QPageLayout::Millimeter);
  QPainter painter;
  if (!painter.begin(&device))
    return false;
  Sheets sheets(device, painter);
  sheets.heading(table.title, 16);
  for (const auto& section : table.sections) {
    sheets.heading(section.title, 12);
    sheets.line(section.headings, true);
    for (const auto& row : section.rows)
      sheets.line(row, false);
  }
  return painter.end();
}

} // namespace palang::mobile
