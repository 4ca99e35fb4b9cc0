#pragma once

#include "shared/core/clock.hpp"
#include "shared/core/money.hpp"
#include "shared/core/uuid.hpp"
#include "shared/domain/tariff.hpp"
#include "shared/protocol/objects.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

/// What a client asks (PROTOCOL 3.6 and 3.9), as values.
namespace palang::protocol {

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
  bool is_without_exit_photo = false;      ///< `no_exit_photo`
  bool is_by_exit = false;                 ///< `by` "exit": window and order are of exited_at.
  std::optional<std::string> attendant{};  ///< Username: recorded the entry or the exit.
  std::optional<std::string> method{};     ///< cash qris emoney transfer: something was paid so.
  std::optional<std::int64_t> stay_from{}; ///< Whole minutes, inclusive; of an open one until now.
  std::optional<std::int64_t> stay_to{};   ///< Exclusive.
  std::optional<rupiah> charged_from{};    ///< Inclusive.
  std::optional<rupiah> charged_to{};      ///< Exclusive.
  bool is_notable = false;                 ///< `notable`: only those that a person should look at.
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

} // namespace palang::protocol
