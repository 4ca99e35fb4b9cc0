#pragma once

#include "mobile/features/reports/reportmodel.h"
#include "mobile/features/reports/tablefile.h"

namespace palang::mobile {

/// Where a report's file goes: `laporan/laporan-2025-03-24.csv` in the program's folder, which is
/// made when it is not there.
[[nodiscard]] QString reportPath(const Workplace& place, const Period& period, const QString& name,
                                 const QString& suffix);

/// Takes a report out of the program.
class ReportExport : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(palang::mobile::ReportModel* report MEMBER m_report REQUIRED)
  Q_PROPERTY(QString outcome READ outcome NOTIFY changed)
  Q_PROPERTY(bool failed READ hasFailed NOTIFY changed)
  Q_PROPERTY(QVariantList printers READ printers CONSTANT)

public:
  using QObject::QObject;

  /// Where the file is, or why there is none.
  [[nodiscard]] QString outcome() const { return m_outcome; }
  [[nodiscard]] bool hasFailed() const { return m_hasFailed; }

  /// Of this computer, its usual one first: {text, value}.
  [[nodiscard]] QVariantList printers() const;

  Q_INVOKABLE void saveCsv();
  Q_INVOKABLE void saveXlsx();
  Q_INVOKABLE void savePdf();
  /// `name`: a value of `printers`.
  Q_INVOKABLE void sendToPrinter(const QString& name);

signals:
  void changed();

private:
  void save(std::unique_ptr<TableFile> file, const QString& name);
  [[nodiscard]] QString path(const QString& suffix) const;
  void tell(const QString& outcome, bool hasFailed);

  ReportModel* m_report = nullptr;
  QString m_outcome;
  bool m_hasFailed = false;
};

} // namespace palang::mobile
