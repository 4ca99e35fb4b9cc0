#pragma once

#include "server/domain/session_hours.hpp"
#include "server/storage/soci/count_sql.hpp"
#include "server/storage/soci/long_spans.hpp"
#include "server/storage/soci/meta_number.hpp"

#include <map>
#include <tuple>

namespace palang::storage {

/// Reads session_hours and the longer sums of them, and the sessions themselves where a window cuts
/// an hour. Members throw as SOCI does.
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

private:
  using bucket_filter = std::tuple<integer, integer, integer, integer>;
  using raw_filter =
      std::tuple<integer, integer, integer, integer, integer, integer, integer, integer>;
  using offset_filter = std::tuple<integer, integer, integer>;
  using span_filter = std::tuple<integer, integer>;

  /// Before this hours are in the longer sums.
  [[nodiscard]] instant rolled_until();
  void add_raw(instant from, instant to, instant origin, milliseconds grain,
               domain::hour_shares& out);
  void add_hours(instant from, instant to, instant origin, milliseconds grain,
                 domain::hour_shares& out);
  void add_days(instant from, instant to, instant origin, milliseconds grain,
                domain::hour_shares& out);

  meta_number rolled_until_;
  statement<bucket_filter, count_row> hours_;
  statement<bucket_filter, count_row> days_;
  statement<raw_filter, count_row> raw_;
  statement<offset_filter, count_row> of_day_;
  statement<offset_filter, count_row> of_weeks_;
  statement<span_filter, count_row> gates_;
  statement<span_filter, count_row> gates_of_days_;
  statement<offset_filter, count_row> hours_alone_;
  statement<offset_filter, count_row> hours_of_weeks_;
  statement<std::tuple<>, std::tuple<text, integer>> open_;
  statement<span_filter, std::tuple<text, integer>> passed_;
  statement<span_filter, std::tuple<text, integer>> passed_in_days_;
  statement<std::tuple<integer, integer, integer, integer>, std::tuple<text, integer>> raw_passed_;
};

} // namespace palang::storage
