#pragma once

#include "shared/core/result.hpp"
#include "shared/protocol/messages.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace palang::storage {

struct journal_range {
  std::int64_t oldest_seq = 1; ///< newest_seq + 1 when the journal is empty.
  std::int64_t newest_seq = 0;
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
  /// Removes events older than `before`, never the newest one (it keeps the series going).
  [[nodiscard]] virtual result<void> prune(instant before) = 0;
  /// Names this history; set once when the database was made.
  [[nodiscard]] virtual result<std::string> epoch() = 0;
};

} // namespace palang::storage
