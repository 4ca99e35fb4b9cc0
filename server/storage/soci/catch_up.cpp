#include "server/storage/soci/catch_up.hpp"

#include "server/storage/soci/in_turn.hpp"
#include "server/storage/soci/long_sums.hpp"
#include "server/storage/soci/plate_index.hpp"

namespace palang::storage {

namespace {

/// Takes about as long as rolling a week.
constexpr integer sessions_at_a_time = 4'000;

/// Commits after each piece until one finds nothing to do.
template <class Piece>
result<void> in_pieces(connection& db, Piece&& piece) {
  bool has_more = true;
  while (has_more)
    if (auto done = in_turn(db, [&] { has_more = piece(); }); !done)
      return done;
  return {};
}

} // namespace

result<void> catch_up(connection& db) {
  long_sums sums{db};
  plate_index plates{db};
  return db.guarded([&] { return sums.newest_hour(); })
      .and_then([&](std::optional<instant> newest) -> result<void> {
        if (!newest)
          return {};
        return in_pieces(db, [&] { return sums.roll(sums.until(), *newest); });
      })
      .and_then(
          [&] { return in_pieces(db, [&] { return plates.index_next(sessions_at_a_time); }); });
}

} // namespace palang::storage
