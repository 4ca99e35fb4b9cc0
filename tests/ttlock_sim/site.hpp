#pragma once

#include "tests/ttlock_sim/model/world.hpp"

#include <string>
#include <vector>

namespace palang::ttlock_sim {

/// A world for tests: two locks, one gateway that hears both, nothing takes time unless a test says
/// so, somebody has logged in.
struct site {
  static constexpr lock_id entrance = 1;
  static constexpr lock_id exit = 2;
  static constexpr instant start = from_ms(1'767'225'600'000); ///< 2026-01-01T00:00:00Z

  explicit site(std::uint64_t seed = 1);

  world w;

  [[nodiscard]] lock& at(lock_id id) { return *w.find_lock(id); }
  [[nodiscard]] gateway& hub() { return *w.find_gateway(9); }
  std::uint64_t card(lock_id id, const std::string& username = "Kartu 1");
  void pass(milliseconds time) { w.plan.run_until(w.now() + time); }
  /// The bodies that have come out since the last call, all taken as answered.
  std::vector<std::string> callbacks();
  /// The `records` of those that carry records, in order, as usernames.
  std::vector<std::vector<std::string>> pushed_names();
  [[nodiscard]] record_page listed(lock_id id, std::size_t page_size = 200);
};

} // namespace palang::ttlock_sim
