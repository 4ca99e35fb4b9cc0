#include "server/storage/recount.hpp"

#include "server/ledger/try.hpp"
#include "server/storage/soci/catch_up.hpp"
#include "server/storage/soci/connection.hpp"
#include "server/storage/soci/count_sql.hpp"

namespace palang::storage {

namespace {

/// One transaction; the longer spans are left to catch_up.
void count_hours(connection& db) {
  db.execute(db.speaks().begin_write());
  for (const auto* table :
       {"session_hours", "payment_hours", "session_days", "session_weeks", "payment_days"})
    db.execute("DELETE FROM " + std::string{table});
  db.execute("DELETE FROM meta WHERE name = 'rolled_until'");
  db.execute("INSERT INTO session_hours (hour, gate_id, vehicle_type, username, " + count_list()
             + ") SELECT at - at % 3600000, gate_id, vehicle_type, username, " + count_sums()
             + " FROM " + shares_sql("", "") + " GROUP BY 1, 2, 3, 4");
  db.execute("INSERT INTO payment_hours (hour, username, method, payments, amount) "
             "SELECT at - at % 3600000, username, method, COUNT(*), SUM(amount) "
             "FROM payments GROUP BY 1, 2, 3");
  db.execute("COMMIT");
}

} // namespace

result<void> recount(const std::string& url, const std::string& password) {
  PALANG_TRY(speaks, make_dialect(url, password, purpose::change_schema));
  connection db{std::move(speaks)};
  PALANG_CHECK(db.ensure());
  PALANG_CHECK(db.guarded([&] { count_hours(db); }));
  return catch_up(db);
}

} // namespace palang::storage
