#include "mobile/core/replica.h"

#include "mobile/core/sqlite.h"
#include "shared/protocol/codec.hpp"
#include "shared/protocol/limits.hpp"

#include <QByteArray>

#include <algorithm>
#include <sstream>
#include <utility>

namespace palang::mobile {

using namespace std::chrono_literals;

namespace {

constexpr milliseconds answerDeadline = 10s;
constexpr milliseconds retryAfter = 5s;

constexpr auto cursorKey = "resume";
constexpr auto configKey = "config.document";
constexpr auto configVersionKey = "config.version";
constexpr auto deviceNoKey = "device.no";
constexpr auto keysKey = "device.keys";

[[nodiscard]] std::optional<protocol::resume_point> cursorFrom(const std::string& text) {
  protocol::resume_point point;
  std::istringstream in{text};
  return in >> point.seq >> point.epoch ? std::optional{point} : std::nullopt;
}

/// That the connection broke is no news, and what was asked is asked again.
void warn(const char* what, const error& why) {
  if (!is_retryable(why.code))
    qWarning("%s: %s", what, why.message.c_str());
}

std::optional<crypto::public_key> siteKeyIn(const std::string& json) {
  const auto text = protocol::member_of(json, "site_key");
  const auto bytes = text ? crypto::from_base64(protocol::string_of(*text).value_or(""))
                          : std::optional<crypto::bytes>{};
  crypto::public_key key{};
  if (!bytes || bytes->size() != key.size())
    return std::nullopt;
  std::ranges::copy(*bytes, key.begin());
  return key;
}

} // namespace

Replica::Replica(Store& store, Link& link, Requests& requests, QObject* parent)
    : QObject{parent}, m_store{store}, m_link{link}, m_requests{requests} {
  m_retry.setSingleShot(true);
  connect(&m_retry, &QTimer::timeout, this, &Replica::fetchSessions);
  connect(&link, &Link::welcomed, this, &Replica::welcome);
  connect(&link, &Link::received, this, &Replica::read);
  connect(&link, &Link::frameEnded, this, &Replica::commit);
  connect(&link, &Link::stateChanged, this, &Replica::linkChanged);
  connect(&link, &Link::clockSampled, this, [this] { m_heardAt = m_store.time().now(); });
}

void Replica::load(const std::optional<crypto::public_key>& ownKey) {
  m_ownKey = ownKey;
  m_cursor = cursorFrom(m_store.setting(cursorKey).value_or(""));
  m_configVersion =
      QByteArray::fromStdString(m_store.setting(configVersionKey).value_or("")).toLongLong();
  if (auto document = protocol::decode_config(m_store.setting(configKey).value_or("")))
    m_config = *std::move(document);
  if (const auto number = m_store.setting(deviceNoKey))
    m_deviceNo = QByteArray::fromStdString(*number).toUShort();
  readKeys(m_store.setting(keysKey).value_or(""));
  m_link.setResume(m_cursor);
}

void Replica::forget() {
  for (const auto* key : {cursorKey, configKey, configVersionKey, deviceNoKey, keysKey})
    if (const auto removed = m_store.removeSetting(key); !removed)
      warn("a setting is not removed", removed.error());
  if (const auto emptied = m_store.replaceOpenSessions({}, instant{}); !emptied)
    warn("the replica is not emptied", emptied.error());
  m_cursor.reset();
  m_seen.reset();
  m_config.reset();
  m_configVersion = 0;
  m_deviceNo.reset();
  m_keys.clear();
  m_siteKey.reset();
  m_link.setResume(std::nullopt);
  emit configChanged();
  emit sessionsChanged();
}

std::optional<domain::ticket_key> Replica::ticketKey(std::uint16_t deviceNo) const {
  if (const auto found = m_keys.find(deviceNo); found != m_keys.end())
    return found->second;
  // A new device prints tickets before it hears of its own key.
  if (m_ownKey && deviceNo == m_deviceNo)
    return domain::ticket_key{*m_ownKey, instant{}, {}};
  return std::nullopt;
}

void Replica::linkChanged() {
  const auto state = m_link.state();
  if (state == Link::State::Up && m_seen && !m_isComplete)
    fetchSessions();
  if (state == Link::State::Up || state == Link::State::DatabaseDown || !m_seen)
    return;
  m_seen.reset();
  if (m_isComplete)
    m_store.setReplicaAsOf(m_heardAt);
}

void Replica::welcome(const protocol::welcome& w) {
  if (w.device_no)
    keepDeviceNo(*w.device_no);
  m_isFetching = false;
  m_arrived.clear();
  m_isComplete = w.is_resumed && m_cursor;
  m_seen = m_isComplete ? *m_cursor : protocol::resume_point{w.epoch, w.seq};
  if (!m_config || w.config_version != m_configVersion || !m_isComplete)
    fetchConfig();
  fetchKeys();
  if (m_isComplete)
    return;
  fetchSessions();
  emit resyncNeeded();
}

void Replica::read(const protocol::server_message& message) {
  const auto* e = std::get_if<protocol::event>(&message);
  if (e == nullptr || !m_seen || e->seq <= m_seen->seq)
    return;
  m_seen->seq = e->seq;
  apply(*e);
  emit eventReceived(*e);
}

void Replica::apply(const protocol::event& e) {
  if (e.kind == "config.changed")
    fetchConfig();
  if (e.event_topic != protocol::topic::session)
    return;
  auto session = protocol::member_of(e.data, "session").and_then(protocol::decode_session);
  if (!session) {
    warn("an event's session cannot be read", session.error());
    return;
  }
  const auto id = session->id;
  m_arrived.insert_or_assign(id, *std::move(session));
}

void Replica::commit() {
  const auto arrived = std::exchange(m_arrived, {});
  const auto written = sqlite::inTransaction(m_store.database(), [&]() -> result<void> {
    for (const auto& [id, session] : arrived)
      if (auto put = m_store.putSession(session); !put)
        return put;
    return keepCursor();
  });
  if (!written) {
    warn("events are not kept, all is fetched again", written.error());
    m_isComplete = false;
    m_retry.start(retryAfter);
    return;
  }
  moveCursor();
  if (!arrived.empty())
    emit sessionsChanged();
}

result<void> Replica::keepCursor() {
  if (!m_isComplete || !m_seen || m_cursor == m_seen)
    return {};
  return m_store.setSetting(cursorKey, std::to_string(m_seen->seq) + " " + m_seen->epoch);
}

void Replica::moveCursor() {
  if (!m_isComplete || !m_seen)
    return;
  m_cursor = m_seen;
  m_link.setResume(m_cursor);
}

void Replica::fetchConfig() {
  m_requests.query(protocol::config_get{}, answerDeadline, [this](const result<std::string>& data) {
    if (data)
      keepConfig(*data);
    else
      warn("the configuration is not fetched", data.error());
  });
}

void Replica::keepConfig(const std::string& data) {
  const auto document = protocol::member_of(data, "config");
  const auto version = protocol::member_of(data, "config_version").map(protocol::number_of);
  auto read = document.and_then([](const auto& text) { return protocol::decode_config(text); });
  if (!read || !version || !*version) {
    warn("the configuration cannot be read", read ? version.error() : read.error());
    return;
  }
  m_config = *std::move(read);
  m_configVersion = **version;
  const auto kept = m_store.setSetting(configKey, *document).and_then([this] {
    return m_store.setSetting(configVersionKey, std::to_string(m_configVersion));
  });
  if (!kept)
    warn("the configuration is not kept", kept.error());
  emit configChanged();
}

void Replica::fetchKeys() {
  m_requests.query(protocol::device_keys{}, answerDeadline,
                   [this](const result<std::string>& data) {
                     if (data)
                       keepKeys(*data);
                     else
                       warn("the devices' keys are not fetched", data.error());
                   });
}

void Replica::keepKeys(const std::string& data) {
  readKeys(data);
  if (const auto kept = m_store.setSetting(keysKey, data); !kept)
    warn("the devices' keys are not kept", kept.error());
}

void Replica::readKeys(const std::string& json) {
  const auto items = protocol::items_of(json, "keys");
  if (!items)
    return;
  m_siteKey = siteKeyIn(json);
  m_keys.clear();
  for (const auto& item : *items) {
    const auto key = protocol::decode_device_key(item);
    const auto bytes = key ? crypto::from_base64(key->key) : std::nullopt;
    domain::ticket_key kept;
    if (!bytes || bytes->size() != kept.key.size())
      continue;
    std::ranges::copy(*bytes, kept.key.begin());
    kept.valid_from = key->valid_from;
    kept.valid_to = key->valid_to;
    m_keys.insert_or_assign(key->device_no, kept);
    if (kept.key == m_ownKey)
      keepDeviceNo(key->device_no);
  }
}

void Replica::keepDeviceNo(std::uint16_t number) {
  if (m_deviceNo == number)
    return;
  m_deviceNo = number;
  if (const auto kept = m_store.setSetting(deviceNoKey, std::to_string(number)); !kept)
    warn("the device's number is not kept", kept.error());
}

void Replica::fetchSessions() {
  if (m_isFetching || m_link.state() != Link::State::Up)
    return;
  m_isFetching = true;
  m_fetched.clear();
  m_fetchAsOf = m_store.time().now();
  fetchPage(++m_fetch, std::nullopt);
}

void Replica::fetchPage(int fetch, std::optional<std::string> after) {
  protocol::session_list wanted;
  wanted.status = protocol::session_status::open;
  wanted.window.after = std::move(after);
  wanted.window.limit = protocol::limits::max_list_limit;
  m_requests.query(wanted, answerDeadline, [this, fetch](const result<std::string>& data) {
    if (data)
      readPage(fetch, *data);
    else
      fetchFailed(fetch, data.error());
  });
}

void Replica::readPage(int fetch, const std::string& data) {
  if (fetch != m_fetch || !m_isFetching)
    return;
  const auto items = protocol::items_of(data, "sessions");
  if (!items) {
    fetchFailed(fetch, items.error());
    return;
  }
  for (const auto& item : *items)
    if (auto session = protocol::decode_session(item))
      m_fetched.push_back(*std::move(session));
    else
      warn("a session cannot be read", session.error());
  const auto next = protocol::member_of(data, "next").map(protocol::string_of);
  if (next && *next)
    fetchPage(fetch, **next);
  else
    finishFetch();
}

void Replica::finishFetch() {
  m_isFetching = false;
  m_isComplete = true;
  // What events changed since the first page is newer, and the store keeps it.
  const auto written = sqlite::inTransaction(m_store.database(), [this] {
    return m_store.replaceOpenSessions(std::exchange(m_fetched, {}), m_fetchAsOf).and_then([this] {
      return keepCursor();
    });
  });
  if (!written) {
    m_isComplete = false;
    fetchFailed(m_fetch, written.error());
    return;
  }
  moveCursor();
  emit sessionsChanged();
}

void Replica::fetchFailed(int fetch, const error& why) {
  if (fetch != m_fetch)
    return;
  warn("the open sessions are not fetched", why);
  m_isFetching = false;
  // Without a connection the next welcome starts it again.
  m_retry.start(retryAfter);
}

} // namespace palang::mobile
