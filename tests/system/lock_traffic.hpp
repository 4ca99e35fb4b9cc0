#pragma once

#include "tests/system/lock_site.hpp"

#include <map>
#include <random>
#include <string>
#include <vector>

namespace palang::testing {

/// What happens at the gates of a site, from one seed: records of all kinds, several within a
/// second, and openings through the server.
class lock_traffic {
public:
  lock_traffic(lock_site& site, unsigned seed) : site_{site}, chance_{seed} {}

  /// So many records at any of the locks, at once.
  void happen(int count);
  /// So many at one lock, none of which opens it.
  void crowd(std::int64_t lock, int count);
  /// Asks the server to open one of the gates, each in turn; it may refuse, or be gone.
  void ask_to_open();

  /// Every passcode that was ever typed: long, so that no other number holds it by chance.
  [[nodiscard]] const std::vector<std::string>& passcodes() const noexcept { return passcodes_; }
  /// Of what ask_to_open() asked, by lock.
  [[nodiscard]] int asked(std::int64_t lock) const;

private:
  [[nodiscard]] std::string name();
  [[nodiscard]] sim_control::json record();
  [[nodiscard]] std::uint64_t below(std::uint64_t end) { return chance_() % end; }

  lock_site& site_;
  std::mt19937_64 chance_;
  std::vector<std::string> passcodes_;
  std::map<std::int64_t, int> asked_;
  int openings_ = 0;
  int names_ = 0;
};

} // namespace palang::testing
