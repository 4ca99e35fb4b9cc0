#pragma once

#include "shared/core/clock.hpp"
#include "shared/core/money.hpp"
#include "shared/core/uuid.hpp"
#include "shared/domain/fee.hpp"
#include "shared/domain/vehicle_class.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The objects of PROTOCOL section 7, as values.
/// Every enum has to_string (the wire word) and a `…_from`.
namespace palang::protocol {

enum class role : std::uint8_t { attendant, supervisor, admin, last = admin };
[[nodiscard]] std::string_view to_string(role r) noexcept;
[[nodiscard]] std::optional<role> role_from(std::string_view word) noexcept;
/// Roles include the ones before.
[[nodiscard]] constexpr bool includes(role have, role need) noexcept {
  return have >= need;
}

struct user {
  uuid id;
  std::string username; ///< Lower case; unique.
  std::string name;
  role user_role = role::attendant;
  bool is_disabled = false;
  friend bool operator==(const user&, const user&) = default;
};

enum class device_status : std::uint8_t { pending, approved, revoked, last = revoked };
[[nodiscard]] std::string_view to_string(device_status s) noexcept;
[[nodiscard]] std::optional<device_status> device_status_from(std::string_view word) noexcept;

struct seq_range {
  std::uint32_t first = 0; ///< Inclusive.
  std::uint32_t last = 0;  ///< Inclusive.
  friend bool operator==(const seq_range&, const seq_range&) = default;
};

struct device {
  uuid id;
  std::uint16_t device_no = 0; ///< 1, 2, …, given at approval; 0 while pending.
  std::string label;
  device_status status = device_status::pending;
  std::string key; ///< base64 Ed25519 public key.
  instant first_seen{};
  std::optional<instant> approved_at;
  std::optional<instant> revoked_at;
  std::optional<instant> last_seen;
  std::uint32_t last_seq = 0; ///< Greatest device_seq seen.
  std::vector<seq_range> missing;
  friend bool operator==(const device&, const device&) = default;
};

struct device_key {
  std::uint16_t device_no = 0;
  std::string key; ///< base64
  instant valid_from{};
  std::optional<instant> valid_to;
  friend bool operator==(const device_key&, const device_key&) = default;
};

enum class session_status : std::uint8_t {
  open,
  closed,
  voided,
  merged,
  exit_only,
  last = exit_only
};
/// `open` `closed` `void` `merged` `exit_only`
[[nodiscard]] std::string_view to_string(session_status s) noexcept;
[[nodiscard]] std::optional<session_status> session_status_from(std::string_view word) noexcept;

/// One stay of one vehicle.
struct session {
  uuid id;
  std::string ticket_no; ///< domain::ticket_number of the entry; empty for exit_only.
  session_status status = session_status::open;
  std::string plate; ///< As shown; empty when the car has none.
  std::string plate_key;
  std::optional<std::string> plate_reason; ///< Why there is no plate.
  domain::vehicle_class vehicle_type = domain::vehicle_class::mobil;
  std::optional<instant> entered_at; ///< Corrected; none for exit_only.
  std::string entry_gate_id;
  std::uint16_t entry_device_no = 0;
  std::uint32_t entry_seq = 0;
  std::optional<instant> exited_at;
  std::string exit_gate_id;
  std::optional<rupiah> fee;     ///< What the tariff says.
  std::optional<rupiah> charged; ///< What the attendant took.
  std::uint16_t tariff_version = 0;
  std::optional<std::string> photo_in; ///< SHA-256 hex.
  std::optional<std::string> photo_out;
  bool photo_pending = false; ///< A named photo has not arrived.
  /// e.g. clock_uncertain, nonstandard_plate, offline, lost_ticket, review.
  std::vector<std::string> flags;
  std::optional<uuid> merged_into;
  std::int64_t version = 1; ///< Grows with every change.
  std::string entry_by;     ///< Username of who recorded the entry; empty when not known.
  std::string exit_by;
  friend bool operator==(const session&, const session&) = default;
};

enum class gate_direction : std::uint8_t { in, out, both, last = both };
[[nodiscard]] std::string_view to_string(gate_direction d) noexcept;
[[nodiscard]] std::optional<gate_direction> gate_direction_from(std::string_view word) noexcept;

enum class gate_mode : std::uint8_t { automatic, held_open, closed, last = closed };
/// `auto` `held_open` `closed`
[[nodiscard]] std::string_view to_string(gate_mode m) noexcept;
[[nodiscard]] std::optional<gate_mode> gate_mode_from(std::string_view word) noexcept;

struct gate_last_open {
  instant at{};
  std::string outcome; ///< The command's state word.
  std::string cause;   ///< "session" or the reason given.
  friend bool operator==(const gate_last_open&, const gate_last_open&) = default;
};

struct gate {
  std::string id;
  std::string name;
  gate_direction direction = gate_direction::in;
  std::string zone_id;
  std::optional<std::string> lock_id;
  gate_mode mode = gate_mode::automatic;
  std::int64_t occupancy = 0; ///< Open sessions in the gate's zone.
  std::int64_t capacity = 0;  ///< Of the zone, all classes.
  std::optional<gate_last_open> last_open;
  friend bool operator==(const gate&, const gate&) = default;
};

enum class command_state : std::uint8_t {
  requested,
  sent,
  confirmed,
  failed,
  unknown,
  expired,
  last = expired
};
[[nodiscard]] std::string_view to_string(command_state s) noexcept;
[[nodiscard]] std::optional<command_state> command_state_from(std::string_view word) noexcept;

/// One opening that a person or an exit asked for. Exactly one cause: session_id or reason.
struct gate_command {
  uuid id;
  std::string gate_id;
  command_state state = command_state::requested;
  std::optional<uuid> session_id;
  std::string reason;
  instant requested_at{};
  instant expires_at{};
  std::string detail; ///< Why it failed, in words.
  friend bool operator==(const gate_command&, const gate_command&) = default;
};

enum class alert_kind : std::uint8_t {
  duplicate,
  double_exit,
  exit_without_entry,
  fee_difference,
  clock_fault,
  device_gap,
  unexplained_opening,
  no_opening,
  forced_opening,
  battery_low,
  gateway_offline,
  records_lost,
  quota_low,
  last = quota_low
};
[[nodiscard]] std::string_view to_string(alert_kind k) noexcept;
[[nodiscard]] std::optional<alert_kind> alert_kind_from(std::string_view word) noexcept;

enum class severity : std::uint8_t { info, warning, critical, last = critical };
[[nodiscard]] std::string_view to_string(severity s) noexcept;
[[nodiscard]] std::optional<severity> severity_from(std::string_view word) noexcept;

struct alert_refers {
  std::optional<uuid> session_id;
  std::optional<uuid> other_session_id; ///< The other half of a duplicate.
  std::optional<uuid> device_id;
  std::optional<std::string> gate_id;
  std::optional<std::string> lock_id;
  std::optional<uuid> submission_id;
  std::optional<std::string> gateway_id{};
  friend bool operator==(const alert_refers&, const alert_refers&) = default;
};

struct alert {
  uuid id;
  alert_kind kind = alert_kind::duplicate;
  severity level = severity::warning; ///< `severity` on the wire.
  instant raised_at{};
  std::optional<instant> resolved_at;
  alert_refers refers;
  std::string text_id;
  std::string text_en;
  std::string note; ///< Why it was resolved.
  friend bool operator==(const alert&, const alert&) = default;
};

enum class lock_state : std::uint8_t { locked, unlocked, unknown, last = unknown };
[[nodiscard]] std::string_view to_string(lock_state s) noexcept;
[[nodiscard]] std::optional<lock_state> lock_state_from(std::string_view word) noexcept;

/// Whether the absence of records means that nothing happened.
enum class coverage : std::uint8_t {
  covered,  ///< Everything that the lock recorded has come.
  doubtful, ///< It may yet come: we were away, or the gateway's state is not known so far.
  blind,    ///< Nobody could hear the lock, and its records have not come since.
  last = blind
};
[[nodiscard]] std::string_view to_string(coverage c) noexcept;
[[nodiscard]] std::optional<coverage> coverage_from(std::string_view word) noexcept;

struct coverage_hour {
  instant from{};
  coverage mark = coverage::doubtful;
  friend bool operator==(const coverage_hour&, const coverage_hour&) = default;
};

/// How well a gateway hears a lock.
struct lock_signal {
  std::string gateway_id;
  std::int32_t rssi = 0; ///< dBm: above -75 strong, below -85 weak.
  instant at{};          ///< When the cloud last heard it so.
  friend bool operator==(const lock_signal&, const lock_signal&) = default;
};

struct lock {
  std::string id; ///< TTLock's lockId as text.
  std::string name;
  std::optional<std::string> gate_id;
  std::optional<std::int32_t> battery; ///< Percent.
  lock_state state = lock_state::unknown;
  std::optional<std::int64_t> clock_offset_ms; ///< The lock's clock less true time.
  std::optional<instant> last_record_at;
  std::vector<std::string> gateway_ids;
  /// `signals` on the wire: of the gateways whose signal is known; strongest first.
  std::vector<lock_signal> heard_by;
  coverage now = coverage::doubtful; ///< `coverage.now` on the wire …
  std::vector<coverage_hour> hours;  ///< … and `coverage.hours`: the last 24, oldest first.
  friend bool operator==(const lock&, const lock&) = default;
};

struct gateway {
  std::string id;
  std::string name;
  bool is_online = false; ///< `online`
  instant since{};
  instant last_seen{};
  std::int64_t late_records = 0; ///< That came after it had been offline.
  friend bool operator==(const gateway&, const gateway&) = default;
};

enum class record_source : std::uint8_t { callback, pull, last = pull };
[[nodiscard]] std::string_view to_string(record_source s) noexcept;
[[nodiscard]] std::optional<record_source> record_source_from(std::string_view word) noexcept;

/// What a lock recorded. `record` on the wire.
struct lock_record {
  uuid id;
  std::string lock_id;
  std::int32_t type = 0; ///< The cloud's recordType; 0 when it was not told.
  std::int32_t type_from_lock = 0;
  bool is_success = false;             ///< `success`
  std::string who;                     ///< Account, or name of the passcode, card or finger.
  std::string credential_tail;         ///< Last two digits at most.
  std::optional<std::int32_t> battery; ///< Percent, as the record told it.
  instant lock_at{};                   ///< The lock's clock.
  std::optional<instant> server_at;    ///< The cloud's.
  instant received_at{};
  instant corrected_at{}; ///< lock_at less the lock's clock offset as it was known.
  record_source source = record_source::callback;
  std::int64_t late_by_ms = 0; ///< received_at - corrected_at where that is unusual, else 0.
  std::optional<uuid> opening_id;
  std::string text_id; ///< What happened, in words.
  std::string text_en;
  friend bool operator==(const lock_record&, const lock_record&) = default;
};

enum class opening_state : std::uint8_t {
  awaiting_cause,  ///< The lock opened; what explains it may yet come.
  awaiting_record, ///< It should have opened; its record may yet come.
  explained,
  unexplained, ///< Opened, and nothing explains it.
  no_opening,  ///< A transaction, and the lock says nothing.
  alarmed,     ///< Forced, tampered with, opened by a key.
  last = alarmed
};
[[nodiscard]] std::string_view to_string(opening_state s) noexcept;
[[nodiscard]] std::optional<opening_state> opening_state_from(std::string_view word) noexcept;

enum class opening_cause : std::uint8_t {
  none,
  entry,  ///< session_id
  exit,   ///< session_id
  manual, ///< command_id, with its reason in `note`
  test,   ///< command_id whose reason is a test
  person, ///< `who`: a passcode, card, finger or face with a name
  last = person
};
[[nodiscard]] std::string_view to_string(opening_cause c) noexcept;
[[nodiscard]] std::optional<opening_cause> opening_cause_from(std::string_view word) noexcept;

/// What a person found out about an opening.
enum class opening_verdict : std::uint8_t {
  justified, ///< It had a good reason that no record tells.
  misuse,    ///< A vehicle passed that should have paid, or nobody should have opened.
  fault,     ///< Lock, gate or clock were wrong.
  last = fault
};
[[nodiscard]] std::string_view to_string(opening_verdict v) noexcept;
[[nodiscard]] std::optional<opening_verdict> opening_verdict_from(std::string_view word) noexcept;

struct opening_judgement {
  opening_verdict verdict = opening_verdict::justified;
  std::string note;
  std::string by; ///< Username.
  instant at{};
  friend bool operator==(const opening_judgement&, const opening_judgement&) = default;
};

/// One opening of a gate and its one cause.
struct opening {
  uuid id;
  std::string lock_id;
  std::string gate_id;
  instant at{}; ///< The record's corrected time, or the cause's while there is no record.
  opening_state state = opening_state::awaiting_cause;
  std::optional<uuid> record_id;
  opening_cause cause = opening_cause::none;
  std::optional<uuid> session_id;
  std::optional<uuid> command_id;
  std::string who;
  std::string note;
  std::optional<opening_judgement> judgement{}; ///< The last one.
  friend bool operator==(const opening&, const opening&) = default;
};

struct shift {
  uuid id;
  uuid user_id;
  std::string username;
  std::uint16_t device_no = 0;
  instant opened_at{};
  rupiah opening_cash{};
  std::optional<instant> closed_at;
  std::optional<rupiah> counted;
  std::optional<rupiah> expected;   ///< opening_cash + cash taken; shown only after the count.
  std::optional<rupiah> difference; ///< counted - expected
  std::uint32_t first_seq = 0;
  std::uint32_t last_seq = 0;
  std::uint32_t record_count = 0;
  friend bool operator==(const shift&, const shift&) = default;
};

struct payment {
  std::string method; ///< cash qris emoney transfer
  rupiah amount{};
  std::optional<rupiah> tendered;
  std::optional<std::string> reference;
  friend bool operator==(const payment&, const payment&) = default;
};

/// One line of the audit: who changed what, when, and how it was before.
struct audit_entry {
  std::int64_t id = 0;
  instant at{};
  std::string actor;  ///< username, or "system"
  std::string action; ///< the submission kind or "login.locked", "server.started", …
  std::string entity; ///< e.g. "session/<uuid>"
  std::string before; ///< JSON or empty
  std::string after;  ///< JSON or empty
  std::string reason;
  friend bool operator==(const audit_entry&, const audit_entry&) = default;
};

/// One line of the sync log: what the server answered to a device's submission.
struct sync_log_entry {
  uuid id;
  std::uint16_t device_no = 0;
  std::uint32_t device_seq = 0;
  std::string kind;
  std::string username;
  instant taken_at{};
  instant received_at{};
  std::int64_t delay_ms = 0;
  bool is_offline = false;
  bool is_accepted = true;
  std::string code; ///< empty when accepted
  std::int64_t seq = 0;
  friend bool operator==(const sync_log_entry&, const sync_log_entry&) = default;
};

/// One bucket of stats.summary.
struct stats_row {
  instant from{};
  std::string gate_id;
  domain::vehicle_class vehicle_type = domain::vehicle_class::mobil;
  std::int64_t entries = 0;
  std::int64_t exits = 0;
  rupiah revenue{};           ///< Charged on exits of this bucket.
  std::int64_t occupancy = 0; ///< Open sessions of the class at the bucket's end (whole site).
  rupiah fee{};               ///< What the tariff says of the same exits.
  std::int64_t free_exits = 0;
  std::int64_t lost_tickets = 0;
  std::int64_t differences = 0; ///< Exits with charged <> fee.
  friend bool operator==(const stats_row&, const stats_row&) = default;
};

} // namespace palang::protocol
