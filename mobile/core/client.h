#pragma once

#include "mobile/core/carriedstore.h"
#include "mobile/core/link.h"
#include "mobile/core/photostore.h"
#include "mobile/core/store.h"
#include "shared/domain/fee.hpp"
#include "shared/domain/ticket.hpp"

#include <QObject>
#include <QString>
#include <QUrl>

#include <functional>
#include <memory>

namespace palang::mobile {

class SyncController;

/// What both programs and palang-sync stand on: one object that owns store, link and sync and
/// offers what a person does. Everything a person records is committed to the store before a
/// function returns; sending is the sync's business. Thread: the GUI's.
class Client : public QObject {
  Q_OBJECT
  Q_PROPERTY(bool loggedIn READ isLoggedIn NOTIFY identityChanged)
  Q_PROPERTY(bool online READ isOnline NOTIFY onlineChanged)

public:
  struct Options {
    QString dataDir;              ///< Holds palang.sqlite, Images/, offline_data/.
    std::string app = "handheld"; ///< hello.client.app
    bool hasDevice = true;        ///< Logs in with a device id and key; submissions are numbered.
    std::vector<std::string> topics; ///< What the hello subscribes to.
    bool connects = true;            ///< false: never opens a connection (palang-sync --offline).
  };
  /// `time` lives longer than the client; its monotonic() counts sleep (MonotonicClock).
  Client(const clock& time, Options options, QObject* parent = nullptr);
  ~Client() override;

  /// Opens the store; goes on as the last user, offline or online.
  [[nodiscard]] result<OpenReport> start();

  // -- people
  /// `serverUrl` as a person types it: "10.0.0.5:8181", "ws://…", "https://…". Answers loggedIn or
  /// loginFailed.
  void login(const QString& serverUrl, const QString& username, const QString& password,
             const QString& enrolment = {});
  /// Records stay bound to the device and are sent by the next log-in.
  void logout();
  /// Somebody may work, offline or online; their token may have expired.
  [[nodiscard]] bool isLoggedIn() const;
  /// Nothing can be sent before the next log-in.
  [[nodiscard]] bool needsLogin() const;
  [[nodiscard]] std::optional<Identity> identity() const;
  [[nodiscard]] bool isOnline() const; ///< Link is Up.

  // -- what a person records
  struct Entry {
    std::string gateId;
    std::optional<std::string> plate;
    std::optional<std::string> plateReason;
    domain::vehicle_class vehicle = domain::vehicle_class::mobil;
    std::optional<std::string> photo; ///< SHA-256 hex.
    bool isInsideAnyway = false; ///< A person saw already_inside and says that the car did come in.
  };
  struct Recorded {
    OutboxRow row;
    protocol::session session;
    std::string ticketText; ///< For the QR code; empty when the device has no number yet.
    std::string ticketNo;
  };
  /// Errors: unauthorized (nobody ever logged in), bad_plate, bad_vehicle_type, unknown_gate,
  /// already_inside (when the replica knows an open one), db_unavailable.
  [[nodiscard]] result<Recorded> recordEntry(const Entry& entry);

  struct Exit {
    std::optional<uuid> sessionId; ///< One of these two.
    std::optional<std::string> ticket;
    std::string gateId;
    rupiah charged{};
    std::optional<protocol::payment> paid;
    bool isLostTicket = false;
    std::optional<std::string> photo;
    std::optional<std::string> plate;
  };
  [[nodiscard]] result<Recorded> recordExit(const Exit& exit);
  /// Any other submission; `summary` for the lists.
  /// Errors: db_unavailable (nothing kept; also a gate.open while offline, which is never stored),
  /// invalid (a password is never stored).
  [[nodiscard]] result<OutboxRow> record(const protocol::submit_data& data,
                                         const std::string& summary);

  using SubmitHandler = std::function<void(result<std::string>)>; ///< JSON text of `accepted.data`.
  /// A change that only makes sense now (configuration, people, devices): never stored, never sent
  /// twice. Clients without a device only, since their submissions are not numbered. Errors:
  /// db_unavailable when offline or not answered within 10 s (it may have happened), not_supported
  /// with a device; the server's otherwise.
  void submitNow(const protocol::submit_data& data, SubmitHandler handler);

