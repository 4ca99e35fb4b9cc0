#pragma once

#include "shared/core/result.hpp"
#include "shared/protocol/objects.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace palang::storage {

struct stored_opening {
  protocol::opening shown;
  instant judge_after{}; ///< When it is decided if nothing more came; kept only while it waits.
  std::optional<uuid> alert_id;
};

/// Where a list of openings goes on: strictly older than this.
struct opening_cursor {
  instant at{};
  std::string id; ///< Empty: older than `at` itself.
};

struct opening_filter {
  std::optional<instant> from;
  std::optional<instant> to;
  std::optional<opening_cursor> after;
  std::int64_t limit = 50;
  std::optional<std::string> gate_id{};
  std::optional<std::string> lock_id{};
  std::optional<protocol::opening_state> state{};
  std::optional<protocol::opening_cause> cause{};
  bool is_suspect = false; ///< unexplained, no_opening and alarmed ones.
  std::optional<bool> is_judged{};
};

struct opening_page {
  std::vector<stored_opening> openings; ///< Newest first.
  std::optional<opening_cursor> next;   ///< Also of a page that is short: see session_queries::list.
};

/// Openings of gates: what a lock recorded and what explains it. Either half may come first; a row
/// begins with the half that came and ends with both, or with an alert.
class opening_repository {
public:
  virtual ~opening_repository() = default;
  [[nodiscard]] virtual result<void> insert(const stored_opening& row) = 0;
  [[nodiscard]] virtual result<void> update(const stored_opening& row) = 0;
  [[nodiscard]] virtual result<void> remove(const uuid& id) = 0;
  [[nodiscard]] virtual result<std::optional<stored_opening>> find(const uuid& id) = 0;
  /// Of the lock, within [from, to] of `at`, oldest first, at most 200.
  [[nodiscard]] virtual result<std::vector<stored_opening>> near(const std::string& lock_id,
                                                                 instant from, instant to) = 0;
  [[nodiscard]] virtual result<std::vector<stored_opening>> of_session(const uuid& session_id) = 0;
  [[nodiscard]] virtual result<std::optional<stored_opening>>
  of_command(const uuid& command_id) = 0;
  /// Waiting ones with judge_after <= now, oldest first.
  [[nodiscard]] virtual result<std::vector<stored_opening>> due(instant now,
                                                                std::int64_t limit) = 0;
  [[nodiscard]] virtual result<opening_page> list(const opening_filter& filter) = 0;
  /// How many of [from, to) are suspect, by state.
  [[nodiscard]] virtual result<std::map<protocol::opening_state, std::int64_t>>
  count_suspect(instant from, instant to) = 0;
  /// How many of [from, to) somebody asked for or did by hand: manual, test and person.
  [[nodiscard]] virtual result<std::map<protocol::opening_cause, std::int64_t>>
  count_by_hand(instant from, instant to) = 0;
  /// awaiting_record and no_opening of all locks, with `at` in [from, to), oldest first.
  [[nodiscard]] virtual result<std::vector<stored_opening>> without_record(instant from,
                                                                           instant to) = 0;
};

} // namespace palang::storage
