#pragma once

#include "shared/core/result.hpp"
#include "shared/protocol/objects.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace palang::storage {

/// What a merge changed beside the two sessions' own words: all that taking it back needs.
struct stored_merge {
  uuid drop;
  uuid keep;
  instant at{};
  std::string actor;
  protocol::session_status drop_status = protocol::session_status::open; ///< Before.
  bool took_exit = false;        ///< The kept session got the dropped one's exit.
  std::int64_t keep_version = 0; ///< Of the kept session right after.
  std::vector<uuid> payments{};  ///< Their submissions.
  std::vector<uuid> openings{};
  std::vector<uuid> alerts{}; ///< That it resolved.
  std::optional<instant> undone_at{};
  friend bool operator==(const stored_merge&, const stored_merge&) = default;
};

class merge_repository {
public:
  virtual ~merge_repository() = default;
  /// Of a session that was dropped before and taken back, the last merge alone is kept.
  [[nodiscard]] virtual result<void> put(const stored_merge& row) = 0;
  [[nodiscard]] virtual result<std::optional<stored_merge>> find(const uuid& drop) = 0;
  [[nodiscard]] virtual result<void> note_undone(const uuid& drop, instant at) = 0;
};

} // namespace palang::storage
