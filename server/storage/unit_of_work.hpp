#pragma once

#include "shared/core/result.hpp"

namespace palang::storage {

/// One transaction at a time over all repositories of a session. Every repository call happens
/// inside one. Errors of every call here and in the repositories: db_unavailable, busy (another
/// transaction won: the same may be tried again at once), corrupt, internal; after one of them,
/// rollback().
class unit_of_work {
public:
  virtual ~unit_of_work() = default;
  /// Waits for the write lock (SQLite: at most 300 ms). Connects again when the session was lost.
  [[nodiscard]] virtual result<void> begin_write() = 0;
  /// All reads until commit() see one moment.
  [[nodiscard]] virtual result<void> begin_read() = 0;
  /// Durable when it returns without an error.
  [[nodiscard]] virtual result<void> commit() = 0;
  /// Never fails for the caller: the session is usable again, or will be reconnected.
  virtual void rollback() noexcept = 0;

  /// One level; ended by one of the two calls below.
  [[nodiscard]] virtual result<void> set_savepoint() = 0;
  [[nodiscard]] virtual result<void> release_savepoint() = 0;
  [[nodiscard]] virtual result<void> rollback_to_savepoint() = 0;
};

/// Rolls back on every way out that did not commit.
class transaction {
public:
  explicit transaction(unit_of_work& work) : work_{&work} {}
  transaction(const transaction&) = delete;
  transaction& operator=(const transaction&) = delete;
  ~transaction() {
    if (work_)
      work_->rollback();
  }
  [[nodiscard]] result<void> commit() {
    auto done = work_->commit();
    if (done)
      work_ = nullptr;
    return done;
  }

private:
  unit_of_work* work_;
};

} // namespace palang::storage
