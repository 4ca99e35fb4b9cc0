#pragma once

#include "shared/core/clock.hpp"
#include "shared/core/crypto.hpp"
#include "shared/core/result.hpp"
#include "shared/protocol/config.hpp"
#include "shared/protocol/messages.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

/// What Palang writes and reads, over the storage ports: one transaction per batch, the rules of
/// server/domain, the two ends of shared/sync. No SQL, no JSON library, no CAF, no network. Every
/// call blocks; a writer or reader belongs to one thread.
///
/// Errors of every function: db_unavailable when the database is locked, read-only, full or gone
/// (nothing was written, try again); corrupt; internal. Others are named.
namespace palang::ledger {

/// Who asks, as the log-in established it.
struct principal {
  uuid user_id;
  std::string username;
  std::string name;
  protocol::role user_role = protocol::role::attendant;
  std::optional<uuid> device_id;
  std::uint16_t device_no = 0; ///< 0 without a device.
};

struct submission {
  principal by;
  /// As it came, but for user.set: there `password` is the Argon2id string (libsodium's form) of
  /// what came, hashed before, because hashing takes longer than a hundred entries.
  protocol::submit content;
  instant received_at{};
  /// SHA-256 of protocol::canonical(content) as it came.
  crypto::sha256 digest{};
};

using verdict = std::variant<protocol::accepted, protocol::rejected>;

/// What one committed transaction did. Everything here is durable.
struct committed {
  std::vector<verdict> answers;        ///< One per submission, same order.
  std::vector<protocol::event> events; ///< In order of seq, gapless with the journal.
  std::vector<protocol::gate_command>
      commands; ///< Openings that were asked for and now must be carried out.
  std::optional<std::int64_t> config_version; ///< Set when the configuration changed.
  std::vector<uuid>
      revoked_users; ///< Disabled, new role or new password: their connections end (4401/4403).
  std::vector<uuid> revoked_devices;
  std::vector<std::string> locks_to_scan; ///< A supervisor asked for a re-scan of these.
};

/// What checks a password: never leaves the server.
struct credentials {
  protocol::user who;
  std::string password_hash; ///< Argon2id, libsodium's string form.
};

struct token_grant {
  principal who;
  instant expires_at{};
};

struct journal_bounds {
  std::string epoch;
  std::int64_t oldest_seq = 1; ///< Of the first row kept; newest_seq + 1 when the journal is empty.
  std::int64_t newest_seq = 0;
};

struct config_snapshot {
  protocol::config document;
  std::int64_t version = 0;
};

class lock_writer;
struct lock_side_facts;

/// The single write side. Thread: the store.writer actor's (or a subcommand's main thread).
class writer {
public:
  virtual ~writer() = default;

  /// Applies the batch in one transaction, each submission in its own savepoint, in order.
  /// A submission's own refusal is its verdict; a storage error fails the batch as a whole and
  /// nothing is written.
  [[nodiscard]] virtual result<committed> submit(std::span<const submission> batch) = 0;

  /// Notes the outcome of an opening (confirmed, failed, unknown, expired) with its event.
  [[nodiscard]] virtual result<committed> settle_command(const uuid& command,
                                                         protocol::command_state outcome,
                                                         const std::string& detail, instant at) = 0;

  /// After a password was found right: makes or finds the device, stores the hashed token.
  /// `auto_approve`: the demo approves every new device at its first log-in.
  /// Errors: device_pending, device_revoked, forbidden (disabled user), invalid (field device_id:
  /// an attendant needs one).
  struct login_facts {
    uuid user_id;
    std::optional<uuid> device_id;
    std::optional<std::string> device_key; ///< base64
    std::optional<std::string> enrolment;  ///< The code as the person typed it.
    std::string token_hash;                ///< SHA-256 hex of the token.
    instant at{};
    bool auto_approve = false;
    std::optional<std::uint16_t> device_no; ///< What the device was given before, it says.
  };
  struct login_outcome {
    result<token_grant>
        grant; ///< A refusal may still have written: a new pending device and its event.
    std::vector<protocol::event> events;
  };
  [[nodiscard]] virtual result<login_outcome> login(const login_facts& facts) = 0;
  [[nodiscard]] virtual result<void> logout(const std::string& token_hash) = 0;

