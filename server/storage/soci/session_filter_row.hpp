#pragma once

#include "server/storage/sessions.hpp"
#include "server/storage/soci/session_rows.hpp"

#include <string>
#include <tuple>

/// What lists of sessions have in common: the parameters of a session_filter and the SQL that they
/// are bound to, in this order: session_span_sql, session_filter_sql, session_order_sql, ":limit".
namespace palang::storage {

/// The window, and where the page begins.
struct session_span_row {
  integer from = 0, to = 0, cursor1 = 0, cursor2 = 0, cursor_no = 0;
  auto fields() { return std::tie(from, to, cursor1, cursor2, cursor_no); }
};
/// All of it.
struct session_filter_row {
  session_span_row span;
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
                                   flag3, flag4, flag5, amount1, amount2, amount3, amount4, amount5,
                                   photo, attendant1, attendant2, attendant3, method1, method2,
                                   charged, charged_from, charged_to, stay, now1, stay_from, now2,
                                   stay_to, limit));
  }
};

[[nodiscard]] session_filter_row row_of(const session_filter& filter);

/// A session with its place in lists.
struct listed_session_row {
  integer session_no = 0;
  session_row row;
  auto fields() { return std::tuple_cat(std::tie(session_no), row.fields()); }
};

/// "SELECT session_no, …" of these tables.
[[nodiscard]] std::string select_listed_sql(const std::string& tables, const std::string& rest);
/// `column` is started_at or exited_at, with a plus before it where its index is not wanted.
[[nodiscard]] std::string session_span_sql(const std::string& condition, const std::string& column);
[[nodiscard]] std::string session_filter_sql();
[[nodiscard]] std::string session_order_sql(const std::string& column);

} // namespace palang::storage
