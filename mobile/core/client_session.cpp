#include "mobile/core/client_p.h"
#include "mobile/core/clockestimator.h"
#include "shared/protocol/limits.hpp"

#include <QTimer>

/// Who works, where the server is and which history it tells.
namespace palang::mobile {

using namespace std::chrono_literals;
namespace close_code = protocol::close_code;

namespace {

constexpr milliseconds clockKeptEvery = 60s;

constexpr auto clockPairKey = "clock.pair";
constexpr auto boundSiteKey = "site.id";

} // namespace

result<void> Client::Private::loadDevice() {
  auto loaded = deviceIdentity(store, time.now());
  if (!loaded)
    return fail(loaded.error());
  device = *std::move(loaded);
  recorder.setDevice(&*device);
  return {};
}

void Client::Private::loadClock() {
  if (const auto text = store.setting(clockPairKey))
    if (const auto pair = clockPairFrom(*text))
      link.clockEstimator().restore(*pair);
}

void Client::Private::openFolders() {
  photos.emplace(store, options.dataDir, link);
  QObject::connect(&photos->uploader, &PhotoUploader::uploaded, &owner, &Client::photosChanged);
  carried.emplace(store, options.dataDir, link);
  QObject::connect(&carried->uploader, &CarriedUploader::changed, &owner, &Client::carriedChanged);
}

void Client::Private::targetUploads() {
  if (!photos)
    return;
  const auto server = identity && !identity->token.empty()
                          ? ServerAddress::parse(QString::fromStdString(identity->serverUrl))
                          : std::nullopt;
  const auto target =
      server ? std::optional{PhotoUploader::Target{*server, identity->token}} : std::nullopt;
  photos->uploader.setTarget(target);
  // A supervisor's desk brings nothing: the server takes copies from approved devices.
  carried->uploader.setTarget(device ? target : std::nullopt);
}

void Client::Private::letPhotosGo() {
  if (photos)
    photos->uploader.setWaiting(sync.isSending());
}

void Client::Private::keepClock() {
  const auto pair = link.clockEstimator().pair();
  if (!pair || (clockKeptAt && time.monotonic() - *clockKeptAt < clockKeptEvery))
    return;
  if (const auto kept = store.setSetting(clockPairKey, toText(*pair)); !kept)
    qWarning("the clock's offset is not kept: %s", kept.error().message.c_str());
  clockKeptAt = time.monotonic();
}

void Client::Private::connectToServer() {
  if (!identity || !options.connects)
    return;
  const auto server = ServerAddress::parse(QString::fromStdString(identity->serverUrl));
  if (!server || identity->token.empty()) {
    QTimer::singleShot(0, &owner,
                       [this] { emit owner.notice(QStringLiteral("login_needed"), {}); });
    return;
  }
  protocol::hello greeting;
  greeting.token = identity->token;
  greeting.app = options.app;
  greeting.app_version = PALANG_VERSION;
  greeting.topics = options.topics;
  greeting.is_batch = true;
  link.setResume(replica.cursor());
  link.open(server->socket, greeting);
}

void Client::Private::loggedIn(const ServerAddress& server, const protocol::login_reply& reply) {
  if (!mayChangeSite(reply.site_id)) {
    login.revoke(server, reply.token);
    emit owner.loginFailed(QStringLiteral("other_site"), QString::fromStdString(reply.site_name));
    return;
  }
  identity = Identity{server.socket.toString().toStdString(),
                      reply.token,
                      reply.expires_at,
                      reply.who,
                      reply.site_id,
                      reply.site_name};
  const auto kept = keepIdentity(store, *identity).and_then([&] {
    return store.setSetting(boundSiteKey, to_string(reply.site_id));
  });
  if (!kept)
    qWarning("the log-in is not kept: %s", kept.error().message.c_str());
  emit owner.identityChanged();
  connectToServer();
  emit owner.loggedIn();
}

bool Client::Private::mayChangeSite(const uuid& site) {
  const auto before = store.setting(boundSiteKey);
  if (!before || *before == to_string(site))
    return true;
  const auto counts = store.counts();
  if (!counts || counts->pending > 0 || counts->quarantined > 0)
    return false;
  if (const auto left = store.leaveHistory(); !left)
    return false;
  replica.forget();
  return true;
}

void Client::Private::refused(quint16 code, const QString& reason) {
  switch (code) {
  case close_code::unauthorized:
    expireToken();
    emit owner.notice(QStringLiteral("login_needed"), reason);
    break;
  case close_code::forbidden:
    emit owner.notice(QStringLiteral("revoked"), reason);
    break;
  case close_code::taken_over:
    emit owner.notice(QStringLiteral("taken_over"), reason);
    break;
  default:
    emit owner.notice(QStringLiteral("protocol_error"), reason);
  }
}

void Client::Private::expireToken() {
  if (!identity)
    return;
  identity->token.clear();
  if (const auto kept = keepIdentity(store, *identity); !kept)
    qWarning("the log-in is not kept: %s", kept.error().message.c_str());
  emit owner.identityChanged();
}

void Client::Private::meetHistory(const std::string& epoch) {
  if (store.historyMet() == epoch)
    return;
  // The photos first: what is cut off between the two is done again at the next welcome.
  const auto photosBack = store.historyMet() ? photos->store.sendAgain() : result<int>{0};
  const auto returned = photosBack.and_then([&](int) { return store.meetHistory(epoch); });
  if (!returned) {
    qWarning("the archive is not given back: %s", returned.error().message.c_str());
    return;
  }
  if (*returned == 0)
    return;
  sync.reload();
  emit owner.photosChanged();
  emit owner.notice(QStringLiteral("server_restored"), QString::number(*returned));
}

void Client::Private::cleanArchive() {
  const auto& config = replica.config();
  const auto days = (config ? config->retention : protocol::retention_config{}).archive_days;
  if (days == 0)
    return;
  const auto cleaned = store.cleanArchive(days)
                           .and_then([&](int) { return photos->store.clean(days); })
                           .and_then([&](int) { return carried->store.clean(days); });
  if (!cleaned)
    qWarning("the archive is not cleaned: %s", cleaned.error().message.c_str());
}

void Client::Private::linkChanged() {
  if (isUp() == wasOnline)
    return;
  wasOnline = isUp();
  emit owner.onlineChanged();
}

} // namespace palang::mobile
