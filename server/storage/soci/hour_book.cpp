#include "server/storage/soci/hour_book.hpp"

#include "server/storage/soci/sql_text.hpp"

namespace palang::storage {

namespace {

constexpr column_name count_columns[] = {
    "entries",      "exits",       "orphans",      "revenue",  "fee",   "free_exits",
    "lost_tickets", "differences", "undercharged", "no_photo", "stays", "stay_min",
    "hour",         "gate_id",     "vehicle_type", "username"};
constexpr column_name payment_columns[] = {"payments", "amount", "hour", "username", "method"};

/// "UPDATE t SET a = a + :a, … WHERE k = :k AND …": the last `keys` columns are the key.
template <std::size_t Count>
std::string add_sql(std::string_view table, const column_name (&columns)[Count], std::size_t keys) {
  std::string set;
  std::string where;
  for (std::size_t i = 0; i < Count; ++i) {
    const std::string name{columns[i]};
    if (i + keys < Count)
      set += (set.empty() ? "" : ", ") + name + " = " + name + " + :" + name;
    else
      where += (where.empty() ? "" : " AND ") + name + " = :" + name;
  }
  return "UPDATE " + std::string{table} + " SET " + set + " WHERE " + where;
}

} // namespace

hour_book::hour_book(connection& db)
    : add_counts_{db, add_sql("session_hours", count_columns, 4)},
      insert_counts_{db, insert_sql("session_hours", count_columns)},
      add_payments_{db, add_sql("payment_hours", payment_columns, 3)},
      insert_payments_{db, insert_sql("payment_hours", payment_columns)} {}

void hour_book::saw(const protocol::session& s) {
  seen_[s.id] = domain::shares_of(s);
}

void hour_book::write(const protocol::session& s) {
  auto& before = seen_[s.id];
  auto after = domain::shares_of(s);
  for (const auto& [key, counts] : before)
    changes_.push_back({key, -counts});
  for (const auto& [key, counts] : after)
    changes_.push_back({key, counts});
  before = std::move(after);
}

void hour_book::write(const stored_payment& p) {
  payments_.push_back({{column(domain::hour_of(p.origin.at)), p.origin.username, p.paid.method},
                       column(p.paid.amount)});
}

void hour_book::begin() {
  seen_.clear();
  changes_.clear();
  payments_.clear();
  marked_changes_ = 0;
  marked_payments_ = 0;
}

void hour_book::set_savepoint() {
  marked_changes_ = changes_.size();
  marked_payments_ = payments_.size();
}

void hour_book::back_to_savepoint() {
  changes_.resize(marked_changes_);
  payments_.resize(marked_payments_);
  // What was written since is not there any more.
  seen_.clear();
}

void hour_book::flush() {
  flush_counts();
  flush_payments();
  begin();
}

void hour_book::flush_counts() {
  domain::hour_shares sums;
  for (const auto& [key, by] : changes_)
    sums[key] += by;
  for (const auto& [key, c] : sums) {
    if (c == domain::hour_counts{})
      continue;
    add_counts_.in = {c.entries,         c.exits,       c.orphans,
                      column(c.revenue), column(c.fee), c.free_exits,
                      c.lost_tickets,    c.differences, c.undercharged,
                      c.no_photo,        c.stays,       c.stay_min,
                      column(key.hour),  key.gate_id,   text{to_string(key.vehicle_type)},
                      key.username};
    if (add_counts_.run() > 0)
      continue;
    insert_counts_.in = add_counts_.in;
    insert_counts_.run();
  }
}

void hour_book::flush_payments() {
  std::map<method_key, std::pair<integer, integer>> sums;
  for (const auto& [key, amount] : payments_) {
    auto& [count, total] = sums[key];
    ++count;
    total += amount;
  }
  for (const auto& [key, sum] : sums) {
    const auto& [hour, username, method] = key;
    add_payments_.in = {sum.first, sum.second, hour, username, method};
    if (add_payments_.run() > 0)
      continue;
    insert_payments_.in = add_payments_.in;
    insert_payments_.run();
  }
}

} // namespace palang::storage
