#include "mobile/features/reports/tablefile.h"

#include <QSaveFile>

namespace palang::mobile {

namespace {

constexpr char mark[] = "\xEF\xBB\xBF";

QByteArray cellOf(QString text, bool isWord) {
  if (isWord && !text.isEmpty() && QStringLiteral("=+-@\t").contains(text.front()))
    text.prepend(QLatin1Char('\''));
  if (text.contains(QLatin1Char(';')) || text.contains(QLatin1Char('"'))
      || text.contains(QLatin1Char('\n')))
    text =
        QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
  return text.toUtf8();
}

class CsvFile final : public TableFile {
public:
  CsvFile(const QString& path, const QString& title) : m_file{path} {
    m_file.open(QIODevice::WriteOnly);
    m_file.write(mark);
    if (!title.isEmpty())
      add({title});
  }

  void begin(const QString& title, const QStringList& headings) override {
    if (!title.isEmpty()) {
      m_file.write("\r\n");
      add({title});
    }
    ReportRow row;
    for (const auto& heading : headings)
      row.emplace_back(heading);
    add(row);
  }
  void add(const ReportRow& row) override {
    QByteArray line;
    for (std::size_t i = 0; i < row.size(); ++i)
      line += (i == 0 ? QByteArray{} : QByteArrayLiteral(";"))
              + cellOf(plainText(row[i]), std::holds_alternative<QString>(row[i]));
    m_file.write(line + "\r\n");
  }
  bool finish() override { return m_file.commit(); }
  [[nodiscard]] QString trouble() const override { return m_file.errorString(); }

private:
  QSaveFile m_file;
};

} // namespace

std::unique_ptr<TableFile> makeCsv(const QString& path, const QString& title) {
  return std::make_unique<CsvFile>(path, title);
}

void write(TableFile& file, const ReportTable& table) {
  for (const auto& section : table.sections) {
    file.begin(section.title, section.headings);
    for (const auto& row : section.rows)
      file.add(row);
  }
}

} // namespace palang::mobile
