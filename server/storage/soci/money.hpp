#pragma once

#include "server/storage/money.hpp"
#include "server/storage/soci/columns.hpp"
#include "server/storage/soci/hour_book.hpp"

namespace palang::storage {

/// A row of `shifts`, key last.
struct shift_row {
  text user_id, username;
  integer device_no = 0, opened_at = 0, opening_cash = 0, open_seq = 0;
  maybe<integer> closed_at, close_seq, counted, expected, difference;
  integer first_seq = 0, last_seq = 0, record_count = 0;
  text id;
  auto fields() {
    return std::tie(user_id, username, device_no, opened_at, opening_cash, open_seq, closed_at,
                    close_seq, counted, expected, difference, first_seq, last_seq, record_count,
                    id);
  }
};

class soci_shifts final : public shift_repository {
public:
  explicit soci_shifts(connection& db);
  result<std::optional<stored_shift>> find(const uuid& id) override;
  result<std::optional<stored_shift>> covering(const cash_origin& origin) override;
  result<std::optional<stored_shift>> open_of(const std::string& username,
                                              std::uint16_t device_no) override;
  result<void> insert(const stored_shift& row) override;
  result<void> update(const stored_shift& row) override;
  result<std::vector<protocol::shift>> list(const shift_filter& filter) override;

private:
  connection& db_;
  statement<std::tuple<text>, shift_row> find_;
  statement<std::tuple<integer, text, integer, integer>, shift_row> by_seq_;
  statement<std::tuple<text, integer, integer>, shift_row> by_time_;
  statement<std::tuple<integer, text>, shift_row> open_;
  statement<shift_row> insert_;
  statement<shift_row> update_;
  statement<std::tuple<integer, text, text, integer, integer, integer, integer, text, integer>,
            shift_row>
      list_;
};

class soci_payments final : public payment_repository {
public:
  soci_payments(connection& db, hour_book& hours);
  result<void> insert(const stored_payment& row) override;
  result<rupiah> cash_of_shift(const uuid& shift_id) override;
  result<void> adopt(const stored_shift& shift) override;
  result<void> move(const uuid& from, const uuid& to) override;
  result<void> move_one(const uuid& submission_id, const uuid& to) override;
  result<std::vector<stored_payment>> of_session(const uuid& session_id) override;
  result<std::vector<stored_payment>> of_shift(const uuid& shift_id) override;

private:
  using payment_row = std::tuple<text, text, maybe<text>, text, integer, integer, integer, text,
                                 integer, maybe<integer>, maybe<text>>;
  connection& db_;
  hour_book& hours_;
  statement<payment_row> insert_;
  statement<std::tuple<text>, std::tuple<integer>> cash_;
  statement<std::tuple<text, integer, text, integer>> adopt_;
  statement<std::tuple<text, text>> move_;
  statement<std::tuple<text, text>> move_one_;
  statement<std::tuple<text>, payment_row> of_session_;
  statement<std::tuple<text>, payment_row> of_shift_;
};

} // namespace palang::storage
