#include "mobile/core/client_p.h"
#include "mobile/core/clockestimator.h"
#include "mobile/core/pricing.h"

#include <QDir>
#include <QTimer>

namespace palang::mobile {

using namespace std::chrono_literals;

namespace {

constexpr milliseconds answerDeadline = 10s;

} // namespace

/// What was recorded is sent, and shown.
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

Client::Client(const clock& time, Options options, QObject* parent)
    : QObject{parent}, d{std::make_unique<Private>(*this, time, std::move(options))} {
  connect(&d->link, &Link::stateChanged, this, [this] { d->linkChanged(); });
  connect(&d->link, &Link::refused, this,
          [this](quint16 code, const QString& reason) { d->refused(code, reason); });
  connect(this, &Client::identityChanged, this, [this] { d->targetUploads(); });
  connect(&d->link, &Link::welcomed, this, [this](const protocol::welcome& w) {
    d->meetHistory(w.epoch);
    d->cleanArchive();
  });
  connect(&d->link, &Link::clockSampled, this, [this] { d->keepClock(); });
  connect(&d->replica, &Replica::eventReceived, this, &Client::eventReceived);
  connect(&d->replica, &Replica::configChanged, this, &Client::configChanged);
  connect(&d->replica, &Replica::sessionsChanged, this, &Client::sessionsChanged);
  connect(&d->replica, &Replica::resyncNeeded, this, &Client::resyncNeeded);
  connect(&d->sync, &SyncController::settled, this, &Client::sessionsChanged);
  connect(&d->sync, &SyncController::sendingChanged, this, [this] { d->letPhotosGo(); });
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
  d->openFolders();
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

result<CarriedCopy> Client::carry(const crypto::bytes& sealed, std::uint16_t deviceNo,
                                  int records) {
  auto kept = d->carried->store.add(sealed, deviceNo, records);
  if (kept) {
    d->carried->uploader.start();
    emit carriedChanged();
  }
  return kept;
}

CarriedStore& Client::carried() {
  return d->carried->store;
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

} // namespace palang::mobile
