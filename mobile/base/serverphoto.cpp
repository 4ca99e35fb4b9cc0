#include "mobile/base/serverphoto.h"

#include "mobile/core/serveraddress.h"
#include "shared/core/crypto.hpp"

#include <QNetworkReply>

namespace palang::mobile {

namespace {

constexpr int patienceMs = 10'000;

std::string hashOf(const QByteArray& bytes) {
  return crypto::to_hex(crypto::sha256_of(bytes.toStdString()));
}

} // namespace

void ServerPhoto::show(Client& client, const std::optional<std::string>& sha256) {
  if (m_reply) {
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
  }
  const auto path = sha256 ? client.photoPath(*sha256) : QString{};
  settle(path.isEmpty() ? QUrl{} : QUrl::fromLocalFile(path));
  if (sha256 && path.isEmpty() && client.isOnline())
    fetch(client, *sha256);
}

void ServerPhoto::fetch(Client& client, const std::string& sha256) {
  const auto identity = client.identity();
  const auto server =
      identity ? ServerAddress::parse(QString::fromStdString(identity->serverUrl)) : std::nullopt;
  if (!server)
    return;
  QNetworkRequest request{
      server->http(QStringLiteral("/photos/") + QString::fromStdString(sha256))};
  request.setRawHeader("Authorization", "Bearer " + QByteArray::fromStdString(identity->token));
  request.setTransferTimeout(patienceMs);
  m_reply = m_network.get(request);
  connect(m_reply, &QNetworkReply::finished, this,
          [this, sha256, reply = m_reply.data()] { take(sha256, reply); });
}

void ServerPhoto::take(const std::string& sha256, QNetworkReply* reply) {
  reply->deleteLater();
  const auto bytes = reply->readAll();
  // Without it the car leaves all the same.
  if (reply->error() == QNetworkReply::NoError && hashOf(bytes) == sha256)
    settle(QUrl(QStringLiteral("data:image/jpeg;base64,") + QString::fromLatin1(bytes.toBase64())));
}

void ServerPhoto::settle(const QUrl& url) {
  m_url = url;
  emit changed();
}

} // namespace palang::mobile
