#pragma once

#include "shared/core/result.hpp"
#include "shared/protocol/objects.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace palang::storage {

struct stored_opening {
  protocol::opening shown;
  instant judge_after{}; ///< When it is decided if nothing more came; kept only while it waits.
  std::optional<uuid> alert_id;
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
  /// awaiting_record and no_opening of all locks, with `at` in [from, to), oldest first.
  [[nodiscard]] virtual result<std::vector<stored_opening>> without_record(instant from,
                                                                           instant to) = 0;
};

} // namespace palang::storage
