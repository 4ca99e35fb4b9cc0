#pragma once

#include "mobile/desk/fetch.h"

#include <QVariantMap>

namespace palang::mobile {

/// One stay by its id, as every page shows it beside what the page is about.
class StayModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(palang::mobile::Workplace* workplace READ workplace WRITE setWorkplace NOTIFY
                 workplaceChanged REQUIRED)
  Q_PROPERTY(QString sessionId READ sessionId WRITE setSessionId NOTIFY sessionIdChanged)
  Q_PROPERTY(palang::mobile::Fetch* fetch READ fetch CONSTANT)
  Q_PROPERTY(QVariantMap facts READ facts NOTIFY changed)

public:
  explicit StayModel(QObject* parent = nullptr);

  [[nodiscard]] Workplace* workplace() const { return m_fetch.workplace(); }
  void setWorkplace(Workplace* workplace);
  [[nodiscard]] QString sessionId() const { return m_sessionId; }
  /// Empty: none.
  void setSessionId(const QString& sessionId);
  [[nodiscard]] Fetch* fetch() { return &m_fetch; }
  /// As of stayFacts(); empty until it is known.
  [[nodiscard]] QVariantMap facts() const;

signals:
  void workplaceChanged();
  void sessionIdChanged();
  void changed();

private:
  QString m_sessionId;
  std::optional<protocol::session> m_session;
  Fetch m_fetch;
};

} // namespace palang::mobile
