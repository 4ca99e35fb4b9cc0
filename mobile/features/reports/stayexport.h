#pragma once

#include "mobile/base/workplace.h"
#include "mobile/desk/period.h"
#include "mobile/features/reports/tablefile.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <memory>

namespace palang::mobile {

/// Writes every stay that left within a period into a file, page by page: it shows how far it is,
/// of how many when that is known, and can be stopped; a stopped or broken one leaves no file.
class StayExport : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(palang::mobile::Workplace* workplace READ workplace WRITE setWorkplace NOTIFY
                 workplaceChanged REQUIRED)
  Q_PROPERTY(bool running READ isRunning NOTIFY changed)
  Q_PROPERTY(int written READ written NOTIFY changed)
  Q_PROPERTY(int percent READ percent NOTIFY changed)
  Q_PROPERTY(QString outcome READ outcome NOTIFY changed)
  Q_PROPERTY(bool failed READ hasFailed NOTIFY changed)

public:
  using QObject::QObject;

  [[nodiscard]] Workplace* workplace() const { return m_workplace; }
  void setWorkplace(Workplace* workplace);
  [[nodiscard]] bool isRunning() const { return m_file != nullptr; }
  [[nodiscard]] int written() const { return m_written; }
  /// 0 to 100; -1 while it is not known of how many.
  [[nodiscard]] int percent() const;
  /// Where the file is, or why there is none; empty before the first.
  [[nodiscard]] QString outcome() const { return m_outcome; }
  [[nodiscard]] bool hasFailed() const { return m_hasFailed; }

  /// `suffix`: csv or xlsx. `expected`: how many there will be; 0 when nobody knows.
  Q_INVOKABLE void start(palang::mobile::Period* period, const QString& suffix, int expected);
  Q_INVOKABLE void cancel();

signals:
  void workplaceChanged();
  void changed();

private:
  void ask(const std::optional<std::string>& after);
  void take(const std::string& data);
  void finish(const QString& outcome, bool hasFailed);

  Workplace* m_workplace = nullptr;
  std::unique_ptr<TableFile> m_file;
  QString m_path;
  int m_expected = 0;
  instant m_from{};
  instant m_to{};
  int m_written = 0;
  int m_asked = 0; ///< Answers to a stopped one are dropped.
  QString m_outcome;
  bool m_hasFailed = false;
};

} // namespace palang::mobile
