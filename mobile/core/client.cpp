#include "mobile/core/client.h"

#include "mobile/core/clockestimator.h"
#include "mobile/core/deviceidentity.h"
#include "mobile/core/finder.h"
#include "mobile/core/login.h"
#include "mobile/core/photouploader.h"
#include "mobile/core/pricing.h"
#include "mobile/core/recorder.h"
#include "mobile/core/replica.h"
#include "mobile/core/requests.h"
#include "mobile/core/synccontroller.h"
#include "shared/protocol/limits.hpp"

#include <QDir>
#include <QTimer>

#include <utility>

namespace palang::mobile {

using namespace std::chrono_literals;
namespace close_code = protocol::close_code;

namespace {

constexpr milliseconds answerDeadline = 10s;
constexpr milliseconds clockKeptEvery = 60s;

constexpr auto clockPairKey = "clock.pair";
constexpr auto boundSiteKey = "site.id";

} // namespace

struct Client::Private {
  Private(Client& client, const clock& c, Options o)
      : owner{client}, time{c}, options{std::move(o)}, store{c}, link{c}, requests{link},
        replica{store, link, requests}, sync{store, link, c}, finder{store, replica, requests},
        recorder{{store, replica, link.clockEstimator(), c, [this] { return isUp(); },
                  [this] { return identity ? identity->user.username : std::string{}; }, nullptr}} {
  }

  [[nodiscard]] result<void> loadDevice();
  void loadClock();
  void keepClock();
  void connectToServer();
  void loggedIn(const ServerAddress& server, const protocol::login_reply& reply);
  [[nodiscard]] bool mayChangeSite(const uuid& site);
  void refused(quint16 code, const QString& reason);
  void expireToken();
  void linkChanged();
  void openPhotos();
  void targetPhotos();
  void meetHistory(const std::string& epoch);
  void cleanArchive();
  [[nodiscard]] bool isUp() const { return link.state() == Link::State::Up; }
  template <class T>
  [[nodiscard]] result<T> told(result<T> recorded);

