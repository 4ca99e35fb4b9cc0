#include "server/storage/soci/hour_book.hpp"

#include "server/storage/soci/sql_text.hpp"

#include <algorithm>

namespace palang::storage {

namespace {

constexpr column_name hour_columns[] = {"entries",      "exits",      "orphans",      "revenue",
                                        "fee",          "free_exits", "lost_tickets", "differences",
                                        "undercharged", "no_photo",   "stays",        "stay_min",
                                        "hour",         "gate_id",    "vehicle_type", "username"};
constexpr column_name payment_columns[] = {"payments", "amount", "hour", "username", "method"};

} // namespace

hour_book::hour_book(connection& db)
    : add_counts_{db, add_sql("session_hours", hour_columns, 4)},
      insert_counts_{db, insert_sql("session_hours", hour_columns)},
      add_payments_{db, add_sql("payment_hours", payment_columns, 3)},
      insert_payments_{db, insert_sql("payment_hours", payment_columns)}, long_{db} {}

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
  newest_ = {};
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
  if (!changes_.empty() || !payments_.empty()) {
    const auto rolled = long_.until();
    flush_counts(rolled);
    flush_payments(rolled);
    long_.roll(rolled, newest_);
  }
  begin();
}

void hour_book::flush_counts(const std::optional<instant>& rolled) {
  domain::hour_shares sums;
  for (const auto& [key, by] : changes_)
    sums[key] += by;
  for (const auto& [key, c] : sums) {
    if (c == domain::hour_counts{})
      continue;
    newest_ = std::max(newest_, key.hour);
    if (rolled && key.hour < *rolled)
      long_.add(key, c);
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

void hour_book::flush_payments(const std::optional<instant>& rolled) {
  std::map<method_key, std::pair<integer, integer>> sums;
  for (const auto& [key, amount] : payments_) {
    auto& [count, total] = sums[key];
    ++count;
    total += amount;
  }
  for (const auto& [key, sum] : sums) {
    const auto& [hour, username, method] = key;
    newest_ = std::max(newest_, from_ms(hour));
    if (rolled && from_ms(hour) < *rolled)
      long_.add_payments(from_ms(hour), username, method, sum.first, sum.second);
    add_payments_.in = {sum.first, sum.second, hour, username, method};
    if (add_payments_.run() > 0)
      continue;
    insert_payments_.in = add_payments_.in;
    insert_payments_.run();
  }
}

} // namespace palang::storage
