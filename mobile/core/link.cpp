#include "mobile/core/link.h"

#include "mobile/core/clockestimator.h"
#include "mobile/core/linkmachine.h"
#include "mobile/core/monotonicclock.h"
#include "shared/protocol/codec.hpp"
#include "shared/protocol/limits.hpp"

#include <QNetworkInformation>
#include <QNetworkRequest>
#include <QTimer>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <utility>

namespace palang::mobile {

namespace close_code = protocol::close_code;

namespace {

/// A batch may be many events; a server that sends more at once is none of ours.
constexpr quint64 largestMessage = 16 * 1024 * 1024;

[[nodiscard]] bool isTold(std::uint16_t code) {
  constexpr std::array told{close_code::unauthorized, close_code::forbidden, close_code::taken_over,
                            close_code::bad_message,  close_code::not_text,  close_code::too_large};
  return std::ranges::find(told, code) != told.end();
}

} // namespace

struct Link::Private {
  using Action = LinkMachine::Action;
  using Phase = LinkMachine::Phase;

  Private(Link& link, const clock& c)
      : owner{link}, time{c}, machine{std::random_device{}()}, estimator{c, bootId()} {}

  void run(Action action);
  void connectSocket();
  void forgetSocket();
  void greet();
  void ping();
  void socketClosed();
  void readFrame(const QString& frame);
  void handle(const protocol::server_message& message);
  void welcome(const protocol::welcome& w);
  void pong(const protocol::pong& p);
  void setDatabase(bool up, std::optional<instant> serverSince, const QString& why);
  /// After everything that may have changed the machine.
  void settle();
  [[nodiscard]] State currentState() const;

  Link& owner;
  const clock& time;
  LinkMachine machine;
  ClockEstimator estimator;
  QUrl url;
  protocol::hello greeting;
  QWebSocket* socket = nullptr; ///< Child of the link; never used once forgotten.
  QTimer timer;
  bool isDatabaseUp = true;
  QString detail;
  milliseconds greetedAt{0};
  std::map<std::int64_t, milliseconds>
      pings; ///< Number and monotonic time of each ping without its pong.
  State shownState = State::Idle;
  bool shownChecking = false;
  std::optional<instant> since;
  std::optional<instant> databaseSince; ///< As the server told with its last change.
};

Link::Link(const clock& time, QObject* parent)
    : QObject{parent}, d{std::make_unique<Private>(*this, time)} {
  d->timer.setSingleShot(true);
  connect(&d->timer, &QTimer::timeout, this,
          [this] { d->run(d->machine.tick(d->time.monotonic())); });
  if (QNetworkInformation::loadDefaultBackend())
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
            [this](auto reach) {
              if (reach == QNetworkInformation::Reachability::Online)
                d->run(d->machine.networkBack(d->time.monotonic()));
            });
}

Link::~Link() {
  d->forgetSocket();
}

void Link::open(const QUrl& url, const protocol::hello& greeting) {
  d->forgetSocket();
  d->url = url;
  auto resume = std::exchange(d->greeting, greeting).resume;
  if (!d->greeting.resume)
    d->greeting.resume = std::move(resume);
  d->run(d->machine.open(d->time.monotonic()));
}

void Link::setResume(const std::optional<protocol::resume_point>& resume) {
  d->greeting.resume = resume;
}

void Link::close() {
  d->forgetSocket();
  d->machine.close();
  d->detail.clear();
  d->settle();
}

void Link::checkNow() {
  d->run(d->machine.checkNow(d->time.monotonic()));
}

void Link::restart() {
  d->run(d->machine.giveUp(d->time.monotonic()));
}

bool Link::send(const protocol::client_message& message) {
  if (d->machine.phase() != LinkMachine::Phase::Greeted)
    return false;
  return d->socket->sendTextMessage(QString::fromStdString(protocol::encode(message))) > 0;
}

void Link::confirmHealthy() {
  d->machine.confirmHealthy();
}

Link::State Link::state() const {
  return d->currentState();
}

bool Link::isChecking() const {
  const auto phase = d->machine.phase();
  return phase == LinkMachine::Phase::Opening || phase == LinkMachine::Phase::Greeting;
}

std::optional<milliseconds> Link::clockOffset() const {
  return d->estimator.offset();
}

std::optional<milliseconds> Link::roundTrip() const {
  return d->estimator.roundTrip();
}

std::optional<instant> Link::stateSince() const {
  return d->since;
}

QString Link::detail() const {
  return d->detail;
}

ClockEstimator& Link::clockEstimator() {
  return d->estimator;
}

void Link::Private::run(Action action) {
  switch (action) {
  case Action::None:
    break;
  case Action::Connect:
    connectSocket();
    break;
  case Action::Greet:
    greet();
    break;
  case Action::Ping:
    ping();
    break;
  case Action::Drop:
    detail = QStringLiteral("no answer");
    forgetSocket();
    break;
  }
  settle();
}

