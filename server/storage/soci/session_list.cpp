#include "server/storage/soci/session_list.hpp"

#include "server/storage/soci/look_through.hpp"

namespace palang::storage {

namespace {

/// Does anything narrow the list that its index does not know?
bool is_narrowed(const session_filter& f) {
  return f.status || f.gate_id || f.vehicle_type || f.plate_part || f.entry_by || f.exit_by
         || f.flag || f.amount || f.is_without_exit_photo || f.attendant || f.method || f.stay_from
         || f.stay_to || f.charged_from || f.charged_to;
}

} // namespace

session_list::session_list(connection& db, const std::string& condition, const std::string& column,
                           bool is_small)
    : is_by_exit_{column.ends_with("exited_at")}, is_small_{is_small},
      page_{db,
            select_listed_sql("sessions", session_span_sql(condition, column) + session_filter_sql()
                                              + session_order_sql(column) + ":limit")},
      floor_{db, "SELECT " + column + " FROM sessions " + session_span_sql(condition, column)
                     + session_order_sql(column) + "1 OFFSET "
                     + std::to_string(most_looked_through)} {}

session_page session_list::page(const session_filter& filter) {
  page_.in = row_of(filter);
  std::optional<integer> floor;
  if (!is_small_ && is_narrowed(filter)) {
    floor_.in = page_.in.span;
    if (floor_.one())
      page_.in.span.from = *(floor = std::get<0>(floor_.out));
  }
  session_page out;
  session_cursor last;
  page_.each([&](const listed_session_row& listed) {
    const auto& row = listed.row;
    out.sessions.push_back(from_row(row).shown);
    last = {from_ms(is_by_exit_ ? row.exited_at.value : row.started_at), listed.session_no};
  });
  if (static_cast<std::int64_t>(out.sessions.size()) == filter.limit)
    out.next = last;
  else if (floor)
    out.next = session_cursor{from_ms(*floor), 0};
  return out;
}

} // namespace palang::storage
