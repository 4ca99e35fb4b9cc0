#pragma once

#include "mobile/desk/period.h"
#include "mobile/features/settings/configdraft.h"
#include "shared/protocol/supervision.hpp"

namespace palang::mobile {

/// Yesterday's stays priced again under a draft, page by page on the server: shows how far it is,
/// and can be stopped.
class TariffReplay : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(palang::mobile::ConfigDraft* draft MEMBER m_draft REQUIRED)
  Q_PROPERTY(bool running READ isRunning NOTIFY changed)
  Q_PROPERTY(double progress READ progress NOTIFY changed)
  Q_PROPERTY(QString summary READ summary NOTIFY changed)
  Q_PROPERTY(QVariantList examples READ examples NOTIFY changed)

public:
  using QObject::QObject;

  [[nodiscard]] bool isRunning() const { return m_isRunning; }
  [[nodiscard]] double progress() const; ///< 0 to 1, about.
  /// What it comes to so far, or why it stopped.
  [[nodiscard]] QString summary() const { return m_summary; }
  /// The greatest changes: {plate, before, after}.
  [[nodiscard]] QVariantList examples() const;

  /// The stays of this class that left within the period, under the draft's tariff at `index`.
  Q_INVOKABLE void start(int index, palang::mobile::Period* period);
  Q_INVOKABLE void cancel();

signals:
  void changed();

private:
  void ask();
  void take(const result<std::string>& data);
  void finish(const QString& summary);
  [[nodiscard]] QString sums() const;

  ConfigDraft* m_draft = nullptr;
  protocol::tariff_replay m_question;
  protocol::replay_page m_sum;
  int m_asked = 0; ///< Answers to a stopped one are dropped.
  bool m_isRunning = false;
  QString m_summary;
};

} // namespace palang::mobile