  /// A photo's bytes are on disk: sessions that name it stop being photo_pending, with
  /// session.corrected.
  [[nodiscard]] virtual result<committed> photo_arrived(const std::string& sha256,
                                                        std::int64_t size_bytes,
                                                        const std::string& media_type,
                                                        instant at) = 0;

  [[nodiscard]] virtual result<void> audit(const protocol::audit_entry& entry) = 0;

  /// One small step of what the site's retention lets go, in a transaction of its own. Sessions,
  /// money, submissions and audit never go.
  struct prune_request {
    instant journal_before{};        ///< Events older than this …
    std::int64_t most_events = 0;    ///< … and all but so many; 0: no limit.
    instant tokens_before{};         ///< Log-ins that expired before.
    std::vector<std::string> photos; ///< Whose files are gone.
    std::int64_t limit = 0;          ///< Rows of journal and tokens together.
    std::int64_t oldest_seq = 0;     ///< Of the step before's outcome; 0: not known.
  };
  struct prune_outcome {
    std::int64_t rows = 0;       ///< Of journal and tokens; `limit`: there may be more.
    std::int64_t oldest_seq = 1; ///< Of the journal now.
  };
  [[nodiscard]] virtual result<prune_outcome> prune(const prune_request& what) = 0;

  /// Proves that the database takes writes: the last batch that it did not take could be applied
  /// now (and is undone), then one row is changed and committed. Used by db_health.
  [[nodiscard]] virtual result<void> probe(instant at) = 0;

  // -- used by subcommands and the first start
  // --------------------------------------------------------------
  [[nodiscard]] virtual result<bool> has_users() = 0;
  /// Creates or changes a user. `password_hash` empty keeps the old one.
  [[nodiscard]] virtual result<protocol::user> put_user(const std::string& username,
                                                        const std::string& name, protocol::role r,
                                                        const std::string& password_hash,
                                                        bool is_disabled, instant at) = 0;
  [[nodiscard]] virtual result<void> put_config(const protocol::config& document, instant at,
                                                const std::string& actor) = 0;
  /// A one-time code that approves the device which brings it. `code_hash`: SHA-256 hex of the
  /// code.
  [[nodiscard]] virtual result<void> add_enrolment(const std::string& code_hash,
                                                   instant expires_at) = 0;

  /// The TTLock side (lock_side.hpp), of the same session and thread.
  [[nodiscard]] virtual lock_writer& lock_side() = 0;
};

/// The read side. Thread: one store.reader actor each.
class reader {
public:
  virtual ~reader() = default;

  /// Any query of PROTOCOL 3.6 as the JSON text of its result data. Role checks are the caller's.
  /// Errors: unknown_session and the like.
  [[nodiscard]] virtual result<std::string> query(const protocol::query_data& what,
                                                  const principal& by, instant now) = 0;

  /// Events with a greater seq, in order, at most `limit`.
  [[nodiscard]] virtual result<std::vector<protocol::event>> journal_after(std::int64_t seq,
                                                                           std::size_t limit) = 0;
  [[nodiscard]] virtual result<journal_bounds> bounds() = 0;
  [[nodiscard]] virtual result<config_snapshot> configuration() = 0;
  /// nullopt for an unknown name.
  [[nodiscard]] virtual result<std::optional<credentials>>
  find_credentials(const std::string& username) = 0;
  /// nullopt for an unknown or revoked token; an expired one is returned with its expiry.
  [[nodiscard]] virtual result<std::optional<token_grant>>
  find_token(const std::string& token_hash) = 0;
  /// Openings that were requested and not settled, for the gates after a restart.
  [[nodiscard]] virtual result<std::vector<protocol::gate_command>> unsettled_commands() = 0;
  /// Photos (SHA-256, hex) that arrived before, or that the newest `most_bytes` crowd out (0: no
  /// limit); oldest first.
  [[nodiscard]] virtual result<std::vector<std::string>>
  old_photos(instant before, std::int64_t most_bytes, std::int64_t limit) = 0;
  /// The site's own pair: opens what handhelds sealed. Errors: corrupt.
  [[nodiscard]] virtual result<crypto::key_pair> site_key() = 0;
  /// Every gate as PROTOCOL section 7 shows it.
  [[nodiscard]] virtual result<std::vector<protocol::gate>> gates() = 0;
  /// What the TTLock actors start from (lock_side.hpp).
  [[nodiscard]] virtual result<lock_side_facts> lock_side(instant now) = 0;
};

} // namespace palang::ledger
