#pragma once

#include "server/storage/page_cursor.hpp"
#include "shared/core/result.hpp"
#include "shared/protocol/objects.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace palang::storage {

struct alert_filter {
  std::optional<protocol::alert_kind> kind;
  std::optional<bool> is_open;
  std::optional<instant> from;
  std::optional<instant> to;
  std::optional<page_cursor> after;
  std::int64_t limit = 50;
};

class alert_repository {
public:
  virtual ~alert_repository() = default;
  [[nodiscard]] virtual result<void> insert(const protocol::alert& row) = 0;
  [[nodiscard]] virtual result<std::optional<protocol::alert>> find(const uuid& id) = 0;
  /// Sets resolved_at and note.
  [[nodiscard]] virtual result<void> resolve(const protocol::alert& row) = 0;
  /// Forgets resolved_at and note.
  [[nodiscard]] virtual result<void> reopen(const uuid& id) = 0;
  [[nodiscard]] virtual result<std::vector<protocol::alert>>
  open_of_session(const uuid& session_id, protocol::alert_kind kind) = 0;
  [[nodiscard]] virtual result<std::vector<protocol::alert>>
  open_of_device(const uuid& device_id, protocol::alert_kind kind) = 0;
  [[nodiscard]] virtual result<std::vector<protocol::alert>>
  open_of_lock(const std::string& lock_id, protocol::alert_kind kind) = 0;
  /// Whatever they refer to.
  [[nodiscard]] virtual result<std::vector<protocol::alert>>
  open_of_kind(protocol::alert_kind kind) = 0;
  /// Newest first.
  [[nodiscard]] virtual result<std::vector<protocol::alert>> list(const alert_filter& filter) = 0;
};

} // namespace palang::storage
