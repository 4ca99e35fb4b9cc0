#include "server/storage/soci/money.hpp"

#include "server/storage/soci/sql_text.hpp"

namespace palang::storage {

namespace {

constexpr column_name payment_columns[] = {"submission_id", "session_id", "shift_id", "username",
                                           "device_no",     "device_seq", "at",       "method",
                                           "amount",        "tendered",   "reference"};

template <class Row>
stored_payment from_row(const Row& row) {
  const auto& [submission, session, shift, username, device, seq, at, method, amount, tendered,
               reference] = row;
  return {as_uuid(submission),
          as_uuid(session),
          as_uuid(shift),
          {username, narrow<std::uint16_t>(device), narrow<std::uint32_t>(seq), from_ms(at)},
          {method, rupiah{amount}, as_rupiah(tendered), reference.get()}};
}

template <class Statement>
std::vector<stored_payment> all_of(Statement& query) {
  std::vector<stored_payment> out;
  query.each([&](const auto& row) { out.push_back(from_row(row)); });
  return out;
}

} // namespace

soci_payments::soci_payments(connection& db, hour_book& hours)
    : db_{db}, hours_{hours}, insert_{db, insert_sql("payments", payment_columns)},
      cash_{db, "SELECT COALESCE(SUM(amount), 0) FROM payments WHERE shift_id = :shift AND method "
                "= 'cash'"},
      adopt_{db,
             "UPDATE payments SET shift_id = :shift WHERE device_no = :device AND username = :user "
             "AND device_seq > :seq AND shift_id IS NULL"},
      move_{db, "UPDATE payments SET session_id = :kept WHERE session_id = :dropped"},
      move_one_{db, "UPDATE payments SET session_id = :to WHERE submission_id = :submission"},
      of_session_{db, select_sql("payments", payment_columns,
                                 "WHERE session_id = :session ORDER BY payment_no")},
      of_shift_{db, select_sql("payments", payment_columns,
                               "WHERE shift_id = :shift ORDER BY payment_no")} {}

result<void> soci_payments::insert(const stored_payment& row) {
  return db_.guarded([&] {
    insert_.in = {column(row.submission_id), column(row.session_id),    column(row.shift_id),
                  row.origin.username,       row.origin.device_no,      row.origin.device_seq,
                  column(row.origin.at),     row.paid.method,           column(row.paid.amount),
                  column(row.paid.tendered), column(row.paid.reference)};
    insert_.run();
    hours_.write(row);
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

result<void> soci_payments::move_one(const uuid& submission_id, const uuid& to) {
  return db_.guarded([&] {
    move_one_.in = {column(to), column(submission_id)};
    move_one_.run();
  });
}

result<std::vector<stored_payment>> soci_payments::of_session(const uuid& session_id) {
  return db_.guarded([&] {
    of_session_.in = {column(session_id)};
    return all_of(of_session_);
  });
}

result<std::vector<stored_payment>> soci_payments::of_shift(const uuid& shift_id) {
  return db_.guarded([&] {
    of_shift_.in = {column(shift_id)};
    return all_of(of_shift_);
  });
}

} // namespace palang::storage
