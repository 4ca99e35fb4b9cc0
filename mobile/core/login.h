#pragma once

#include "mobile/core/serveraddress.h"
#include "shared/protocol/messages.hpp"

#include <QNetworkAccessManager>
#include <QObject>

#include <string>

namespace palang::mobile {

/// The log-in and log-out requests (PROTOCOL section 2). One log-in at a time: a new one replaces
/// the last. Thread: its own.
class Login : public QObject {
  Q_OBJECT

public:
  using QObject::QObject;

  void start(const ServerAddress& server, const protocol::login_request& request);
  /// Revokes the token; nobody waits for the answer.
  void revoke(const ServerAddress& server, const std::string& token);

signals:
  void succeeded(const palang::mobile::ServerAddress& server,
                 const palang::protocol::login_reply& reply);
  /// `code`: the server's, or "unreachable".
  void failed(const QString& code, const QString& message);

private:
  void read(QNetworkReply* reply, const ServerAddress& server);

  QNetworkAccessManager m_network;
  QNetworkReply* m_current = nullptr;
};

} // namespace palang::mobile
