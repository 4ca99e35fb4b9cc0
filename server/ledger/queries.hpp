#pragma once

#include "server/ledger/ledger.hpp"
#include "server/storage/repositories.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// The queries of PROTOCOL 3.6, each the JSON text of its result's data. Run inside a read
/// transaction.
///
/// Names of the lists: sessions, keys, gates, devices, users, locks, gateways, records, alerts,
/// duplicates, shifts, entries (audit.list, sync.log), buckets (stats.summary); paged ones have
/// `next`, a cursor or null. What supervisors look at is in PROTOCOL 3.9.
/// sync.health has gateways, locks, devices, calls {month, used, limit} and rejects.
namespace palang::ledger {

/// What a query may use.
struct query_context {
  storage::repositories& db;
  const config_snapshot& config;
  instant now{};
  std::optional<std::int64_t> monthly_calls; ///< TTLock's quota.
};

[[nodiscard]] result<std::string> answer(const query_context& q,
                                         const protocol::session_find& what);
[[nodiscard]] result<std::string> answer(const query_context& q,
                                         const protocol::session_list& what);
[[nodiscard]] result<std::string> answer(const query_context& q,
                                         const protocol::session_quote& what);
[[nodiscard]] result<std::string> answer(const query_context& q, const protocol::gate_list& what);
[[nodiscard]] result<std::string> answer(const query_context& q, const protocol::lock_list& what);
[[nodiscard]] result<std::string> answer(const query_context& q,
                                         const protocol::gateway_list& what);
[[nodiscard]] result<std::string> answer(const query_context& q, const protocol::device_list& what);
[[nodiscard]] result<std::string> answer(const query_context& q, const protocol::user_list& what);
[[nodiscard]] result<std::string> answer(const query_context& q, const protocol::device_keys& what);
[[nodiscard]] result<std::string> answer(const query_context& q,
                                         const protocol::lock_records& what);
[[nodiscard]] result<std::string> answer(const query_context& q, const protocol::sync_health& what);
[[nodiscard]] result<std::string> answer(const query_context& q,
                                         const protocol::stats_summary& what);
[[nodiscard]] result<std::string> answer(const query_context& q, const protocol::alert_list& what);
[[nodiscard]] result<std::string> answer(const query_context& q,
                                         const protocol::duplicate_list& what);
[[nodiscard]] result<std::string> answer(const query_context& q, const protocol::shift_list& what);
[[nodiscard]] result<std::string> answer(const query_context& q, const protocol::audit_list& what);
[[nodiscard]] result<std::string> answer(const query_context& q, const protocol::sync_log& what);
[[nodiscard]] result<std::string> answer(const query_context& q, const protocol::config_get& what);

[[nodiscard]] result<std::string> answer(const query_context& q,
                                         const protocol::opening_list& what);
[[nodiscard]] result<std::string> answer(const query_context& q,
                                         const protocol::command_list& what);
[[nodiscard]] result<std::string> answer(const query_context& q,
                                         const protocol::sync_devices& what);
[[nodiscard]] result<std::string> answer(const query_context& q,
                                         const protocol::shift_detail& what);
[[nodiscard]] result<std::string> answer(const query_context& q,
                                         const protocol::stats_report& what);
[[nodiscard]] result<std::string> answer(const query_context& q,
                                         const protocol::stats_indicators& what);
[[nodiscard]] result<std::string> answer(const query_context& q,
                                         const protocol::tariff_replay& what);

/// How the note of an alert begins that duplicate.keep resolved.
inline constexpr std::string_view kept_note = "kept: ";

/// Every gate as it is now.
[[nodiscard]] result<std::vector<protocol::gate>> gates_now(const query_context& q);

/// The gateway as PROTOCOL section 7 shows it.
[[nodiscard]] protocol::gateway gateway_view(const storage::stored_gateway& row);

/// Sets a device's last_seq and missing ranges, which the submissions know.
[[nodiscard]] result<protocol::device> with_progress(storage::repositories& db, protocol::device d);

} // namespace palang::ledger
