#pragma once

#include "server/domain/session_hours.hpp"
#include "server/storage/money.hpp"
#include "server/storage/soci/columns.hpp"
#include "server/storage/soci/long_sums.hpp"
#include "shared/core/uuid.hpp"

#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

namespace palang::storage {

/// Keeps session_hours and payment_hours, and the long sums of both, in step with sessions and
/// payments: gathers what a transaction changes and writes it, once per hour and person, just
/// before the commit. Members throw as SOCI does. Thread: the session's.
class hour_book {
public:
  explicit hour_book(connection& db);

  /// The session as the database has it: what a later write() of this transaction replaces.
  void saw(const protocol::session& s);
  [[nodiscard]] bool has_seen(const uuid& session) const { return seen_.contains(session); }
  /// The session as it was just written; one that was not seen before is new.
  void write(const protocol::session& s);
  void write(const stored_payment& p);

  void begin();
  void set_savepoint();
  void back_to_savepoint();
  /// Writes what was gathered. Inside the transaction, as its last statements.
  void flush();

private:
  using method_key = std::tuple<integer, text, text>;
  struct change {
    domain::hour_key key;
    domain::hour_counts by;
  };
  using count_row =
      std::tuple<integer, integer, integer, integer, integer, integer, integer, integer, integer,
                 integer, integer, integer, integer, text, text, text>;
  using payment_row = std::tuple<integer, integer, integer, text, text>;

  void flush_counts(const std::optional<instant>& rolled);
  void flush_payments(const std::optional<instant>& rolled);

  std::map<uuid, domain::hour_shares> seen_;
  std::vector<change> changes_;
  std::vector<std::pair<method_key, integer>> payments_;
  instant newest_{};
  std::size_t marked_changes_ = 0;
  std::size_t marked_payments_ = 0;
  statement<count_row> add_counts_;
  statement<count_row> insert_counts_;
  statement<payment_row> add_payments_;
  statement<payment_row> insert_payments_;
  long_sums long_;
};

} // namespace palang::storage
