#pragma once

#include "server/storage/sessions.hpp"
#include "server/storage/soci/session_rows.hpp"

#include <string>

namespace palang::storage {

/// A session with its place in lists.
struct listed_session_row {
  integer session_no = 0;
  session_row row;
  auto fields() { return std::tuple_cat(std::tie(session_no), row.fields()); }
};

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
  struct span_row {
    integer from = 0, to = 0, cursor1 = 0, cursor2 = 0, cursor_no = 0;
    auto fields() { return std::tie(from, to, cursor1, cursor2, cursor_no); }
  };
  struct filter_row {
    span_row span;
    text status1, status2, gate1, gate2, gate3, type1, type2, entry_by1, entry_by2, exit_by1,
        exit_by2, plate1, plate2, flag1, flag2, flag3, flag4, flag5;
    integer amount1 = 0, amount2 = 0, amount3 = 0, amount4 = 0, amount5 = 0, photo = 0;
    text attendant1, attendant2, attendant3, method1, method2;
    integer charged = 0, charged_from = 0, charged_to = 0;
    integer stay = 0, stay_from = 0, stay_to = 0, now1 = 0, now2 = 0, limit = 0;
    auto fields() {
      return std::tuple_cat(span.fields(),
                            std::tie(status1, status2, gate1, gate2, gate3, type1, type2, entry_by1,
                                     entry_by2, exit_by1, exit_by2, plate1, plate2, flag1, flag2,
                                     flag3, flag4, flag5, amount1, amount2, amount3, amount4,
                                     amount5, photo, attendant1, attendant2, attendant3, method1,
                                     method2, charged, charged_from, charged_to, stay, now1,
                                     stay_from, now2, stay_to, limit));
    }
  };
  static filter_row row_of(const session_filter& filter);

  bool is_by_exit_;
  bool is_small_;
  statement<filter_row, listed_session_row> page_;
  statement<span_row, std::tuple<integer>> floor_;
};

} // namespace palang::storage
