#pragma once

#include "shared/core/result.hpp"
#include "shared/protocol/config.hpp"
#include "shared/protocol/messages.hpp"
#include "shared/sync/outbox.hpp"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace palang::mobile {

namespace sqlite {
class Database;
}

/// A row of the outbox or its archive.
struct OutboxRow {
  protocol::submit submission;
  sync::record_state state = sync::record_state::pending;
  std::int64_t position = 0;
  std::vector<uuid> dependsOn;
  instant createdAt{};
  std::optional<instant> settledAt; ///< Applied or quarantined.
  bool isDuplicate = false;         ///< The server had it already.
  bool wasApplied = false;          ///< Accepted once, in an earlier history of the server.
  std::optional<error> why;         ///< Of a quarantine, also after replace().
  std::string acceptedData;         ///< JSON of the server's `accepted.data`.
  std::string username;             ///< Who made it.
  std::string summary;              ///< e.g. "B 1234 XYZ · MOBIL · in-1", for lists.
};

/// Who may work on this device, kept so that work goes on offline.
struct Identity {
  std::string serverUrl; ///< e.g. "ws://127.0.0.1:8181/v1"
  std::string token;
  instant expiresAt{};
  protocol::user user;
  uuid siteId;
  std::string siteName;
};

struct SyncSummary {
  instant startedAt{};
  instant finishedAt{};
  int sent = 0;         ///< terkirim
  int alreadyThere = 0; ///< sudah ada
  int quarantined = 0;  ///< perlu diperiksa
  int failed = 0;       ///< gagal: still pending
  int returned = 0;     ///< Of all these: given back to a restored server.
  bool isCancelled = false;
};

struct Counts {
  int pending = 0;
  int quarantined = 0;
  std::optional<instant> oldestPending;
};

/// What happened when the file was opened.
struct OpenReport {
  bool wasSalvaged = false; ///< The file was damaged: copied aside, readable rows were taken over.
  QString asidePath;
  int salvagedRecords = 0;
};

/// The device's one SQLite database: outbox, archive, replica of open sessions, identity, settings.
/// WAL, synchronous=FULL, each pragma read back. Business row and outbox row are written in one
/// transaction. Thread: the one that opened it.
class Store final : public sync::outbox_store {
public:
  explicit Store(const clock& time);
  ~Store() override;

  /// Creates or migrates the file. A damaged one is copied aside and what can be read is taken
  /// over. Errors: db_unavailable (cannot be opened, written or copied aside), not_supported (made
  /// by a newer program).
  [[nodiscard]] result<OpenReport> open(const QString& path);

  // -- writing
  // -----------------------------------------------------------------------------------------
  struct Draft {
    protocol::submit_data data;
    std::optional<uuid> id; ///< Default: a new UUIDv7.
    std::vector<uuid> dependsOn;
    instant takenAt{};
    protocol::clock_info clock;
    bool isOffline = false;
    bool hasDevice = true;                   ///< Takes the next device_seq.
    std::optional<protocol::session> effect; ///< The session as it is now on this device.
    std::string username;
    std::string summary;
  };
  /// Takes the next device_seq, writes the business row and the outbox row in one transaction and
  /// reads them back. A record that depends on a quarantined one is quarantined at once (its row
  /// says so). Errors: db_unavailable (disk full: nothing was written), id_reused, corrupt.
  [[nodiscard]] result<OutboxRow> append(const Draft& draft);
  /// The device_seq that the next append takes (a ticket is signed with it before it is stored).
  [[nodiscard]] result<std::uint32_t> nextDeviceSeq() const;

  [[nodiscard]] result<std::vector<sync::outbox_record>> pending() override;
  [[nodiscard]] result<void> mark_applied(const uuid& id, const sync::answer& a) override;
  [[nodiscard]] result<void> mark_quarantined(const std::vector<uuid>& ids,
                                              const error& why) override;
  [[nodiscard]] result<bool> is_quarantined(const uuid& id) override;
  /// The accepted data of an applied record, and the server's session when it carries one (unless a
  /// newer local change is pending).
  [[nodiscard]] result<void> keepAnswer(const uuid& id, const std::string& acceptedData);
  /// A quarantined record (and its quarantined dependants) goes back to pending after a person
  /// decided.
  [[nodiscard]] result<void> retry(const uuid& id);
  /// The server never takes a refused record under its old id: appends `draft` in its place, gives
  /// it the dependants, which go back to pending, and archives the refused one. That one keeps its
  /// `why`, and its acceptedData names the new one: `{"replaced_by": "<id>"}`.
  /// Errors: not_found (no such quarantined record), append's.
  [[nodiscard]] result<OutboxRow> replace(const uuid& refused, const Draft& draft);

