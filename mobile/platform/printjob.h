#pragma once

#include "mobile/platform/printer.h"

#include <QObject>
#include <QTimer>

#include <utility>

namespace palang::mobile {

/// One connection to a printer, one job: tells once what came of it, at the latest when its
/// patience ends, and deletes itself.
class PrintJob : public QObject {
public:
  PrintJob(QObject* parent, QByteArray bytes, Printer::Done done)
      : QObject(parent), m_bytes(std::move(bytes)), m_done(std::move(done)) {
    connect(&m_patience, &QTimer::timeout, this,
            [this] { finish(QStringLiteral("the printer does not answer")); });
  }

protected:
  void waitAtMost(std::chrono::seconds patience) { m_patience.start(patience); }
  /// Empty: done. Anything after the first is not told.
  void finish(const QString& why) {
    m_patience.stop();
    if (const auto done = std::exchange(m_done, {}))
      done(why);
    deleteLater();
  }
  [[nodiscard]] const QByteArray& bytes() const { return m_bytes; }

private:
  QByteArray m_bytes;
  Printer::Done m_done;
  QTimer m_patience;
};

} // namespace palang::mobile