void Link::Private::connectSocket() {
  forgetSocket();
  socket = new QWebSocket{QString{}, QWebSocketProtocol::VersionLatest, &owner};
  socket->setMaxAllowedIncomingMessageSize(largestMessage);
  QObject::connect(socket, &QWebSocket::connected, &owner,
                   [this] { run(machine.socketOpened(time.monotonic())); });
  QObject::connect(socket, &QWebSocket::disconnected, &owner, [this] { socketClosed(); });
  QObject::connect(socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), &owner,
                   [this] { detail = socket->errorString(); });
  QObject::connect(socket, &QWebSocket::textMessageReceived, &owner,
                   [this](const QString& frame) { readFrame(frame); });
  QWebSocketHandshakeOptions options;
  options.setSubprotocols({QStringLiteral("palang.v1")});
  socket->open(QNetworkRequest{url}, options);
}

void Link::Private::forgetSocket() {
  auto* old = std::exchange(socket, nullptr);
  pings.clear();
  if (old == nullptr)
    return;
  // Its destructor would tell of the disconnection, and it may be the caller.
  old->disconnect(&owner);
  old->abort();
  old->deleteLater();
}

void Link::Private::greet() {
  greetedAt = time.monotonic();
  socket->sendTextMessage(
      QString::fromStdString(protocol::encode(protocol::client_message{greeting})));
}

void Link::Private::ping() {
  pings.emplace(machine.pingNumber(), time.monotonic());
  owner.send(protocol::ping{machine.pingNumber()});
}

void Link::Private::socketClosed() {
  const auto code = static_cast<std::uint16_t>(socket->closeCode());
  const auto reason = socket->closeReason();
  if (!reason.isEmpty())
    detail = reason;
  forgetSocket();
  machine.closed(time.monotonic(), code);
  settle();
  if (isTold(code))
    emit owner.refused(code, reason);
}

void Link::Private::readFrame(const QString& frame) {
  const auto* from = socket;
  machine.heard(time.monotonic());
  const auto messages = protocol::decode_server_frame(frame.toStdString());
  if (!messages) {
    qWarning("a frame of the server cannot be read: %s", messages.error().message.c_str());
    return;
  }
  for (const auto& message : *messages) {
    handle(message);
    // Whoever heard of the message may have closed the link.
    if (socket != from)
      return;
  }
  settle();
  emit owner.frameEnded();
}

void Link::Private::handle(const protocol::server_message& message) {
  if (const auto* w = std::get_if<protocol::welcome>(&message)) {
    welcome(*w);
    return;
  }
  if (const auto* p = std::get_if<protocol::pong>(&message)) {
    pong(*p);
    return;
  }
  if (const auto* s = std::get_if<protocol::status>(&message))
    setDatabase(s->is_db_up, s->since, QString::fromStdString(s->detail));
  emit owner.received(message);
}

void Link::Private::welcome(const protocol::welcome& w) {
  if (machine.phase() != Phase::Greeting)
    return;
  estimator.addSample(w.server_time, greetedAt, time.monotonic());
  isDatabaseUp = w.is_db_up;
  detail.clear();
  run(machine.welcomed(time.monotonic(), milliseconds{w.heartbeat_ms},
                       milliseconds{w.reconnect_jitter_ms}));
  emit owner.clockSampled();
  emit owner.welcomed(w);
}

void Link::Private::pong(const protocol::pong& p) {
  machine.ponged(p.n);
  if (const auto sent = pings.find(p.n); sent != pings.end()) {
    estimator.addSample(p.server_time, sent->second, time.monotonic());
    pings.erase(pings.begin(), std::next(sent));
    emit owner.clockSampled();
  }
  setDatabase(p.is_db_up, std::nullopt, {});
}

void Link::Private::setDatabase(bool up, std::optional<instant> serverSince, const QString& why) {
  if (up == isDatabaseUp)
    return;
  isDatabaseUp = up;
  databaseSince = serverSince;
  detail = why;
  settle();
}

void Link::Private::settle() {
  if (const auto due = machine.deadline())
    timer.start(std::max(milliseconds{0}, *due - time.monotonic()));
  else
    timer.stop();
  const auto state = currentState();
  const auto checking = owner.isChecking();
  if (state == shownState && checking == shownChecking)
    return;
  if (state != shownState)
    since = std::exchange(databaseSince, std::nullopt).value_or(time.now());
  shownState = state;
  shownChecking = checking;
  emit owner.stateChanged();
}

Link::State Link::Private::currentState() const {
  switch (machine.phase()) {
  case Phase::Idle:
  case Phase::Parked:
    return State::Idle;
  case Phase::Waiting:
  case Phase::Opening:
  case Phase::Greeting:
    return State::Connecting;
  case Phase::Greeted:
    break;
  }
  return isDatabaseUp ? State::Up : State::DatabaseDown;
}

} // namespace palang::mobile
