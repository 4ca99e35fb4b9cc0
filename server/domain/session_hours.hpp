#pragma once

#include "shared/core/clock.hpp"
#include "shared/core/money.hpp"
#include "shared/protocol/objects.hpp"

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

/// What sessions add to the counts of an hour. The counts are kept with every write, so that a
/// report over a year reads hours and not sessions.
namespace palang::domain {

/// One hour (UTC), gate, class and person.
struct hour_key {
  instant hour{};
  std::string gate_id;
  vehicle_class vehicle_type = vehicle_class::mobil;
  std::string username; ///< Empty when not known.
  friend auto operator<=>(const hour_key&, const hour_key&) = default;
};

struct hour_counts {
  std::int64_t entries = 0;
  std::int64_t exits = 0;
  std::int64_t orphans = 0; ///< Of the exits, those without an entry.
  rupiah revenue{};         ///< Charged.
  rupiah fee{};             ///< What the tariff says.
  std::int64_t free_exits = 0;
  std::int64_t lost_tickets = 0;
  std::int64_t differences = 0;  ///< charged <> fee
  std::int64_t undercharged = 0; ///< charged < fee
  std::int64_t no_photo = 0;     ///< Exits without one.
  std::int64_t stays = 0;        ///< Exits whose entry is known …
  std::int64_t stay_min = 0;     ///< … and their minutes.

  hour_counts& operator+=(const hour_counts& other);
  hour_counts operator-() const;
  friend bool operator==(const hour_counts&, const hour_counts&) = default;
};

using hour_shares = std::map<hour_key, hour_counts>;

/// The beginning of the hour (UTC) that `at` lies in.
[[nodiscard]] instant hour_of(instant at);

/// The shares of one session: of its entry's hour and of its exit's. A void or merged one has none.
[[nodiscard]] hour_shares shares_of(const protocol::session& s);

/// Flags that make a session notable.
[[nodiscard]] bool is_notable_flag(std::string_view flag);

/// Should a person look at it? Void, merged, without entry, charged otherwise than the tariff says,
/// or flagged as more than a sign of its circumstances.
[[nodiscard]] bool is_notable(const protocol::session& s);

} // namespace palang::domain
