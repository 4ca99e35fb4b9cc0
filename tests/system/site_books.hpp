#pragma once

#include "shared/core/money.hpp"
#include "shared/core/uuid.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace palang::testing {

/// What a stay comes to, whatever history tells it.
struct stay_facts {
  std::string status;
  std::string plate;
  std::string ticket;
  std::int64_t entered_ms = 0;
  std::int64_t exited_ms = 0;
  std::int64_t fee = 0;
  std::int64_t charged = 0;
  friend bool operator==(const stay_facts&, const stay_facts&) = default;
};

/// All that a server knows, asked for over the protocol.
struct site_books {
  std::string epoch;
  std::map<uuid, stay_facts> stays; ///< But merged ones.
  std::multiset<uuid> accepted;     ///< Submissions of devices.
  std::multiset<uuid> refused;
  rupiah charged{};                     ///< Of all stays.
  std::vector<std::string> open_alerts; ///< Kinds.
  bool is_journal_gapless = false;      ///< From its oldest event to its newest.
  std::multiset<uuid> told_entries;     ///< Sessions in its session.entered events.
  std::multiset<uuid> told_exits;
  std::vector<std::int64_t> order; ///< device_seq of all records of devices, oldest first.

  /// Sums of the same: a second reading of money that no list could hide.
  std::int64_t entries = 0;
  std::int64_t exits = 0;
};

/// Logs in as the administrator. Throws std::runtime_error when the server refuses.
[[nodiscard]] site_books read_books(std::uint16_t port);

/// For a failing test's message.
std::ostream& operator<<(std::ostream& out, const stay_facts& s);

} // namespace palang::testing
