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

/// Which events may go, and how many at once.
struct journal_excess {
  instant before{};            ///< Those that are older than this …
  std::int64_t most = 0;       ///< … and all but the newest so many; 0: all may stay.
  std::int64_t limit = 0;      ///< At most so many, the oldest.
  std::int64_t oldest_seq = 0; ///< None is older, as the last cut said; 0: not known.
};

struct journal_cut {
  std::int64_t removed = 0;
  std::int64_t oldest_seq = 1; ///< That is left.
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
  /// 0 when the journal is empty. For each write: asks for no oldest one, which on MariaDB may lie
  /// behind a million rows that were removed and not cleared away yet.
  [[nodiscard]] virtual result<std::int64_t> newest_seq() = 0;
  [[nodiscard]] virtual result<journal_range> range() = 0;
  /// Removes the oldest events without leaving a gap; never the newest one, which keeps the series
  /// going.
  [[nodiscard]] virtual result<journal_cut> prune(const journal_excess& what) = 0;
  [[nodiscard]] virtual result<history> history_of() = 0;
};

} // namespace palang::storage