  // -- what a person asks
  enum class Source { Server, Replica, Ticket };
  struct Found {
    Source source = Source::Replica;
    std::optional<instant> asOf; ///< Of the replica.
    std::vector<protocol::session> sessions;
  };
  using FoundHandler = std::function<void(result<Found>)>;
  /// `text`: 2 or more characters of a plate, a ticket number, or a scanned ticket. Online it asks
  /// the server and falls back to the replica after 2 s; offline the replica; a signed ticket alone
  /// is verified and becomes a session by itself.
  void find(const QString& text, FoundHandler handler);
  /// Prices a stay here and now, with the tariff in force at its entry.
  [[nodiscard]] result<domain::fee> quote(const protocol::session& s, bool isLostTicket) const;
  using QueryHandler =
      std::function<void(result<std::string>)>; ///< JSON text of the result's data.
  /// Errors: db_unavailable when offline or not answered within 10 s; the server's otherwise.
  void query(const protocol::query_data& data, QueryHandler handler);

  [[nodiscard]] std::optional<protocol::config> config() const;
  [[nodiscard]] std::int64_t configVersion() const;
  /// nullopt until the server told it: tickets cannot be signed before.
  [[nodiscard]] std::optional<std::uint16_t> deviceNo() const;
  [[nodiscard]] uuid deviceId() const;
  /// What this device signs its tickets with, as the server told it; nullopt before that.
  [[nodiscard]] std::optional<domain::ticket_key> ownTicketKey() const;
  /// What a supervisor's codes for this device are made with (shared/domain/approval.hpp); nullopt
  /// until the server told this device its number and the site's key.
  [[nodiscard]] std::optional<crypto::shared_key> approvalKey() const;
  [[nodiscard]] const std::optional<crypto::public_key>& siteKey() const;
  /// As of Options: false at a desk.
  [[nodiscard]] bool hasDevice() const;
  /// Device time corrected by the estimated offset.
  [[nodiscard]] instant correctedNow() const;
  [[nodiscard]] protocol::clock_info clockInfo() const;

  // -- photos
  /// Keeps the photo and queues its upload; returns its SHA-256 for Entry and Exit once it is on
  /// disk. Errors: PhotoStore::add's.
  [[nodiscard]] result<std::string> addPhoto(const QByteArray& bytes, PhotoKind kind);
  /// How many wait for their upload.
  [[nodiscard]] int photosPending() const;
  /// Where a photo lies on this device; empty when it does not.
  [[nodiscard]] QString photoPath(const std::string& sha256) const;

  // -- other devices' records
  /// Keeps a sealed copy of another device's outbox (shared/protocol/handover.hpp) and brings it to
  /// the server. Errors: CarriedStore::add's.
  [[nodiscard]] result<CarriedCopy> carry(const crypto::bytes& sealed, std::uint16_t deviceNo,
                                          int records);
  [[nodiscard]] CarriedStore& carried(); ///< Only after start().

  [[nodiscard]] Store& store();
  [[nodiscard]] Link& link();
  [[nodiscard]] SyncController& sync();
  [[nodiscard]] PhotoStore& photos(); ///< Only after start().
  [[nodiscard]] const clock& time() const;

signals:
  void identityChanged();
  void loggedIn();
  /// `code`: the server's code, "unreachable", "bad_address", or "other_site" (unsent records
  /// belong to another site).
  void loginFailed(const QString& code, const QString& message);
  void onlineChanged();
  void configChanged();
  void eventReceived(const palang::protocol::event& e);
  /// Not resumed: what is shown must be fetched again.
  void resyncNeeded();
  void sessionsChanged();
  void photosChanged();
  void carriedChanged();
  void recorded(const palang::mobile::OutboxRow& row);
  /// Something a person must read. `code`: salvaged, login_needed, taken_over, revoked,
  /// protocol_error, server_restored (`message`: how many records go back to it).
  void notice(const QString& code, const QString& message);

private:
  struct Private;
  std::unique_ptr<Private> d;
};

} // namespace palang::mobile
