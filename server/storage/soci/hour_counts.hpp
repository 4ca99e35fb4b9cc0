#pragma once

#include "server/domain/session_hours.hpp"
#include "server/storage/soci/columns.hpp"

#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace palang::storage {

/// Reads session_hours, and the sessions themselves where a window cuts an hour. Members throw as
/// SOCI does.
class hour_counts_query {
public:
  explicit hour_counts_query(connection& db);

  /// See report_queries::bucketed.
  [[nodiscard]] domain::hour_shares bucketed(instant from, instant to, instant origin,
                                             milliseconds grain);
  /// See report_queries::by_hour_of_day.
  [[nodiscard]] domain::hour_shares by_hour_of_day(instant from, instant to,
                                                   milliseconds utc_offset);
  /// See report_queries::by_gate.
  [[nodiscard]] domain::hour_shares by_gate(instant from, instant to);
  /// See report_queries::by_hour.
  [[nodiscard]] domain::hour_shares by_hour(instant from, instant to, milliseconds utc_offset);
  [[nodiscard]] std::map<domain::vehicle_class, std::int64_t> inside_at(instant at);
  /// See report_queries::wrong_hours.
  [[nodiscard]] std::vector<std::string> wrong_hours();

private:
  struct count_row {
    integer bucket = 0;
    text gate_id, vehicle_type, username;
    integer entries = 0, exits = 0, orphans = 0, revenue = 0, fee = 0, free_exits = 0,
            lost_tickets = 0, differences = 0, undercharged = 0, no_photo = 0, stays = 0,
            stay_min = 0;
    auto fields() {
      return std::tie(bucket, gate_id, vehicle_type, username, entries, exits, orphans, revenue,
                      fee, free_exits, lost_tickets, differences, undercharged, no_photo, stays,
                      stay_min);
    }
  };
  using bucket_filter = std::tuple<integer, integer, integer, integer>;
  using raw_filter =
      std::tuple<integer, integer, integer, integer, integer, integer, integer, integer>;

  static void add(const count_row& row, domain::hour_shares& to);
  void add_raw(instant from, instant to, instant origin, milliseconds grain,
               domain::hour_shares& out);
  void add_hours(instant from, instant to, instant origin, milliseconds grain,
                 domain::hour_shares& out);

  statement<bucket_filter, count_row> hours_;
  statement<raw_filter, count_row> raw_;
  statement<std::tuple<integer, integer, integer>, count_row> of_day_;
  statement<std::tuple<integer, integer>, count_row> gates_;
  statement<std::tuple<integer, integer, integer>, count_row> hours_alone_;
  statement<std::tuple<>, std::tuple<text, integer>> open_;
  statement<std::tuple<integer>, std::tuple<text, integer>> since_;
  statement<std::tuple<integer, integer, integer, integer>, std::tuple<text, integer>> raw_since_;
  statement<std::tuple<>, count_row> kept_;
  statement<std::tuple<>, count_row> counted_;
  statement<std::tuple<>, std::tuple<integer, text, text, integer, integer>> kept_payments_;
  statement<std::tuple<>, std::tuple<integer, text, text, integer, integer>> counted_payments_;
};

} // namespace palang::storage
