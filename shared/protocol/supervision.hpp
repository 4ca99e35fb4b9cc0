#pragma once

#include "shared/core/result.hpp"
#include "shared/protocol/messages.hpp"
#include "shared/protocol/objects.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What a supervisor's queries answer (PROTOCOL 3.9), as values that a client reads.
namespace palang::protocol {

/// Words of the server in both languages.
struct both_languages {
  std::string id; ///< `text_id`
  std::string en; ///< `text_en`
  friend bool operator==(const both_languages&, const both_languages&) = default;
};

// -- opening.list -----------------------------------------------------------------------

struct opening_entry {
  opening shown; ///< `opening`
  std::string lock_name;
  std::string gate_name;
  std::string plate;        ///< Of the session.
  std::string requested_by; ///< Of the command.
  std::optional<lock_record> record;
  std::optional<uuid> alert_id;
  friend bool operator==(const opening_entry&, const opening_entry&) = default;
};

// -- duplicate.list ---------------------------------------------------------------------

struct duplicate_suggestion {
  std::string action; ///< merge keep void look
  std::optional<uuid> keep;
  std::optional<uuid> drop;
  std::vector<both_languages> reasons;
  friend bool operator==(const duplicate_suggestion&, const duplicate_suggestion&) = default;
};

struct duplicate_undo {
  std::string kind; ///< merge.undo or duplicate.reopen
  uuid id;
  friend bool operator==(const duplicate_undo&, const duplicate_undo&) = default;
};

struct duplicate_group {
  alert raised; ///< `alert`
  std::vector<session> sessions;
  duplicate_cause cause = duplicate_cause::unclear;
  duplicate_suggestion suggestion;
  both_languages prevention;
  std::string resolution; ///< merged kept settled; empty while it is open.
  std::optional<duplicate_undo> undo;
  friend bool operator==(const duplicate_group&, const duplicate_group&) = default;
};

struct cause_count {
  duplicate_cause cause = duplicate_cause::unclear;
  std::int64_t count = 0;
  friend bool operator==(const cause_count&, const cause_count&) = default;
};

// -- sync.devices -----------------------------------------------------------------------

struct offline_window {
  instant from{};
  instant to{};
  std::int64_t count = 0; ///< Records that were made within it.
  friend bool operator==(const offline_window&, const offline_window&) = default;
};

struct code_count {
  std::string code;
  std::int64_t count = 0;
  friend bool operator==(const code_count&, const code_count&) = default;
};

struct device_sync {
  device shown;
  std::int64_t offline_count = 0;
  std::int64_t greatest_delay_ms = 0;
  std::vector<offline_window> windows;
  std::vector<code_count> refused;
  std::int64_t clock_faults = 0;
  std::int64_t clock_uncertain = 0;
  friend bool operator==(const device_sync&, const device_sync&) = default;
};

// -- shift.detail -----------------------------------------------------------------------

struct method_sum {
  std::string method; ///< cash qris emoney transfer
  std::int64_t count = 0;
  rupiah amount{};
  friend bool operator==(const method_sum&, const method_sum&) = default;
};

struct shift_payment {
  uuid session_id;
  instant at{};
  std::string method;
  rupiah amount{};
  std::optional<rupiah> tendered;
  std::optional<session> stay; ///< `session`
  friend bool operator==(const shift_payment&, const shift_payment&) = default;
};

struct shift_suspect {
  session stay; ///< `session`
  rupiah amount{};
  std::int64_t score = 0; ///< 0 to 100.
  std::vector<both_languages> reasons;
  friend bool operator==(const shift_suspect&, const shift_suspect&) = default;
};

struct shift_page {
  shift shown;
  std::vector<method_sum> methods;
  std::vector<shift_payment> payments;
  std::vector<shift_suspect> suspects; ///< Of the first page.
  friend bool operator==(const shift_page&, const shift_page&) = default;
};

// -- stats.report -----------------------------------------------------------------------

struct report_totals {
  std::int64_t entries = 0;
  std::int64_t exits = 0;
  rupiah revenue{};
  rupiah fee{};
  rupiah tax{}; ///< Contained in `revenue`.
  rupiah net{};
  std::int64_t free_exits = 0;
  std::int64_t lost_tickets = 0;
  std::int64_t differences = 0;
  std::int64_t no_exit_photo = 0;
  std::optional<std::int64_t> average_stay_min;
  friend bool operator==(const report_totals&, const report_totals&) = default;
};

/// One part of the whole: a class, a gate or an hour.
struct report_part {
  std::string name; ///< vehicle_type, gate_id, or the local hour.
  std::int64_t entries = 0;
  std::int64_t exits = 0;
  rupiah revenue{};
  friend bool operator==(const report_part&, const report_part&) = default;
};

struct report_shifts {
  std::int64_t count = 0;
  std::int64_t open = 0;
  rupiah expected{};
  rupiah counted{};
  rupiah difference{};
  friend bool operator==(const report_shifts&, const report_shifts&) = default;
};

struct period_report {
  report_totals totals;
  std::vector<report_part> by_type;
  std::vector<report_part> by_gate;
  std::vector<report_part> by_hour;
  std::vector<method_sum> methods;
  std::vector<code_count> openings; ///< Cause or state.
  report_shifts shifts;
  friend bool operator==(const period_report&, const period_report&) = default;
};

// -- stats.indicators -------------------------------------------------------------------

struct indicator {
  std::string kind;
  std::int64_t count = 0;
  std::int64_t base = 0;
  std::int64_t value = 0; ///< Rupiah or per mille.
  std::optional<std::int64_t> expected;
  std::optional<std::int64_t> low;
  std::optional<std::int64_t> high;
  bool is_outside = false; ///< `outside`
  both_languages text;
  std::string look_kind; ///< `look`: the query that lists the records behind the number …
  std::string look_data; ///< … as JSON text.
  friend bool operator==(const indicator&, const indicator&) = default;
};

struct attendant_indicators {
  std::string username;
  std::int64_t exits = 0;
  std::int64_t entries = 0;
  std::vector<indicator> indicators;
  friend bool operator==(const attendant_indicators&, const attendant_indicators&) = default;
};

// -- tariff.replay ----------------------------------------------------------------------

struct replay_change {
  uuid session_id;
  std::string plate;
  std::int64_t minutes = 0;
  rupiah before{};
  rupiah after{};
  friend bool operator==(const replay_change&, const replay_change&) = default;
};

struct replay_page {
  std::int64_t stays = 0;
  rupiah before{};
  rupiah after_draft{};
  std::int64_t dearer = 0;
  std::int64_t cheaper = 0;
  std::int64_t same = 0;
  std::int64_t unpriced = 0;
  std::vector<replay_change> changes;
  std::optional<std::string> next;
  std::optional<std::int64_t> total;
  friend bool operator==(const replay_page&, const replay_page&) = default;
};

[[nodiscard]] result<opening_entry> decode_opening_entry(std::string_view text);
[[nodiscard]] result<duplicate_group> decode_duplicate_group(std::string_view text);
[[nodiscard]] result<cause_count> decode_cause_count(std::string_view text);
[[nodiscard]] result<device_sync> decode_device_sync(std::string_view text);
[[nodiscard]] result<shift_page> decode_shift_page(std::string_view text);
[[nodiscard]] result<shift_payment> decode_shift_payment(std::string_view text);
[[nodiscard]] result<period_report> decode_period_report(std::string_view text);
[[nodiscard]] result<attendant_indicators> decode_attendant_indicators(std::string_view text);
[[nodiscard]] result<replay_page> decode_replay_page(std::string_view text);

/// A query of this kind from its `data` as JSON text: of what an indicator's `look` names.
[[nodiscard]] result<query_data> decode_query_data(std::string_view kind, std::string_view data);

} // namespace palang::protocol
