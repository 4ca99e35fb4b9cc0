#include "mobile/core/login.h"

#include "shared/protocol/codec.hpp"

#include <QNetworkReply>
#include <QNetworkRequest>

#include <chrono>

namespace palang::mobile {

namespace {

constexpr std::chrono::milliseconds timeout{10'000};

[[nodiscard]] QNetworkRequest jsonRequest(const QUrl& url) {
  QNetworkRequest request{url};
  request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
  request.setTransferTimeout(static_cast<int>(timeout.count()));
  return request;
}

[[nodiscard]] QString words(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

void Login::start(const ServerAddress& server, const protocol::login_request& request) {
  if (m_current != nullptr) {
    m_current->disconnect(this);
    m_current->abort();
    m_current->deleteLater();
  }
  m_current = m_network.post(jsonRequest(server.http(QStringLiteral("/login"))),
                             QByteArray::fromStdString(protocol::encode(request)));
  connect(m_current, &QNetworkReply::finished, this,
          [this, reply = m_current, server] { read(reply, server); });
}

void Login::revoke(const ServerAddress& server, const std::string& token) {
  auto request = jsonRequest(server.http(QStringLiteral("/logout")));
  request.setRawHeader("Authorization", "Bearer " + QByteArray::fromStdString(token));
  auto* reply = m_network.post(request, QByteArrayLiteral("{}"));
  connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
}

void Login::read(QNetworkReply* reply, const ServerAddress& server) {
  m_current = nullptr;
  reply->deleteLater();
  const auto body = reply->readAll().toStdString();
  const auto status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute);
  if (!status.isValid()) {
    emit failed(QStringLiteral("unreachable"), reply->errorString());
    return;
  }
  if (status.toInt() == 200) {
    if (const auto answer = protocol::decode_login_reply(body))
      emit succeeded(server, *answer);
    else
      emit failed(words(to_string(answer.error().code)),
                  QString::fromStdString(answer.error().message));
    return;
  }
  if (const auto why = protocol::decode_http_error(body))
    emit failed(words(to_string(why->code)), QString::fromStdString(why->message));
  else
    emit failed(QStringLiteral("unreachable"),
                QStringLiteral("HTTP %1 without a reason").arg(status.toInt()));
}

} // namespace palang::mobile
