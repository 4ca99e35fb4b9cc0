#pragma once

#include "mobile/core/requests.h"
#include "mobile/core/store.h"
#include "shared/domain/ticket.hpp"

#include <QObject>
#include <QTimer>

#include <map>

namespace palang::mobile {

/// What this device knows of the site: open sessions, configuration, the devices' keys, and up to
/// which event it knows them (the resume cursor). The cursor moves only after the rows are written,
/// and not at all while the whole is being fetched. Thread: the GUI's.
class Replica : public QObject {
  Q_OBJECT

public:
  Replica(Store& store, Link& link, Requests& requests, QObject* parent = nullptr);

  /// Reads what is kept; call once the store is open. `ownKey`: tells this device's number among
  /// the devices' keys, for a server whose welcome does not.
  void load(const std::optional<crypto::public_key>& ownKey);
  /// Another site: forgets everything that is not this device's own.
  void forget();

  [[nodiscard]] const std::optional<protocol::config>& config() const { return m_config; }
  [[nodiscard]] std::int64_t configVersion() const { return m_configVersion; }
  [[nodiscard]] std::optional<std::uint16_t> deviceNo() const { return m_deviceNo; }
  [[nodiscard]] const std::optional<protocol::resume_point>& cursor() const { return m_cursor; }
  /// The key a device signs its tickets with, from what the server told last.
  [[nodiscard]] std::optional<domain::ticket_key> ticketKey(std::uint16_t deviceNo) const;

  /// What this device seals to and agrees with; nullopt until a server told it.
  [[nodiscard]] const std::optional<crypto::public_key>& siteKey() const { return m_siteKey; }

signals:
  void eventReceived(const palang::protocol::event& e);
  void configChanged();
  void sessionsChanged();
  void resyncNeeded();

private:
  void welcome(const protocol::welcome& w);
  void read(const protocol::server_message& message);
  void apply(const protocol::event& e);
  void commit();

  void fetchConfig();
  void keepConfig(const std::string& data);
  void fetchKeys();
  void keepKeys(const std::string& data);
  void fetchSessions();
  void fetchPage(int fetch, std::optional<std::string> after);
  void readPage(int fetch, const std::string& data);
  void finishFetch();
  void fetchFailed(int fetch, const error& why);
  /// Writes the cursor, in the transaction of the rows that it stands for.
  [[nodiscard]] result<void> keepCursor();
  void moveCursor();
  void readKeys(const std::string& json);
  void keepDeviceNo(std::uint16_t number);
  void linkChanged();

  Store& m_store;
  Link& m_link;
  Requests& m_requests;
  std::optional<protocol::config> m_config;
  std::int64_t m_configVersion = 0;
  std::optional<std::uint16_t> m_deviceNo;
  std::map<std::uint16_t, domain::ticket_key> m_keys;
  std::optional<crypto::public_key> m_ownKey;
  std::optional<crypto::public_key> m_siteKey;

  std::optional<protocol::resume_point> m_cursor; ///< As kept.
  std::optional<protocol::resume_point> m_seen;   ///< Of this connection; the cursor follows it.
  std::map<uuid, protocol::session> m_arrived;    ///< Not yet written.

  bool m_isComplete = false; ///< The replica holds everything up to m_seen.
  int m_fetch = 0;           ///< Numbers the fetches: pages of an abandoned one count for nothing.
  bool m_isFetching = false;
  instant m_fetchAsOf{};
  instant m_heardAt{}; ///< The server's last sign of life; device time, as m_fetchAsOf.
  std::vector<protocol::session> m_fetched;
  QTimer m_retry;
};

} // namespace palang::mobile
