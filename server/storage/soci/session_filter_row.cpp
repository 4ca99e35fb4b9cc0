#include "server/storage/soci/session_filter_row.hpp"

#include "server/storage/soci/sql_text.hpp"

#include <limits>

namespace palang::storage {

namespace {

constexpr auto never = std::numeric_limits<integer>::max();

} // namespace

session_filter_row row_of(const session_filter& f) {
  session_filter_row out;
  out.span = {f.from ? column(*f.from) : std::numeric_limits<integer>::min(),
              f.to ? column(*f.to) : never, f.after ? column(f.after->at) : never,
              f.after ? column(f.after->at) : never, f.after ? f.after->number : never};
  out.status1 = out.status2 = f.status ? text{to_string(*f.status)} : text{};
  out.gate1 = out.gate2 = out.gate3 = f.gate_id.value_or("");
  out.type1 = out.type2 = f.vehicle_type ? text{to_string(*f.vehicle_type)} : text{};
  out.entry_by1 = out.entry_by2 = f.entry_by.value_or("");
  out.exit_by1 = out.exit_by2 = f.exit_by.value_or("");
  out.plate1 = f.plate_part.value_or("");
  out.plate2 = "%" + out.plate1 + "%";
  out.flag1 = out.flag2 = f.flag.value_or("");
  out.flag3 = out.flag1 + " %";
  out.flag4 = "% " + out.flag1;
  out.flag5 = "% " + out.flag1 + " %";
  out.amount1 = f.amount ? static_cast<integer>(*f.amount) : -1;
  out.amount2 = out.amount3 = out.amount4 = out.amount5 = out.amount1;
  out.photo = f.is_without_exit_photo ? 1 : 0;
  out.attendant1 = out.attendant2 = out.attendant3 = f.attendant.value_or("");
  out.method1 = out.method2 = f.method.value_or("");
  out.charged = column(f.charged_from || f.charged_to);
  out.charged_from = column(f.charged_from.value_or(rupiah{}));
  out.charged_to = f.charged_to ? column(*f.charged_to) : never;
  out.stay = column(f.stay_from || f.stay_to);
  out.stay_from = f.stay_from ? f.stay_from->count() : std::numeric_limits<integer>::min();
  out.stay_to = f.stay_to ? f.stay_to->count() : never;
  out.now1 = out.now2 = column(f.now);
  out.limit = f.limit;
  return out;
}

std::string select_listed_sql(const std::string& tables, const std::string& rest) {
  auto sql = select_sql(tables, session_columns, rest);
  return sql.replace(0, std::string_view{"SELECT "}.size(), "SELECT session_no, ");
}

std::string session_span_sql(const std::string& condition, const std::string& column) {
  return "WHERE " + condition + " AND " + column + " >= :from AND " + column + " < :to AND "
         + column + " <= :cursor1 AND (" + column + " < :cursor2 OR session_no < :cursor_no)";
}

std::string session_filter_sql() {
  return " AND (:status1 = '' OR status = :status2)"
         " AND (:gate1 = '' OR entry_gate_id = :gate2 OR exit_gate_id = :gate3)"
         " AND (:type1 = '' OR vehicle_type = :type2)"
         " AND (:entry_by1 = '' OR entry_by = :entry_by2) AND (:exit_by1 = '' OR exit_by = "
         ":exit_by2)"
         " AND (:plate1 = '' OR plate_key LIKE :plate2)"
         " AND (:flag1 = '' OR flags = :flag2 OR flags LIKE :flag3 OR flags LIKE :flag4"
         " OR flags LIKE :flag5)"
         " AND (:amount1 < 0 OR (:amount2 = 0 AND charged = 0) OR (:amount3 = 1 AND charged <> fee)"
         " OR (:amount4 = 2 AND charged < fee) OR (:amount5 = 3 AND charged > fee))"
         " AND (:photo = 0 OR (exited_at IS NOT NULL AND photo_out IS NULL))"
         " AND (:attendant1 = '' OR entry_by = :attendant2 OR exit_by = :attendant3)"
         " AND (:method1 = '' OR EXISTS (SELECT 1 FROM payments WHERE payments.session_id = "
         "sessions.id"
         " AND payments.method = :method2))"
         " AND (:charged = 0 OR (charged >= :charged_from AND charged < :charged_to))"
         " AND (:stay = 0 OR ((status = 'open' OR exited_at IS NOT NULL)"
         " AND COALESCE(exited_at, :now1) - entered_at >= :stay_from"
         " AND COALESCE(exited_at, :now2) - entered_at < :stay_to))";
}

std::string session_order_sql(const std::string& column) {
  return " ORDER BY " + column + " DESC, session_no DESC LIMIT ";
}

} // namespace palang::storage
