#include "mobile/core/carrieduploader.h"

#include "shared/protocol/codec.hpp"

#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>
#include <chrono>

namespace palang::mobile {

using namespace std::chrono_literals;

namespace {

/// As long as a photo's.
constexpr milliseconds roundPause = 60s;
/// The server answers once all of it is applied, which may take a while for thousands of records.
constexpr milliseconds transferTimeout = 90s;

result<protocol::outbox_receipt> receiptOf(QNetworkReply& reply) {
  const auto status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
  const auto body = reply.readAll().toStdString();
  if (status == 200)
    return protocol::decode_outbox_receipt(body);
  const auto refusal = protocol::decode_http_error(body);
  return fail(refusal ? *refusal
                      : error{errc::db_unavailable, reply.errorString().toStdString(), {}});
}

} // namespace

CarriedUploader::CarriedUploader(CarriedStore& copies, Link& link, QObject* parent)
    : QObject{parent}, m_copies{copies}, m_link{link} {
  m_retry.setSingleShot(true);
  connect(&m_retry, &QTimer::timeout, this, &CarriedUploader::start);
  connect(&link, &Link::stateChanged, this, [this] {
    if (m_link.state() == Link::State::Up)
      start();
  });
}

void CarriedUploader::setTarget(std::optional<PhotoUploader::Target> target) {
  m_target = std::move(target);
}

void CarriedUploader::start() {
  m_failed.clear();
  uploadNext();
}

void CarriedUploader::uploadNext() {
  if (m_current != nullptr || !m_target || m_link.state() != Link::State::Up)
    return;
  const auto waiting = m_copies.waiting();
  if (!waiting)
    return m_retry.start(roundPause);
  const auto next = std::ranges::find_if(
      *waiting, [this](const CarriedCopy& copy) { return !m_failed.contains(copy.sha256); });
  if (next != waiting->end())
    upload(*next);
  else if (!m_failed.empty())
    m_retry.start(roundPause);
}

void CarriedUploader::upload(const CarriedCopy& copy) {
  const auto sealed = m_copies.content(copy.sha256);
  if (!sealed) {
    keepTrouble(copy.sha256, sealed.error());
    return uploadNext();
  }
  QNetworkRequest request{
      m_target->server.http(QStringLiteral("/outboxes/") + QString::fromStdString(copy.sha256))};
  request.setHeader(QNetworkRequest::ContentTypeHeader, "application/octet-stream");
  request.setRawHeader("Authorization", "Bearer " + QByteArray::fromStdString(m_target->token));
  request.setTransferTimeout(static_cast<int>(transferTimeout.count()));
  m_current = m_network.put(request, *sealed);
  connect(m_current, &QNetworkReply::finished, this,
          [this, sha256 = copy.sha256, reply = m_current] { finish(sha256, reply); });
}

void CarriedUploader::finish(const std::string& sha256, QNetworkReply* reply) {
  m_current = nullptr;
  reply->deleteLater();
  const auto kept = receiptOf(*reply).and_then([&](const protocol::outbox_receipt& receipt) {
    return m_copies.markDelivered(sha256, receipt);
  });
  if (!kept)
    keepTrouble(sha256, kept.error());
  emit changed();
  uploadNext();
}

void CarriedUploader::keepTrouble(const std::string& sha256, const error& why) {
  m_failed.insert(sha256);
  qWarning("a carried copy stays here for now: %s", why.message.c_str());
  if (const auto noted =
          m_copies.noteTrouble(sha256, std::string{to_string(why.code)} + ": " + why.message);
      !noted)
    qWarning("that is not noted: %s", noted.error().message.c_str());
}

} // namespace palang::mobile
