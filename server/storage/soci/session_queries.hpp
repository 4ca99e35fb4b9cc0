#pragma once

#include "server/storage/sessions.hpp"
#include "server/storage/soci/session_rows.hpp"

namespace palang::storage {

/// A session with its place in lists.
struct listed_session_row {
  integer session_no = 0;
  session_row row;
  auto fields() { return std::tuple_cat(std::tie(session_no), row.fields()); }
};

class soci_session_queries final : public session_queries {
public:
  explicit soci_session_queries(connection& db);
  found left_with_plate(const std::string& key, maybe_status status, std::size_t limit) override;
  found open_with_prefix(const std::string& prefix, std::size_t limit) override;
  found left_with_prefix(const std::string& prefix, maybe_status status,
                         std::size_t limit) override;
  found open_containing(const std::string& part, std::size_t limit) override;
  found recent_containing(const std::string& part, maybe_status status, std::size_t limit) override;
  result<session_page> list(const session_filter& filter) override;
  result<open_counts> count_open() override;

private:
  using list_filter =
      std::tuple<integer, integer, integer, integer, integer, text, text, text, integer>;
  using list_filter_with_status = std::tuple<text, text, integer, integer, integer, integer,
                                             integer, text, text, text, integer>;

  connection& db_;
  statement<std::tuple<text, text, text, integer>, session_row> of_plate_;
  statement<std::tuple<text, text, integer>, session_row> open_prefix_;
  statement<std::tuple<text, text, text, text, integer>, session_row> prefix_;
  statement<std::tuple<text, integer>, session_row> open_part_;
  statement<std::tuple<text, text, text, integer>, session_row> recent_part_;
  statement<list_filter, listed_session_row> open_list_;
  statement<list_filter_with_status, listed_session_row> list_;
  statement<std::tuple<>, std::tuple<text, text, integer>> counts_;
};

} // namespace palang::storage
