#pragma once

#include "server/domain/session_hours.hpp"
#include "server/storage/soci/columns.hpp"
#include "server/storage/soci/meta_number.hpp"

#include <optional>
#include <tuple>

namespace palang::storage {

/// Keeps session_days, session_weeks and payment_days: what session_hours and payment_hours add up
/// to in longer spans (long_spans.hpp), so that a year is read in some thousands of rows. A week of
/// hours goes into them in one piece once it is over; what is written into such an hour afterwards
/// is added to both. Members throw as SOCI does, and belong into a transaction that writes.
class long_sums {
public:
  explicit long_sums(connection& db);

  /// nullopt: no hour is in the long sums.
  [[nodiscard]] std::optional<instant> until();
  /// Adds to the sums of an hour before until().
  void add(const domain::hour_key& key, const domain::hour_counts& by);
  void add_payments(instant hour, const text& username, const text& method, integer count,
                    integer amount);
  /// Rolls the next week if there is one that ended a day before `newest`, the newest hour that is
  /// known. `done`: until(). Returns whether it did: then there may be more.
  bool roll(std::optional<instant> done, instant newest);
  /// The newest hour that has counts or sums.
  [[nodiscard]] std::optional<instant> newest_hour();

private:
  using counts = std::tuple<integer, integer, integer, integer, integer, integer, integer, integer,
                            integer, integer, integer, integer>;
  using day_row = decltype(std::tuple_cat(counts{}, std::tuple<integer, text, text>{}));
  using week_row =
      decltype(std::tuple_cat(counts{}, std::tuple<integer, integer, text, text, text>{}));
  using payment_row = std::tuple<integer, integer, integer, text, text>;

  template <class Row>
  struct growing {
    statement<Row> add;
    statement<Row> insert;
    void by(const Row& row) {
      add.in = row;
      if (add.run() > 0)
        return;
      insert.in = row;
      insert.run();
    }
  };

  [[nodiscard]] std::optional<instant> first_hour_at(instant least);

  meta_number until_;
  growing<day_row> days_;
  growing<week_row> weeks_;
  growing<payment_row> payments_;
  statement<std::tuple<integer, integer>, std::tuple<maybe<integer>, maybe<integer>>> first_hour_;
  statement<std::tuple<>, std::tuple<maybe<integer>, maybe<integer>>> newest_hour_;
  statement<std::tuple<integer, integer>> roll_days_;
  statement<std::tuple<integer, integer, integer>> roll_weeks_;
  statement<std::tuple<integer, integer>> roll_payments_;
};

} // namespace palang::storage
