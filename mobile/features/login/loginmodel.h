#pragma once

#include "mobile/base/pairing.h"
#include "mobile/base/workplace.h"

#include <QObject>
#include <QString>

namespace palang::mobile {

/// One log-in: what was typed last, whether it is under way, and in words why it failed and what to
/// do next.
class LoginModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(palang::mobile::Workplace* workplace READ workplace WRITE setWorkplace NOTIFY
                 workplaceChanged REQUIRED)
  Q_PROPERTY(QString lastServer READ lastServer NOTIFY workplaceChanged)
  Q_PROPERTY(QString lastUsername READ lastUsername NOTIFY workplaceChanged)
  Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
  Q_PROPERTY(QString trouble READ trouble NOTIFY changed)
  Q_PROPERTY(QString nextStep READ nextStep NOTIFY changed)
  Q_PROPERTY(QString deviceCode READ deviceCode NOTIFY changed)
  Q_PROPERTY(QString shortCode READ shortCode NOTIFY changed)
  Q_PROPERTY(bool enrolmentHelps READ doesEnrolmentHelp NOTIFY changed)

public:
  using QObject::QObject;

  [[nodiscard]] Workplace* workplace() const { return m_workplace; }
  void setWorkplace(Workplace* workplace);
  [[nodiscard]] QString lastServer() const;
  [[nodiscard]] QString lastUsername() const;
  [[nodiscard]] bool isBusy() const { return m_isBusy; }
  [[nodiscard]] QString trouble() const { return m_trouble; }
  [[nodiscard]] QString nextStep() const { return m_nextStep; }
  /// The server wants this device approved or enrolled.
  [[nodiscard]] bool doesEnrolmentHelp() const { return m_doesEnrolmentHelp; }

  /// What this device shows to whoever approves it, see pairing.h; both empty at a desk.
  [[nodiscard]] QString deviceCode() const;
  [[nodiscard]] QString shortCode() const;
  /// The server's address in a code that a desk shows; empty when it is none.
  Q_INVOKABLE [[nodiscard]] QString serverIn(const QString& code) const;

  Q_INVOKABLE void login(const QString& server, const QString& username, const QString& password,
                         const QString& enrolment);
  Q_INVOKABLE void dismiss();

signals:
  void workplaceChanged();
  void changed();

private:
  [[nodiscard]] std::optional<pairing::DeviceCode> device() const;
  void fail(const QString& trouble, const QString& nextStep);
  void failed(const QString& code, const QString& message);
  void succeeded();

  Workplace* m_workplace = nullptr;
  QString m_server;
  QString m_username;
  bool m_isBusy = false;
  QString m_trouble;
  QString m_nextStep;
  bool m_doesEnrolmentHelp = false;
};

} // namespace palang::mobile
