#include "mobile/core/photouploader.h"

#include <QFile>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>
#include <chrono>

namespace palang::mobile {

using namespace std::chrono_literals;

namespace {

/// Of a round that left photos behind; a new photo or connection begins the next one at once.
constexpr milliseconds roundPause = 60s;
/// Without a byte moving; a slow network may take long for 5 MiB.
constexpr milliseconds transferTimeout = 30s;
constexpr int looksAhead = 50;

[[nodiscard]] QByteArray mediaTypeOf(const QByteArray& bytes) {
  return bytes.startsWith("\x89PNG") ? "image/png" : "image/jpeg";
}

} // namespace

PhotoUploader::PhotoUploader(PhotoStore& photos, Link& link, QObject* parent)
    : QObject{parent}, m_photos{photos}, m_link{link} {
  m_retry.setSingleShot(true);
  connect(&m_retry, &QTimer::timeout, this, &PhotoUploader::start);
  connect(&link, &Link::stateChanged, this, [this] {
    if (m_link.state() == Link::State::Up)
      start();
  });
}

void PhotoUploader::setTarget(std::optional<Target> target) {
  m_target = std::move(target);
}

void PhotoUploader::setWaiting(bool isWaiting) {
  if (isWaiting == m_isWaiting)
    return;
  m_isWaiting = isWaiting;
  if (!isWaiting)
    uploadNext();
}

void PhotoUploader::start() {
  m_failed.clear();
  uploadNext();
}

std::optional<WaitingPhoto> PhotoUploader::next() const {
  const auto waiting = m_photos.pending(looksAhead);
  if (!waiting)
    return std::nullopt;
  const auto found = std::ranges::find_if(
      *waiting, [this](const WaitingPhoto& p) { return !m_failed.contains(p.sha256); });
  return found == waiting->end() ? std::nullopt : std::optional{*found};
}

void PhotoUploader::uploadNext() {
  if (m_current != nullptr || m_isWaiting || !m_target || m_link.state() != Link::State::Up)
    return;
  if (const auto photo = next())
    upload(*photo);
  else if (!m_failed.empty())
    m_retry.start(roundPause);
}

void PhotoUploader::upload(const WaitingPhoto& photo) {
  QFile file{photo.path};
  if (!file.open(QIODevice::ReadOnly)) {
    qWarning("a photo cannot be read: %s", qPrintable(photo.path));
    m_failed.insert(photo.sha256);
    uploadNext();
    return;
  }
  const auto bytes = file.readAll();
  QNetworkRequest request{
      m_target->server.http(QStringLiteral("/photos/") + QString::fromStdString(photo.sha256))};
  request.setHeader(QNetworkRequest::ContentTypeHeader, mediaTypeOf(bytes));
  request.setRawHeader("Authorization", "Bearer " + QByteArray::fromStdString(m_target->token));
  request.setTransferTimeout(static_cast<int>(transferTimeout.count()));
  m_current = m_network.put(request, bytes);
  connect(m_current, &QNetworkReply::finished, this,
          [this, sha256 = photo.sha256, reply = m_current] { finish(sha256, reply); });
}

void PhotoUploader::finish(const std::string& sha256, QNetworkReply* reply) {
  m_current = nullptr;
  reply->deleteLater();
  const auto status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
  const bool isThere = status == 200 || status == 201;
  const auto marked = isThere ? m_photos.markUploaded(sha256) : result<void>{};
  if (isThere && marked) {
    emit uploaded();
  } else {
    qWarning("a photo stays here for now: %s",
             isThere ? marked.error().message.c_str() : qPrintable(reply->errorString()));
    m_failed.insert(sha256);
  }
  uploadNext();
}

} // namespace palang::mobile