  // -- the server's histories
  // -----------------------------------------------------------------------------------------
  /// The last one that was met; nullopt before the first.
  [[nodiscard]] std::optional<std::string> historyMet() const;
  /// The server's history as its welcome names it. When it is another one than before, the server
  /// was restored or replaced: what it had accepted and is still in the archive goes back to
  /// pending, in its old order, and what the replica knows counts as older than anything that it
  /// tells now. Returns how many records.
  [[nodiscard]] result<int> meetHistory(const std::string& epoch);
  /// Another site begins: what is in the archive now is never given to it.
  [[nodiscard]] result<void> leaveHistory();
  /// The server misses records with these numbers that it had accepted: what is still in the archive
  /// of them goes back to pending. Returns how many.
  [[nodiscard]] result<int> sendAgain(std::uint32_t firstSeq, std::uint32_t lastSeq);
  /// What meetHistory() or sendAgain() put back and nobody has answered yet, in order.
  [[nodiscard]] result<std::vector<uuid>> returning() const;

  // -- reading
  // -----------------------------------------------------------------------------------------
  [[nodiscard]] result<OutboxRow> row(const uuid& id) const;
  /// Newest first. A row that cannot be read any more has `why` corrupt and an empty submission
  /// with its id.
  [[nodiscard]] result<std::vector<OutboxRow>> rows(std::optional<sync::record_state> state,
                                                    int limit) const;
  [[nodiscard]] result<Counts> counts() const;
  /// Records of this device with these numbers, for a shift's audit line.
  [[nodiscard]] result<std::vector<OutboxRow>> rowsBySeq(std::uint32_t first,
                                                         std::uint32_t last) const;

  // -- replica of sessions
  // -------------------------------------------------------------------------------
  /// Server state never overwrites a row with a pending local change, nor a newer version.
  [[nodiscard]] result<void> putSession(const protocol::session& s);
  /// A complete list of open sessions. `asOf`: device time when its fetching began; what was stored
  /// since stays, and so do sessions with a local change that is not applied. Sets replicaAsOf.
  [[nodiscard]] result<void> replaceOpenSessions(const std::vector<protocol::session>& sessions,
                                                 instant asOf);
  /// Plate keys that contain `keyPart` (>= 3 characters) or start with it (2); open first, newest
  /// first. Errors: invalid for a shorter part.
  [[nodiscard]] result<std::vector<protocol::session>> findSessions(const std::string& keyPart,
                                                                    int limit) const;
  [[nodiscard]] result<std::optional<protocol::session>> session(const uuid& id) const;
  [[nodiscard]] result<std::optional<protocol::session>>
  sessionByTicket(std::uint16_t deviceNo, std::uint32_t deviceSeq) const;
  /// When the replica was last complete.
  [[nodiscard]] std::optional<instant> replicaAsOf() const;
  void setReplicaAsOf(instant at);

  // -- small things that survive
  // --------------------------------------------------------------------------
  [[nodiscard]] std::optional<std::string> setting(const std::string& key) const;
  [[nodiscard]] result<void> setSetting(const std::string& key, const std::string& value);
  [[nodiscard]] result<void> removeSetting(const std::string& key);
  [[nodiscard]] result<void> addSyncSummary(const SyncSummary& summary);
  [[nodiscard]] result<std::vector<SyncSummary>> syncHistory(int limit) const;

  /// Removes what was applied more than `days` days ago, and sessions that are over and were stored
  /// as long ago. Returns how many records.
  [[nodiscard]] result<int> cleanArchive(int days);

  /// For the parts of the core that keep their rows in the same file (photos, imports). Open only
  /// after open().
  [[nodiscard]] sqlite::Database& database();
  [[nodiscard]] const clock& time() const;

private:
  struct Private;
  std::unique_ptr<Private> d;
};

} // namespace palang::mobile
