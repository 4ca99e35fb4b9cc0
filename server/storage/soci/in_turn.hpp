#pragma once

#include "server/storage/soci/statement.hpp"

#include <chrono>
#include <string>
#include <tuple>

namespace palang::storage {

/// Other processes that prepare the same database hold it for as long as their pieces take.
inline constexpr std::chrono::hours longest_turn{1};

/// Runs `work` in a transaction that writes. Waits while other writers keep it out, and begins anew
/// when one of them won. For what nobody waits for at a gate. Errors: db_unavailable.
template <class F>
[[nodiscard]] result<void> in_turn(connection& db, F&& work) {
  const std::string lock{db.speaks().lock_writers()};
  const auto deadline = std::chrono::steady_clock::now() + longest_turn;
  while (true) {
    auto done = db.guarded([&] {
      db.execute(db.speaks().begin_write());
      if (!lock.empty())
        statement<std::tuple<>, std::tuple<text>>{db, lock}.one();
      work();
      db.execute("COMMIT");
    });
    if (done)
      return done;
    const bool was_held = db.was_held();
    static_cast<void>(db.guarded([&] { db.execute("ROLLBACK"); }));
    if (!was_held || std::chrono::steady_clock::now() > deadline)
      return done;
  }
}

} // namespace palang::storage