  Client& owner;
  const clock& time;
  Options options;
  Store store;
  Link link;
  Requests requests;
  Replica replica;
  SyncController sync;
  Finder finder;
  Recorder recorder;
  Login login;
  /// Over the open store.
  struct Photos {
    Photos(Store& records, const QString& dataDir, Link& link)
        : store{records, dataDir}, uploader{store, link} {}
    PhotoStore store;
    PhotoUploader uploader;
  };
  std::optional<Photos> photos;
  std::optional<DeviceIdentity> device;
  std::optional<Identity> identity;
  std::optional<milliseconds> clockKeptAt;
  bool wasOnline = false;
};

Client::Client(const clock& time, Options options, QObject* parent)
    : QObject{parent}, d{std::make_unique<Private>(*this, time, std::move(options))} {
  connect(&d->link, &Link::stateChanged, this, [this] { d->linkChanged(); });
  connect(&d->link, &Link::refused, this,
          [this](quint16 code, const QString& reason) { d->refused(code, reason); });
  connect(this, &Client::identityChanged, this, [this] { d->targetPhotos(); });
  connect(&d->link, &Link::welcomed, this, [this](const protocol::welcome& w) {
    d->meetHistory(w.epoch);
    d->cleanArchive();
  });
  connect(&d->link, &Link::clockSampled, this, [this] { d->keepClock(); });
  connect(&d->replica, &Replica::eventReceived, this, &Client::eventReceived);
  connect(&d->replica, &Replica::configChanged, this, &Client::configChanged);
  connect(&d->replica, &Replica::sessionsChanged, this, &Client::sessionsChanged);
  connect(&d->replica, &Replica::resyncNeeded, this, &Client::resyncNeeded);
  connect(&d->sync, &SyncController::recordSettled, this, &Client::sessionsChanged);
  d->sync.setRenewal([this](const uuid& refused) { return d->recorder.renew(refused); });
  connect(&d->login, &Login::failed, this, &Client::loginFailed);
  connect(&d->login, &Login::succeeded, this,
          [this](const ServerAddress& server, const protocol::login_reply& reply) {
            d->loggedIn(server, reply);
          });
}

Client::~Client() {
  // What is torn down must not call back into what is already gone.
  d->link.disconnect();
}

result<OpenReport> Client::start() {
  const QDir dir{d->options.dataDir};
  if (!dir.mkpath(QStringLiteral(".")))
    return fail(errc::db_unavailable, "the folder cannot be made: " + dir.path().toStdString());
  auto opened = d->store.open(dir.filePath(QStringLiteral("palang.sqlite")));
  if (!opened)
    return opened;
  if (d->options.hasDevice)
    if (const auto loaded = d->loadDevice(); !loaded)
      return fail(loaded.error());
  d->loadClock();
  d->openPhotos();
  d->replica.load(d->device ? std::optional{d->device->keys.pub} : std::nullopt);
  d->cleanArchive();
  d->sync.reload();
  d->identity = keptIdentity(d->store);
  emit identityChanged();
  d->connectToServer();
  return opened;
}

void Client::login(const QString& serverUrl, const QString& username, const QString& password,
                   const QString& enrolment) {
  const auto server = ServerAddress::parse(serverUrl);
  if (!server) {
    emit loginFailed(QStringLiteral("bad_address"), serverUrl);
    return;
  }
  protocol::login_request request;
  request.username = username.trimmed().toLower().toStdString();
  request.password = password.toStdString();
  if (d->device) {
    request.device_id = d->device->id;
    request.device_key = crypto::to_base64(d->device->keys.pub);
  }
  if (d->device)
    request.device_no = d->replica.deviceNo();
  if (!enrolment.isEmpty())
    request.enrolment = enrolment.toStdString();
  d->login.start(*server, request);
}

void Client::logout() {
  if (!d->identity)
    return;
  const auto identity = *std::exchange(d->identity, std::nullopt);
  const auto server = ServerAddress::parse(QString::fromStdString(identity.serverUrl));
  if (server && !identity.token.empty())
    d->login.revoke(*server, identity.token);
  if (const auto forgotten = forgetIdentity(d->store); !forgotten)
    qWarning("the log-in is not forgotten: %s", forgotten.error().message.c_str());
  d->link.close();
  emit identityChanged();
}

bool Client::isLoggedIn() const {
  return d->identity.has_value();
}
bool Client::needsLogin() const {
  return !d->identity || d->identity->token.empty();
}
std::optional<Identity> Client::identity() const {
  return d->identity;
}
bool Client::isOnline() const {
  return d->isUp();
}

result<Client::Recorded> Client::recordEntry(const Entry& entry) {
  return d->told(d->recorder.entry(entry));
}

result<Client::Recorded> Client::recordExit(const Exit& exit) {
  return d->told(d->recorder.exit(exit));
}

result<OutboxRow> Client::record(const protocol::submit_data& data, const std::string& summary) {
  return d->told(d->recorder.other(data, summary));
}

void Client::submitNow(const protocol::submit_data& data, SubmitHandler handler) {
  if (d->device) {
    QTimer::singleShot(0, this, [handler = std::move(handler)] {
      handler(fail(errc::not_supported, "submissions of a device are numbered and stored"));
    });
    return;
  }
  protocol::submit submission;
  submission.id = make_uuid_v7(correctedNow());
  submission.taken_at = d->time.now();
  submission.clock = clockInfo();
  submission.data = data;
  d->requests.submit(submission, answerDeadline, std::move(handler));
}

void Client::find(const QString& text, FoundHandler handler) {
  QTimer::singleShot(0, this, [this, text, handler = std::move(handler)]() mutable {
    d->finder.find(text, isOnline(), std::move(handler));
  });
}

result<domain::fee> Client::quote(const protocol::session& s, bool isLostTicket) const {
  if (!config())
    return fail(errc::not_found, "no tariffs are known on this device yet");
  return priceStay(*config(), d->store, s, correctedNow(), isLostTicket);
}

void Client::query(const protocol::query_data& data, QueryHandler handler) {
  d->requests.query(data, answerDeadline, std::move(handler));
}

std::optional<protocol::config> Client::config() const {
  return d->replica.config();
}
std::int64_t Client::configVersion() const {
  return d->replica.configVersion();
}
std::optional<std::uint16_t> Client::deviceNo() const {
  return d->replica.deviceNo();
}
uuid Client::deviceId() const {
  return d->device ? d->device->id : uuid{};
}
std::optional<domain::ticket_key> Client::ownTicketKey() const {
  const auto number = deviceNo();
  return number ? d->replica.ticketKey(*number) : std::nullopt;
}
std::optional<crypto::shared_key> Client::approvalKey() const {
  return d->device && deviceNo() && siteKey() ? crypto::agree(d->device->keys.sec, *siteKey())
                                              : std::nullopt;
}
const std::optional<crypto::public_key>& Client::siteKey() const {
  return d->replica.siteKey();
}
bool Client::hasDevice() const {
  return d->options.hasDevice;
}
instant Client::correctedNow() const {
  return d->link.clockEstimator().correctedNow();
}
protocol::clock_info Client::clockInfo() const {
  return d->link.clockEstimator().info();
}
result<std::string> Client::addPhoto(const QByteArray& bytes, PhotoKind kind) {
  auto added = photos().add(bytes, kind);
  if (added) {
    d->photos->uploader.start();
    emit photosChanged();
  }
  return added;
}

int Client::photosPending() const {
  return d->photos ? d->photos->store.pendingCount().value_or(0) : 0;
}

QString Client::photoPath(const std::string& sha256) const {
  return d->photos ? d->photos->store.path(sha256) : QString{};
}

PhotoStore& Client::photos() {
  return d->photos->store;
}

Store& Client::store() {
  return d->store;
}
Link& Client::link() {
  return d->link;
}
SyncController& Client::sync() {
  return d->sync;
}
const clock& Client::time() const {
  return d->time;
}

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

void Client::Private::openPhotos() {
  photos.emplace(store, options.dataDir, link);
  QObject::connect(&photos->uploader, &PhotoUploader::uploaded, &owner, &Client::photosChanged);
}

void Client::Private::targetPhotos() {
  if (!photos)
    return;
  const auto server = identity && !identity->token.empty()
                          ? ServerAddress::parse(QString::fromStdString(identity->serverUrl))
                          : std::nullopt;
  photos->uploader.setTarget(server ? std::optional{PhotoUploader::Target{*server, identity->token}}
                                    : std::nullopt);
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
  const auto cleaned =
      store.cleanArchive(days).and_then([&](int) { return photos->store.clean(days); });
  if (!cleaned)
    qWarning("the archive is not cleaned: %s", cleaned.error().message.c_str());
}

void Client::Private::linkChanged() {
  if (isUp() == wasOnline)
    return;
  wasOnline = isUp();
  emit owner.onlineChanged();
}

template <class T>
result<T> Client::Private::told(result<T> recorded) {
  if (!recorded)
    return recorded;
  const OutboxRow* row = nullptr;
  if constexpr (std::is_same_v<T, OutboxRow>)
    row = &*recorded;
  else
    row = &recorded->row;
  sync.added(*row);
  emit owner.recorded(*row);
  emit owner.sessionsChanged();
  return recorded;
}

} // namespace palang::mobile
