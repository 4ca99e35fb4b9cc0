#pragma once

#include "server/storage/soci/meta_number.hpp"
#include "server/storage/soci/statement.hpp"

#include <tuple>

namespace palang::storage {

/// Keeps plate_parts: every ending of two or more characters of every plate that was ever
/// recorded, so that a part of a plate is the beginning of one of its rows. Sessions are indexed
/// some at a time; those after indexed() are to be looked through. Members throw as SOCI does, and
/// belong into a transaction that writes.
class plate_index {
public:
  explicit plate_index(connection& db);

  /// The number of the last session whose plate is surely there.
  [[nodiscard]] integer indexed() { return indexed_.get().value_or(0); }
  /// A session was inserted.
  void note_session() { ++noted_; }
  /// A session that may be indexed already has this plate now.
  void put(const text& plate_key);
  /// Before a commit: indexes what came since, when it is worth it.
  void keep_up();
  /// Indexes the next `most` sessions. Returns whether there were any.
  bool index_next(integer most);

private:
  meta_number indexed_;
  integer noted_ = 0;
  statement<std::tuple<integer, integer>, std::tuple<maybe<integer>>> last_of_next_;
  statement<std::tuple<integer, integer>> index_sessions_;
  statement<std::tuple<text>> index_plate_;
};

} // namespace palang::storage
