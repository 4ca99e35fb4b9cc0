#pragma once

#include "mobile/base/siteview.h"
#include "shared/protocol/supervision.hpp"

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <variant>
#include <vector>

/// A report as tables: what is exported and printed. Pure values.
namespace palang::mobile {

/// A word, a count, an amount, a day, or a moment at the site; a spreadsheet is told which.
using ReportCell = std::variant<QString, std::int64_t, rupiah, QDate, QDateTime>;
using ReportRow = std::vector<ReportCell>;

struct ReportSection {
  QString title;
  QStringList headings;
  std::vector<ReportRow> rows;
};

struct ReportTable {
  QString title; ///< The site's name and the period.
  std::vector<ReportSection> sections;
};

/// What a period came to. `buckets` are the hours of one day, or the days of a longer period.
[[nodiscard]] ReportTable reportTable(const QString& title, const protocol::period_report& report,
                                      const std::vector<protocol::stats_row>& buckets,
                                      bool isOneDay, const SiteView& site);

/// Of a `code_count` of the report: a cause or a state of an opening.
[[nodiscard]] QString openingCause(const std::string& code);

/// For programs: `12450000`, `2025-03-24`, `2025-03-24 14:05:09`.
[[nodiscard]] QString plainText(const ReportCell& cell);
/// For people: `Rp12.450.000`, `24 Mar 2025`.
[[nodiscard]] QString shownText(const ReportCell& cell);
/// It is added up, or compared: it stands at the right.
[[nodiscard]] bool isNumber(const ReportCell& cell);

} // namespace palang::mobile
