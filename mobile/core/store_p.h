#pragma once

#include "mobile/core/sqlite.h"
#include "mobile/core/store.h"

namespace palang::mobile {

/// What the store_*.cpp files share.
struct Store::Private {
  explicit Private(const clock& c) : time{c} {}

  /// Writes the session as this device sees it. `serverVersion`: of what the server told; none for
  /// a local change.
  [[nodiscard]] result<void> writeSession(const protocol::session& s,
                                          std::optional<std::int64_t> serverVersion, instant at);
  /// Unless a local change is pending or a newer version is here.
  [[nodiscard]] result<void> takeServerSession(const protocol::session& s);
  [[nodiscard]] result<bool> hasPendingChange(const uuid& sessionId);

  const clock& time;
  sqlite::Database db;
};

} // namespace palang::mobile
