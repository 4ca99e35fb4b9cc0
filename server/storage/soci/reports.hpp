#pragma once

#include "server/storage/records.hpp"
#include "server/storage/soci/columns.hpp"
#include "server/storage/soci/hour_counts.hpp"

namespace palang::storage {

class soci_reports final : public report_queries {
public:
  explicit soci_reports(connection& db);
  result<sync_log_page> sync_log(const sync_log_filter& filter) override;
  result<std::vector<protocol::stats_row>> bucketed(instant from, instant to, instant origin,
                                                    milliseconds grain) override;
  result<std::vector<protocol::stats_row>> inside_at(instant at) override;
  result<domain::hour_shares> by_hour_of_day(instant from, instant to,
                                             milliseconds utc_offset) override;
  result<domain::hour_shares> by_gate(instant from, instant to) override;
  result<domain::hour_shares> by_hour(instant from, instant to, milliseconds utc_offset) override;
  result<std::vector<method_sum>> methods(instant from, instant to) override;
  result<shift_sums> shifts(instant from, instant to) override;
  result<std::vector<offline_arrival>> offline(instant from, instant to) override;
  result<std::vector<refusal_count>> refusals(instant from, instant to) override;
  result<std::vector<std::string>> wrong_hours() override;

private:
  /// A row of the sync log.
  struct log_row {
    integer submission_no = 0;
    text id;
    maybe<integer> device_no, device_seq;
    text kind, username;
    integer taken_at = 0, corrected_at = 0, received_at = 0, is_offline = 0;
    maybe<text> refusal_code;
    integer journal_seq = 0;
    auto fields() {
      return std::tie(submission_no, id, device_no, device_seq, kind, username, taken_at,
                      corrected_at, received_at, is_offline, refusal_code, journal_seq);
    }
  };
  [[nodiscard]] static protocol::sync_log_entry entry_from(const log_row& row);

  /// The first submission received at or after `at`: numbers are gapless and grow with time, so no
  /// index is needed.
  [[nodiscard]] integer first_received_at(instant at);
  [[nodiscard]] integer newest_number();

  connection& db_;
  statement<
      std::tuple<integer, integer, integer, integer, integer, integer, integer, integer, integer>,
      log_row>
      log_;
  statement<std::tuple<integer>, std::tuple<integer>> received_;
  statement<std::tuple<>, std::tuple<maybe<integer>>> newest_;
  hour_counts_query hours_;
  meta_number rolled_until_;
  statement<std::tuple<integer, integer>, std::tuple<text, text, integer, integer>> methods_;
  statement<std::tuple<integer, integer>, std::tuple<text, text, integer, integer>>
      methods_of_days_;
  statement<std::tuple<integer, integer>,
            std::tuple<integer, integer, integer, integer, integer, integer>>
      shifts_;
  statement<std::tuple<integer, integer>, std::tuple<maybe<integer>, integer, integer, integer>>
      offline_;
  statement<std::tuple<integer, integer>, std::tuple<maybe<integer>, text, integer>> refusals_;
};

} // namespace palang::storage
