#include "server/storage/soci/catch_up.hpp"

#include "server/storage/soci/long_sums.hpp"
#include "server/storage/soci/plate_index.hpp"

namespace palang::storage {

namespace {

/// Takes about as long as rolling a week.
constexpr integer sessions_at_a_time = 4'000;

/// Commits after each piece until one finds nothing to do.
template <class Piece>
void in_pieces(connection& db, Piece&& piece) {
  const std::string lock{db.speaks().lock_writers()};
  for (bool has_more = true; has_more;) {
    db.execute(db.speaks().begin_write());
    if (!lock.empty())
      statement<std::tuple<>, std::tuple<text>>{db, lock}.one();
    has_more = piece();
    db.execute("COMMIT");
  }
}

} // namespace

result<void> catch_up(connection& db) {
  auto done = db.guarded([&] {
    long_sums sums{db};
    plate_index plates{db};
    const auto newest = sums.newest_hour();
    if (newest)
      in_pieces(db, [&] { return sums.roll(sums.until(), *newest); });
    in_pieces(db, [&] { return plates.index_next(sessions_at_a_time); });
  });
  if (!done)
    static_cast<void>(db.guarded([&] { db.execute("ROLLBACK"); }));
  return done;
}

} // namespace palang::storage
