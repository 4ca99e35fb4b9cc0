#include "mobile/features/reports/reportprint.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPageLayout>
#include <QPagedPaintDevice>
#include <QPainter>

namespace palang::mobile {

namespace {

struct PrintWords {
  Q_DECLARE_TR_FUNCTIONS(PrintWords)
};

constexpr int titlePoints = 16;
constexpr int headingPoints = 12;
constexpr int textPoints = 9;
/// The first column holds the names; the others are figures.
constexpr double nameShare = 1.6;

/// One report on paper: where the next line goes, and a new page when there is no room. Each page
/// tells at its foot what it is of, since pages get lost.
class Sheets {
public:
  Sheets(QPagedPaintDevice& device, QPainter& painter, const QString& title)
      : m_device{device}, m_painter{painter}, m_title{title},
        m_page(0, 0, painter.viewport().width(), painter.viewport().height()) {
    footer();
  }

  void heading(const QString& text, int points) {
    setFont(points, true);
    // A heading alone at the foot of a page belongs to the next.
    if (!hasRoom(height() * 4))
      turn();
    setFont(points, true);
    m_y += height() / 2;
    m_painter.drawText(QRectF(0, m_y, m_page.width(), height()), text);
    m_y += height() * 1.3;
  }

  void table(const ReportSection& section) {
    ReportRow headings;
    for (const auto& heading : section.headings)
      headings.emplace_back(heading);
    line(headings, true);
    rule();
    for (const auto& row : section.rows) {
      setFont(textPoints, false);
      if (!hasRoom(height())) {
        turn();
        line(headings, true);
        rule();
      }
      line(row, false);
    }
  }

private:
  void line(const ReportRow& cells, bool isBold) {
    setFont(textPoints, isBold);
    const auto unit = m_page.width() / (nameShare + static_cast<double>(cells.size()) - 1);
    double x = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const auto width = unit * (i == 0 ? nameShare : 1);
      m_painter.drawText(QRectF(x, m_y, width * 0.96, height()),
                         (i == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::TextSingleLine,
                         shownText(cells[i]));
      x += width;
    }
    m_y += height() * 1.2;
  }
  void rule() {
    m_painter.drawLine(QPointF(0, m_y), QPointF(m_page.width(), m_y));
    m_y += height() * 0.2;
  }
  void setFont(int points, bool isBold) {
    auto font = m_painter.font();
    font.setPointSize(points);
    font.setBold(isBold);
    m_painter.setFont(font);
  }
  [[nodiscard]] double height() const { return m_painter.fontMetrics().height(); }
  [[nodiscard]] bool hasRoom(double room) const { return m_y + room <= m_bottom; }
  void turn() {
    m_device.newPage();
    ++m_number;
    m_y = 0;
    footer();
  }
  void footer() {
    setFont(textPoints, false);
    m_bottom = m_page.height() - height() * 2;
    const QRectF foot(0, m_page.height() - height(), m_page.width(), height());
    m_painter.drawText(foot, Qt::AlignLeft, m_title);
    m_painter.drawText(foot, Qt::AlignRight, PrintWords::tr("halaman %1").arg(m_number));
  }

  QPagedPaintDevice& m_device;
  QPainter& m_painter;
  QString m_title;
  QRectF m_page;
  double m_y = 0;
  double m_bottom = 0;
  int m_number = 1;
};

} // namespace

bool drawReport(QPagedPaintDevice& device, const ReportTable& table) {
  device.setPageMargins(QMarginsF(18, 18, 18, 18), QPageLayout::Millimeter);
  QPainter painter;
  if (!painter.begin(&device))
    return false;
  Sheets sheets(device, painter, table.title);
  sheets.heading(table.title, titlePoints);
  for (const auto& section : table.sections) {
    sheets.heading(section.title, headingPoints);
    sheets.table(section);
  }
  return painter.end();
}

} // namespace palang::mobile
