#pragma once

#include "server/storage/soci/session_filter_row.hpp"

#include <string>
#include <tuple>

namespace palang::storage {

/// One order in which sessions are paged through, newest first: of all, of open ones, or of those
/// that a person should look at. Filters that no index answers look through a bounded number of
/// rows for each page. Members throw as SOCI does.
class session_list {
public:
  /// `column` is started_at or exited_at; `condition` chooses the index; `is_small`: then the order
  /// comes from no index, and a page looks at everything.
  session_list(connection& db, const std::string& condition, const std::string& column,
               bool is_small);

  [[nodiscard]] session_page page(const session_filter& filter);

private:
  bool is_by_exit_;
  bool is_small_;
  statement<session_filter_row, listed_session_row> page_;
  statement<session_span_row, std::tuple<integer>> floor_;
};

} // namespace palang::storage
