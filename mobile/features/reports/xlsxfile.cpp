#include "mobile/features/reports/tablefile.h"

#include <QFile>
#include <QRegularExpression>

#include <xlsxwriter.h>

namespace palang::mobile {

namespace {

constexpr int longestSheetName = 31;
constexpr double columnWidth = 20; ///< In letters.

class XlsxFile final : public TableFile {
public:
  XlsxFile(const QString& path, const QString& title)
      : m_path{path}, m_draft{path + QStringLiteral(".part")}, m_name{QFile::encodeName(m_draft)},
        m_title{title.toUtf8()} {
    // Rows leave the memory as soon as the next one begins.
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    m_book = workbook_new_opt(m_name.constData(), &options);
    lxw_doc_properties properties{};
    properties.title = m_title.data();
    properties.company = m_company.data();
    workbook_set_properties(m_book, &properties);
    m_heading = workbook_add_format(m_book);
    format_set_bold(m_heading);
    format_set_bottom(m_heading, LXW_BORDER_THIN);
    m_number = formatOf("#,##0");
    m_money = formatOf("\"Rp\"#,##0");
    m_day = formatOf("yyyy-mm-dd");
    m_moment = formatOf("yyyy-mm-dd hh:mm:ss");
  }
  ~XlsxFile() override {
    if (m_book == nullptr)
      return;
    lxw_workbook_free(m_book);
    QFile::remove(m_draft);
  }

  void begin(const QString& title, const QStringList& headings) override {
    m_headings = headings;
    m_sheetTitle = title;
    m_part = 1;
    startSheet(title);
  }
  void add(const ReportRow& row) override {
    if (m_row >= LXW_ROW_MAX)
      startSheet(QStringLiteral("%1 %2").arg(m_sheetTitle).arg(++m_part));
    lxw_col_t column = 0;
    for (const auto& cell : row)
      put(column++, cell);
    ++m_row;
  }
  bool finish() override {
    m_error = workbook_close(std::exchange(m_book, nullptr));
    if (m_error != LXW_NO_ERROR)
      return false;
    QFile::remove(m_path);
    return QFile::rename(m_draft, m_path);
  }
  [[nodiscard]] QString trouble() const override {
    return QString::fromUtf8(lxw_strerror(m_error));
  }

private:
  lxw_format* formatOf(const char* code) {
    auto* format = workbook_add_format(m_book);
    format_set_num_format(format, code);
    return format;
  }

  /// What a sheet may be called; nullptr lets the library name it.
  static QByteArray sheetName(QString title) {
    static const QRegularExpression forbidden(QStringLiteral("[\\[\\]:*?/\\\\']"));
    return title.replace(forbidden, QStringLiteral("-")).left(longestSheetName).toUtf8();
  }

  void startSheet(const QString& title) {
    const auto name = sheetName(title.trimmed());
    m_sheet = workbook_add_worksheet(m_book, name.isEmpty() ? nullptr : name.constData());
    m_row = 0;
    worksheet_set_column(m_sheet, 0, static_cast<lxw_col_t>(m_headings.size() - 1), columnWidth,
                         nullptr);
    worksheet_freeze_panes(m_sheet, 1, 0);
    worksheet_repeat_rows(m_sheet, 0, 0);
    lxw_col_t column = 0;
    for (const auto& heading : m_headings)
      worksheet_write_string(m_sheet, 0, column++, heading.toUtf8().constData(), m_heading);
    m_row = 1;
  }

  void put(lxw_col_t column, const ReportCell& cell) {
    if (const auto* words = std::get_if<QString>(&cell))
      worksheet_write_string(m_sheet, m_row, column, words->toUtf8().constData(), nullptr);
    else if (const auto* count = std::get_if<std::int64_t>(&cell))
      worksheet_write_number(m_sheet, m_row, column, static_cast<double>(*count), m_number);
    else if (const auto* amount = std::get_if<rupiah>(&cell))
      worksheet_write_number(m_sheet, m_row, column, static_cast<double>(amount->value), m_money);
    else if (const auto* day = std::get_if<QDate>(&cell))
      putTime(column, QDateTime(*day, QTime(0, 0)), m_day);
    else
      putTime(column, std::get<QDateTime>(cell), m_moment);
  }
  void putTime(lxw_col_t column, const QDateTime& at, lxw_format* format) {
    if (!at.isValid())
      return;
    const auto day = at.date();
    const auto time = at.time();
    lxw_datetime parts{day.year(),  day.month(),   day.day(),
                       time.hour(), time.minute(), static_cast<double>(time.second())};
    worksheet_write_datetime(m_sheet, m_row, column, &parts, format);
  }

  QString m_path;
  QString m_draft;
  QByteArray m_name;  ///< The library keeps the pointer.
  QByteArray m_title; ///< Likewise.
  QByteArray m_company = QByteArrayLiteral("Palang");
  lxw_workbook* m_book = nullptr;
  lxw_worksheet* m_sheet = nullptr;
  lxw_format* m_heading = nullptr;
  lxw_format* m_number = nullptr;
  lxw_format* m_money = nullptr;
  lxw_format* m_day = nullptr;
  lxw_format* m_moment = nullptr;
  lxw_error m_error = LXW_NO_ERROR;
  lxw_row_t m_row = 0;
  QStringList m_headings;
  QString m_sheetTitle;
  int m_part = 1;
};

} // namespace

std::unique_ptr<TableFile> makeXlsx(const QString& path, const QString& title) {
  return std::make_unique<XlsxFile>(path, title);
}

} // namespace palang::mobile
