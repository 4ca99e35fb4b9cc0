#pragma once

#include "mobile/base/siteview.h"
#include "shared/protocol/supervision.hpp"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

/// A report as tables of words: what is exported and printed. Pure values.
namespace palang::mobile {

struct ReportSection {
  QString title;
  QStringList headings;
  std::vector<QStringList> rows;
};

struct ReportTable {
  QString title; ///< The site's name and the period.
  std::vector<ReportSection> sections;
};

/// Revenue per day comes from `days`, whose rows are of one local day each, gate and class.
[[nodiscard]] ReportTable reportTable(const QString& title, const protocol::period_report& report,
                                      const std::vector<protocol::stats_row>& days,
                                      const SiteView& site);

/// For spreadsheets: UTF-8 with a mark, `;` between cells, CRLF; what holds `;`, `"` or a line
/// break is quoted, and what a spreadsheet would take for a formula is not.
[[nodiscard]] QByteArray csvOf(const ReportTable& table);
[[nodiscard]] QByteArray csvLine(const QStringList& cells);
/// What a CSV file begins with.
[[nodiscard]] QByteArray csvMark();

} // namespace palang::mobile
