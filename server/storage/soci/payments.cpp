#include "server/storage/soci/money.hpp"

namespace palang::storage {

soci_payments::soci_payments(connection& db)
    : db_{db}, insert_{db, "INSERT INTO payments (submission_id, session_id, shift_id, username, "
                           "device_no, device_seq, at, "
                           "method, amount, tendered, reference) VALUES (:submission, :session, "
                           ":shift, :user, :device, :seq, "
                           ":at, :method, :amount, :tendered, :reference)"},
      cash_{db, "SELECT COALESCE(SUM(amount), 0) FROM payments WHERE shift_id = :shift AND method "
                "= 'cash'"},
      adopt_{db,
             "UPDATE payments SET shift_id = :shift WHERE device_no = :device AND username = :user "
             "AND device_seq > :seq AND shift_id IS NULL"},
      move_{db, "UPDATE payments SET session_id = :kept WHERE session_id = :dropped"} {}

result<void> soci_payments::insert(const stored_payment& row) {
  return db_.guarded([&] {
    insert_.in = {column(row.submission_id), column(row.session_id),    column(row.shift_id),
                  row.origin.username,       row.origin.device_no,      row.origin.device_seq,
                  column(row.origin.at),     row.paid.method,           column(row.paid.amount),
                  column(row.paid.tendered), column(row.paid.reference)};
    insert_.run();
  });
}

result<rupiah> soci_payments::cash_of_shift(const uuid& shift_id) {
  return db_.guarded([&] {
    std::get<0>(cash_.in) = column(shift_id);
    cash_.one();
    return rupiah{std::get<0>(cash_.out)};
  });
}

result<void> soci_payments::adopt(const stored_shift& shift) {
  return db_.guarded([&] {
    adopt_.in = {column(shift.shown.id), shift.shown.device_no, shift.shown.username,
                 shift.open_seq};
    adopt_.run();
  });
}

result<void> soci_payments::move(const uuid& from, const uuid& to) {
  return db_.guarded([&] {
    move_.in = {column(to), column(from)};
    move_.run();
  });
}

} // namespace palang::storage
