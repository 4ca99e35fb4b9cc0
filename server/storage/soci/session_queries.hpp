#pragma once

#include "server/storage/sessions.hpp"
#include "server/storage/soci/plate_sessions.hpp"
#include "server/storage/soci/session_list.hpp"
#include "server/storage/soci/session_rows.hpp"

namespace palang::storage {

class soci_session_queries final : public session_queries {
public:
  explicit soci_session_queries(connection& db);
  found left_with_plate(const std::string& key, maybe_status status, std::size_t limit) override;
  found open_with_prefix(const std::string& prefix, std::size_t limit) override;
  found left_with_prefix(const std::string& prefix, maybe_status status,
                         std::size_t limit) override;
  found open_containing(const std::string& part, std::size_t limit) override;
  found left_containing(const std::string& part, maybe_status status, std::size_t limit) override;
  result<session_page> list(const session_filter& filter) override;
  found of_shift(const uuid& shift_id) override;
  result<left_page> left_between(instant from, instant to, std::optional<session_cursor> after,
                                 std::int64_t limit) override;
  result<open_counts> count_open() override;

private:
  [[nodiscard]] session_list& list_for(const session_filter& filter);

  connection& db_;
  statement<std::tuple<text, text, text, integer>, session_row> of_plate_;
  statement<std::tuple<text, text, integer>, session_row> open_prefix_;
  statement<std::tuple<text, text, text, text, integer>, session_row> prefix_;
  statement<std::tuple<text, integer>, session_row> open_part_;
  statement<std::tuple<text>, session_row> of_shift_;
  statement<std::tuple<integer, integer, integer, integer, integer, integer>, listed_session_row>
      left_;
  plate_sessions plates_;
  session_list open_list_;
  session_list all_list_;
  session_list notable_list_;
  session_list exit_list_;
  session_list notable_exit_list_;
  statement<std::tuple<>, std::tuple<text, text, integer>> counts_;
};

} // namespace palang::storage
