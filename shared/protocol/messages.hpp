#pragma once

#include "shared/core/clock.hpp"
#include "shared/core/error.hpp"
#include "shared/core/money.hpp"
#include "shared/core/uuid.hpp"
#include "shared/domain/tariff.hpp"
#include "shared/protocol/objects.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// What crosses the WebSocket (PROTOCOL section 3), as values. JSON lives in codec.hpp only.
namespace palang::protocol {

// -- topics and kinds -------------------------------------------------------------------

enum class topic : std::uint8_t { session, gate, lock, gateway, alert, config, sync, last = sync };
[[nodiscard]] std::string_view to_string(topic t) noexcept;
[[nodiscard]] std::optional<topic> topic_from(std::string_view word) noexcept;
/// The least role that may subscribe (3.2).
[[nodiscard]] role role_needed(topic t) noexcept;

/// A set of topics, one bit per topic.
using topic_mask = std::uint8_t;
[[nodiscard]] constexpr topic_mask bit(topic t) noexcept {
  return static_cast<topic_mask>(1U << static_cast<unsigned>(t));
}

// -- submissions (3.5) ------------------------------------------------------------------

struct entry_data {
  uuid session_id;
  std::string gate_id;
  std::optional<std::string> plate;
  std::optional<std::string> plate_reason; ///< Required when there is no plate.
  std::string vehicle_type;                ///< Checked against the configuration: bad_vehicle_type.
  std::optional<std::string> photo;        ///< SHA-256 hex.
  std::optional<std::string> ticket;       ///< The signed ticket's text.
  friend bool operator==(const entry_data&, const entry_data&) = default;
};

struct exit_data {
  std::optional<uuid> session_id; ///< One of session_id and ticket.
  std::optional<std::string> ticket;
  std::string gate_id;
  rupiah charged{};
  std::optional<payment> paid; ///< `payment`; absent when nothing was charged.
  bool is_lost_ticket = false;
  std::optional<std::string> photo;
  std::optional<std::string> plate;
  friend bool operator==(const exit_data&, const exit_data&) = default;
};

struct void_data {
  uuid session_id;
  std::string reason;
  friend bool operator==(const void_data&, const void_data&) = default;
};

struct correct_data {
  uuid session_id;
  std::optional<std::string> plate;
  std::optional<std::string> vehicle_type;
  std::optional<instant> entered_at;
  std::string reason;
  friend bool operator==(const correct_data&, const correct_data&) = default;
};

struct merge_data {
  uuid keep;
  uuid drop;
  std::string reason;
  friend bool operator==(const merge_data&, const merge_data&) = default;
};

struct gate_open_data {
  std::string gate_id;
  std::optional<std::string> reason; ///< Required unless session_id is given.
  std::optional<uuid> session_id;
  std::optional<instant> expires_at;
  friend bool operator==(const gate_open_data&, const gate_open_data&) = default;
};

struct gate_mode_data {
  std::string gate_id;
  gate_mode mode = gate_mode::automatic;
  friend bool operator==(const gate_mode_data&, const gate_mode_data&) = default;
};

struct shift_open_data {
  uuid shift_id;
  rupiah cash{};
  friend bool operator==(const shift_open_data&, const shift_open_data&) = default;
};

struct shift_records {
  std::uint32_t first_seq = 0;
  std::uint32_t last_seq = 0;
  std::uint32_t count = 0;
  friend bool operator==(const shift_records&, const shift_records&) = default;
};

struct shift_close_data {
  uuid shift_id;
  rupiah cash{};
  std::optional<shift_records> records;
  friend bool operator==(const shift_close_data&, const shift_close_data&) = default;
};

struct alert_resolve_data {
  uuid alert_id;
  std::string note;
  friend bool operator==(const alert_resolve_data&, const alert_resolve_data&) = default;
};

struct lock_sync_data {
  std::string lock_id;
  instant from{};
  instant to{};
  friend bool operator==(const lock_sync_data&, const lock_sync_data&) = default;
};

struct config_set_data {
  std::string path;  ///< JSON pointer (RFC 6901); "" is the whole document.
  std::string value; ///< JSON text.
  std::int64_t base_version = 0;
  friend bool operator==(const config_set_data&, const config_set_data&) = default;
};

struct device_approve_data {
  uuid device_id;
  friend bool operator==(const device_approve_data&, const device_approve_data&) = default;
};

struct device_revoke_data {
  uuid device_id;
  friend bool operator==(const device_revoke_data&, const device_revoke_data&) = default;
};

struct user_set_data {
  std::string username;
  std::string name;
  role user_role = role::attendant;
  std::optional<std::string> password; ///< Never logged, never stored but hashed.
  bool is_disabled = false;
  friend bool operator==(const user_set_data&, const user_set_data&) = default;
};

enum class note_kind : std::uint8_t { reprint, approval, ready_check, last = ready_check };
/// `reprint` `approval` `ready_check`
[[nodiscard]] std::string_view to_string(note_kind k) noexcept;
[[nodiscard]] std::optional<note_kind> note_kind_from(std::string_view word) noexcept;

/// What an attendant did that changes no session: one line of the audit.
struct note_data {
  note_kind what = note_kind::reprint;
  std::optional<uuid> session_id;
  std::string text;
  friend bool operator==(const note_data&, const note_data&) = default;
};

/// A supervisor answers a handheld's challenge (shared/domain/approval.hpp).
struct approval_answer_data {
  std::uint16_t device_no = 0;
  std::string challenge;
  rupiah amount{};
  friend bool operator==(const approval_answer_data&, const approval_answer_data&) = default;
};

/// What a supervisor found out about an opening; a later one replaces it.
struct opening_judge_data {
  uuid opening_id;
  opening_verdict verdict = opening_verdict::justified;
  std::string note;
  friend bool operator==(const opening_judge_data&, const opening_judge_data&) = default;
};

/// Both sessions of a duplicate are real: its alert is resolved.
struct duplicate_keep_data {
  uuid alert_id;
  std::string note;
  friend bool operator==(const duplicate_keep_data&, const duplicate_keep_data&) = default;
};

/// Takes a `duplicate.keep` back: the alert is open again.
struct duplicate_reopen_data {
  uuid alert_id;
  std::string reason;
  friend bool operator==(const duplicate_reopen_data&, const duplicate_reopen_data&) = default;
};

/// Takes the merge of this session into another back.
struct merge_undo_data {
  uuid session_id;
  std::string reason;
  friend bool operator==(const merge_undo_data&, const merge_undo_data&) = default;
};

/// One alternative per kind; the order is the order of kind_words in messages.cpp.
using submit_data =
    std::variant<entry_data, exit_data, void_data, correct_data, merge_data, gate_open_data,
                 gate_mode_data, shift_open_data, shift_close_data, alert_resolve_data,
                 lock_sync_data, config_set_data, device_approve_data, device_revoke_data,
                 user_set_data, note_data, approval_answer_data, opening_judge_data,
                 duplicate_keep_data, duplicate_reopen_data, merge_undo_data>;

/// `entry` `exit` `void` `correct` `merge` `gate.open` `gate.mode` `shift.open` `shift.close`
/// `alert.resolve` `lock.sync` `config.set` `device.approve` `device.revoke` `user.set`
/// `note` `approval.answer` `opening.judge` `duplicate.keep` `duplicate.reopen` `merge.undo`
[[nodiscard]] std::string_view kind_of(const submit_data& data) noexcept;
[[nodiscard]] role role_needed(const submit_data& data) noexcept;
/// Empty data of that kind, or nullopt for an unknown word.
[[nodiscard]] std::optional<submit_data> submit_data_of(std::string_view kind);

enum class clock_source : std::uint8_t { server, monotonic, none, last = none };
[[nodiscard]] std::string_view to_string(clock_source s) noexcept;
[[nodiscard]] std::optional<clock_source> clock_source_from(std::string_view word) noexcept;

struct clock_info {
  /// Server time - device time, as the device believes; corrected = taken_at + offset_ms.
  std::int64_t offset_ms = 0;
  clock_source source = clock_source::none;
  friend bool operator==(const clock_info&, const clock_info&) = default;
};

struct submit {
  uuid id;
  std::optional<std::uint32_t> device_seq;
  instant taken_at{};
  clock_info clock;
  bool is_offline = false;
  submit_data data;
  friend bool operator==(const submit&, const submit&) = default;
};

// -- queries (3.6) ----------------------------------------------------------------------

struct session_find {
  std::optional<std::string> plate;
  std::optional<uuid> session_id;
  std::optional<std::string> ticket; ///< Signed text or ticket number.
  std::optional<session_status> status;
  friend bool operator==(const session_find&, const session_find&) = default;
};

/// Filters shared by the lists; each list uses what makes sense for it.
struct page {
  std::optional<instant> from;      ///< Inclusive.
  std::optional<instant> to;        ///< Exclusive.
  std::optional<std::string> after; ///< Opaque cursor from `next`.
  std::int64_t limit = 50;          ///< 1 to 200.
  friend bool operator==(const page&, const page&) = default;
};

enum class amount_filter : std::uint8_t { nothing, different, under, over, last = over };
/// Of a session's charged amount: `free` (nothing was charged), `different` from the fee, `under`
/// or `over` it.
[[nodiscard]] std::string_view to_string(amount_filter f) noexcept;
[[nodiscard]] std::optional<amount_filter> amount_filter_from(std::string_view word) noexcept;

struct session_list {
  std::optional<session_status> status;
  std::optional<std::string> gate_id;
  page window;
  std::optional<domain::vehicle_class> vehicle_type{};
  std::optional<std::string> plate{};    ///< A part of the plate.
  std::optional<std::string> entry_by{}; ///< Usernames.
  std::optional<std::string> exit_by{};
  std::optional<std::string> flag{};
  std::optional<amount_filter> amount{};
  bool is_without_exit_photo = false; ///< `no_exit_photo`
  bool is_by_exit = false;            ///< `by` "exit": window and order are of exited_at.
  friend bool operator==(const session_list&, const session_list&) = default;
};
struct session_quote {
  uuid session_id;
  std::optional<instant> at;
  bool is_lost_ticket = false;
  friend bool operator==(const session_quote&, const session_quote&) = default;
};
struct gate_list {
  friend bool operator==(const gate_list&, const gate_list&) = default;
};
struct lock_list {
  friend bool operator==(const lock_list&, const lock_list&) = default;
};
struct gateway_list {
  friend bool operator==(const gateway_list&, const gateway_list&) = default;
};
struct device_list {
  friend bool operator==(const device_list&, const device_list&) = default;
};
struct user_list {
  friend bool operator==(const user_list&, const user_list&) = default;
};
struct device_keys {
  friend bool operator==(const device_keys&, const device_keys&) = default;
};
struct lock_records {
  std::string lock_id;
  page window;
  friend bool operator==(const lock_records&, const lock_records&) = default;
};
struct sync_health {
  page window;
  friend bool operator==(const sync_health&, const sync_health&) = default;
};
enum class stats_bucket : std::uint8_t { hour, day };
struct stats_summary {
  instant from{};
  instant to{};
  stats_bucket bucket = stats_bucket::hour;
  friend bool operator==(const stats_summary&, const stats_summary&) = default;
};
struct alert_list {
  page window;
  std::optional<alert_kind> kind;
  std::optional<bool> is_open; ///< `open`
  friend bool operator==(const alert_list&, const alert_list&) = default;
};
enum class duplicate_cause : std::uint8_t {
  resent,        ///< One entry was recorded twice.
  two_gates,     ///< One vehicle was recorded at two gates.
  wrong_plate,   ///< A plate was read wrongly, at the entry or at the exit.
  stale_session, ///< The vehicle had left without an exit.
  double_exit,   ///< Two exits for one stay.
  unclear,
  last = unclear
};
[[nodiscard]] std::string_view to_string(duplicate_cause c) noexcept;
[[nodiscard]] std::optional<duplicate_cause> duplicate_cause_from(std::string_view word) noexcept;

struct duplicate_list {
  page window;
  std::optional<duplicate_cause> cause{};
  std::optional<bool> is_open{}; ///< `open`
  friend bool operator==(const duplicate_list&, const duplicate_list&) = default;
};
struct shift_list {
  page window;
  std::optional<std::string> username;
  bool is_different = false; ///< `different`: only closed ones whose cash does not agree.
  friend bool operator==(const shift_list&, const shift_list&) = default;
};
struct audit_list {
  page window;
  std::optional<std::string> actor;
  std::optional<std::string> action;
  friend bool operator==(const audit_list&, const audit_list&) = default;
};
struct sync_log {
  page window;
  std::optional<std::uint16_t> device_no;
  std::optional<bool> is_accepted{}; ///< `accepted`
  std::optional<bool> is_offline{};  ///< `offline`
  friend bool operator==(const sync_log&, const sync_log&) = default;
};
struct config_get {
  friend bool operator==(const config_get&, const config_get&) = default;
};

struct opening_list {
  page window;
  std::optional<std::string> gate_id{};
  std::optional<std::string> lock_id{};
  std::optional<opening_state> state{};
  std::optional<opening_cause> cause{};
  bool is_suspect = false;         ///< `suspect`: only unexplained, no_opening and alarmed ones.
  std::optional<bool> is_judged{}; ///< `judged`
  friend bool operator==(const opening_list&, const opening_list&) = default;
};
/// Openings that people asked for.
struct command_list {
  page window;
  std::optional<std::string> username{};
  std::optional<std::string> gate_id{};
  bool is_manual = false; ///< `manual`: only those without a session.
  friend bool operator==(const command_list&, const command_list&) = default;
};
struct sync_devices {
  page window;
  friend bool operator==(const sync_devices&, const sync_devices&) = default;
};
struct shift_detail {
  uuid shift_id;
  page window; ///< Of its payments: `after` and `limit`.
  friend bool operator==(const shift_detail&, const shift_detail&) = default;
};
struct stats_report {
  instant from{};
  instant to{};
  friend bool operator==(const stats_report&, const stats_report&) = default;
};
struct stats_indicators {
  instant from{};
  instant to{};
  std::optional<std::string> gate_id{};
  friend bool operator==(const stats_indicators&, const stats_indicators&) = default;
};
/// Stays that were paid, priced again under a draft: a page at a time.
struct tariff_replay {
  domain::tariff draft; ///< `tariff`
  instant from{};       ///< Of exited_at.
  instant to{};
  std::optional<std::string> after{};
  std::int64_t limit = 1'000; ///< Stays looked at; 1 to limits::max_replay.
  friend bool operator==(const tariff_replay&, const tariff_replay&) = default;
};

using query_data =
    std::variant<session_find, session_list, session_quote, gate_list, lock_list, gateway_list,
                 device_list, user_list, device_keys, lock_records, sync_health, stats_summary,
                 alert_list, duplicate_list, shift_list, audit_list, sync_log, config_get,
                 opening_list, command_list, sync_devices, shift_detail, stats_report,
                 stats_indicators, tariff_replay>;

/// `session.find` `session.list` `session.quote` `gate.list` …
[[nodiscard]] std::string_view kind_of(const query_data& data) noexcept;
[[nodiscard]] role role_needed(const query_data& data) noexcept;
/// Empty data of that kind, or nullopt for an unknown word.
[[nodiscard]] std::optional<query_data> query_data_of(std::string_view kind);

struct query {
  std::string id; ///< Echoed; at most 64 characters.
  query_data data;
  friend bool operator==(const query&, const query&) = default;
};

// -- client to server -------------------------------------------------------------------

struct resume_point {
  std::string epoch;
  std::int64_t seq = 0;
  friend bool operator==(const resume_point&, const resume_point&) = default;
};

struct hello {
  std::string token;
  std::string app;
  std::string app_version;
  std::vector<std::string> topics; ///< As words: an unknown one is named in the error.
  std::optional<resume_point> resume;
  bool is_batch = false; ///< `batch`
  friend bool operator==(const hello&, const hello&) = default;
};

struct ping {
  std::int64_t n = 0;
  friend bool operator==(const ping&, const ping&) = default;
};

using client_message = std::variant<hello, ping, submit, query>;

// -- server to client -------------------------------------------------------------------

struct welcome {
  uuid connection;
  std::string epoch;
  std::int64_t seq = 0;
  std::int64_t oldest_seq = 0;
  bool is_resumed = false;
  instant server_time{};
  bool is_db_up = true;
  std::int64_t config_version = 0;
  std::int64_t heartbeat_ms = 10000;
  std::int64_t reconnect_jitter_ms = 5000;
  user who;
  /// More than the protocol fixes: what the device signs tickets with.
  std::optional<std::uint16_t> device_no;
  friend bool operator==(const welcome&, const welcome&) = default;
};

/// One committed change. `data` is JSON text, encoded once.
struct event {
  std::int64_t seq = 0;
  instant at{};
  topic event_topic = topic::session;
  std::string kind;
  std::string data;
  /// device.* events go to admins only though their topic is config.
  [[nodiscard]] bool is_admin_only() const noexcept { return kind.starts_with("device."); }
  friend bool operator==(const event&, const event&) = default;
};

struct status {
  bool is_db_up = true;
  instant since{};
  instant server_time{};
  std::string detail;
  friend bool operator==(const status&, const status&) = default;
};

struct pong {
  std::int64_t n = 0;
  bool is_db_up = true;
  instant server_time{};
  std::int64_t seq = 0;
  friend bool operator==(const pong&, const pong&) = default;
};

struct accepted {
  uuid id;
  std::int64_t seq = 0;
  bool is_duplicate = false;
  std::string data; ///< JSON text.
  friend bool operator==(const accepted&, const accepted&) = default;
};

struct rejected {
  uuid id;
  error why;
  friend bool operator==(const rejected&, const rejected&) = default;
};

struct query_result {
  std::string id;
  std::string data; ///< JSON text.
  friend bool operator==(const query_result&, const query_result&) = default;
};

/// `error` on the wire: answers a query, or (then without id) a frame that could not be read.
struct error_message {
  std::optional<std::string> id;
  error why;
  std::optional<std::int64_t> retry_after_ms;
  friend bool operator==(const error_message&, const error_message&) = default;
};

using server_message =
    std::variant<welcome, event, status, pong, accepted, rejected, query_result, error_message>;

// -- HTTP (section 2) -------------------------------------------------------------------

struct login_request {
  std::string username;
  std::string password;
  std::optional<uuid> device_id;
  std::optional<std::string> device_key; ///< base64, 32 bytes.
  std::optional<std::string> enrolment;
  std::optional<std::uint16_t> device_no; ///< What the device was given before.
  friend bool operator==(const login_request&, const login_request&) = default;
};

struct login_reply {
  std::string token;
  instant expires_at{};
  user who;
  uuid site_id;
  std::string site_name;
  std::string epoch;
  friend bool operator==(const login_reply&, const login_reply&) = default;
};

} // namespace palang::protocol
