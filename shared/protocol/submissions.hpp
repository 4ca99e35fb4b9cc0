#pragma once

#include "shared/core/clock.hpp"
#include "shared/core/money.hpp"
#include "shared/core/uuid.hpp"
#include "shared/protocol/objects.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

/// Every change that a client makes (PROTOCOL 3.5), as values.
namespace palang::protocol {

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

} // namespace palang::protocol
