#pragma once

#include "shared/core/result.hpp"
#include "shared/protocol/messages.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace palang::storage {

struct journal_range {
  std::int64_t oldest_seq = 1; ///< newest_seq + 1 when the journal is empty.
  std::int64_t newest_seq = 0;
};

/// What names a history, and where it came from.
struct history {
  std::string epoch;                  ///< Set once when the database was made or restored.
  std::optional<instant> restored_at; ///< When it was restored from a backup.
  std::uint16_t new_devices_from = 0; ///< Numbers below may be known to devices that the backup
                                      ///< lacks; 0: never restored.
};

/// Events in their one gapless order.
class journal_repository {
public:
  virtual ~journal_repository() = default;
  /// `e.seq` is the newest seq + 1, read inside the same transaction.
  [[nodiscard]] virtual result<void> append(const protocol::event& e) = 0;
  [[nodiscard]] virtual result<std::vector<protocol::event>> after(std::int64_t seq,
                                                                   std::size_t limit) = 0;
  [[nodiscard]] virtual result<journal_range> range() = 0;
  /// Removes up to `limit` of the oldest events, without leaving a gap: those that are older than
  /// `before`, and those that are not among the newest `most` (0: all may stay). Never the newest
  /// one (it keeps the series going). Returns how many.
  [[nodiscard]] virtual result<std::int64_t> prune(instant before, std::int64_t most,
                                                   std::int64_t limit) = 0;
  [[nodiscard]] virtual result<history> history_of() = 0;
};

} // namespace palang::storage
