#pragma once

#include "shared/core/clock.hpp"
#include "shared/core/money.hpp"
#include "shared/core/uuid.hpp"
#include "shared/protocol/config.hpp"
#include "shared/protocol/messages.hpp"

#include <cstdint>
#include <vector>

/// One day of a car park, made up from a seed: what 20 handhelds recorded.
namespace palang::testing {

struct day_options {
  std::uint32_t seed = 1;
  int stays = 5'000;
  int devices = 20; ///< The first half records entries, the second half exits.
  instant end{};    ///< The day lies in the 24 h before.
};

/// What one handheld has in its outbox at the end of the day, in the order of recording; and its
/// shift's reckoning.
struct device_day {
  std::vector<protocol::submit> records; ///< device_seq from 1: shift.open, …, shift.close.
  rupiah opening_cash{};
  rupiah cash_taken{}; ///< Payments in cash.
};

struct day {
  std::vector<device_day> devices;
  std::int64_t entries = 0;
  std::int64_t exits = 0;
  rupiah fees{}; ///< As the handhelds priced the stays.
  rupiah charged{};
  rupiah cash{};
};

/// Prices every exit with the tariffs of `config`, as a handheld would.
[[nodiscard]] day make_day(const day_options& o, const protocol::config& config);

} // namespace palang::testing
