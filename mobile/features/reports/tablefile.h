#pragma once

#include "mobile/features/reports/reporttable.h"

#include <QString>

#include <memory>

namespace palang::mobile {

/// A file of tables, written row after row; it appears whole under its name, or not at all: one
/// that was not finished leaves nothing.
class TableFile {
public:
  virtual ~TableFile() = default;

  /// The rows that follow belong to this table. `title` may be empty in a file of one table.
  virtual void begin(const QString& title, const QStringList& headings) = 0;
  virtual void add(const ReportRow& row) = 0;
  /// False when it could not be written, see trouble().
  [[nodiscard]] virtual bool finish() = 0;
  [[nodiscard]] virtual QString trouble() const = 0;
};

/// For spreadsheets and programs: UTF-8 with a mark, `;` between cells, CRLF; what holds `;`, `"`
/// or a line break is quoted, and what a spreadsheet would take for a formula is told to be a text.
[[nodiscard]] std::unique_ptr<TableFile> makeCsv(const QString& path, const QString& title);
/// For spreadsheets: a sheet for each table, its headings fixed, numbers and dates as such. Rows
/// beyond what a sheet holds go to a further one. `title` may be empty.
[[nodiscard]] std::unique_ptr<TableFile> makeXlsx(const QString& path, const QString& title);

void write(TableFile& file, const ReportTable& table);

} // namespace palang::mobile
