#include "server/storage/soci/money.hpp"
#include "server/storage/soci/sql_text.hpp"

#include <limits>

namespace palang::storage {

namespace {

constexpr column_name shift_columns[] = {"user_id",      "username",     "device_no",  "opened_at",
                                         "opening_cash", "open_seq",     "closed_at",  "close_seq",
                                         "counted",      "expected",     "difference", "first_seq",
                                         "last_seq",     "record_count", "id"};

stored_shift from_row(const shift_row& row) {
  stored_shift out;
  auto& s = out.shown;
  s.id = as_uuid(row.id);
  s.user_id = as_uuid(row.user_id);
  s.username = row.username;
  s.device_no = narrow<std::uint16_t>(row.device_no);
  s.opened_at = from_ms(row.opened_at);
  s.opening_cash = rupiah{row.opening_cash};
  s.closed_at = as_instant(row.closed_at);
  s.counted = as_rupiah(row.counted);
  s.expected = as_rupiah(row.expected);
  s.difference = as_rupiah(row.difference);
  s.first_seq = narrow<std::uint32_t>(row.first_seq);
  s.last_seq = narrow<std::uint32_t>(row.last_seq);
  s.record_count = narrow<std::uint32_t>(row.record_count);
  out.open_seq = narrow<std::uint32_t>(row.open_seq);
  if (row.close_seq.has_value())
    out.close_seq = narrow<std::uint32_t>(row.close_seq.value);
  return out;
}

void to_row(const stored_shift& from, shift_row& row) {
  const auto& s = from.shown;
  row.user_id = column(s.user_id);
  row.username = s.username;
  row.device_no = s.device_no;
  row.opened_at = column(s.opened_at);
  row.opening_cash = column(s.opening_cash);
  row.open_seq = from.open_seq;
  row.closed_at = column(s.closed_at);
  row.close_seq = maybe<integer>{from.close_seq};
  row.counted = column(s.counted);
  row.expected = column(s.expected);
  row.difference = column(s.difference);
  row.first_seq = s.first_seq;
  row.last_seq = s.last_seq;
  row.record_count = s.record_count;
  row.id = column(s.id);
}

} // namespace

soci_shifts::soci_shifts(connection& db)
    : db_{db}, find_{db, select_sql("shifts", shift_columns, "WHERE id = :id")},
      by_seq_{db,
              select_sql(
                  "shifts", shift_columns,
                  "WHERE device_no = :device AND username = :user AND open_seq < :seq1 "
                  "AND (close_seq IS NULL OR close_seq > :seq2) ORDER BY open_seq DESC LIMIT 1")},
      by_time_{db,
               select_sql(
                   "shifts", shift_columns,
                   "WHERE device_no = 0 AND username = :user AND opened_at <= :at1 "
                   "AND (closed_at IS NULL OR closed_at >= :at2) ORDER BY opened_at DESC LIMIT 1")},
      open_{db, select_sql("shifts", shift_columns,
                           "WHERE device_no = :device AND username = :user AND closed_at IS NULL "
                           "ORDER BY opened_at DESC LIMIT 1")},
      insert_{db, insert_sql("shifts", shift_columns)}, update_{db, update_sql("shifts",
                                                                               shift_columns)},
      list_{db,
            select_sql("shifts", shift_columns,
                       "WHERE (:different = 0 OR difference <> 0) AND (:user1 = '' OR username "
                       "= :user2) AND opened_at >= :from AND opened_at < :to "
                       "AND opened_at <= :cursor1 AND (opened_at < :cursor2 OR id < :cursor_id) "
                       "ORDER BY opened_at DESC, id DESC LIMIT :limit")} {}

result<std::optional<stored_shift>> soci_shifts::find(const uuid& id) {
  return db_.guarded([&]() -> std::optional<stored_shift> {
    std::get<0>(find_.in) = column(id);
    return find_.one() ? std::optional{from_row(find_.out)} : std::nullopt;
  });
}

result<std::optional<stored_shift>> soci_shifts::covering(const cash_origin& origin) {
  return db_.guarded([&]() -> std::optional<stored_shift> {
    if (origin.device_seq == 0) {
      by_time_.in = {origin.username, column(origin.at), column(origin.at)};
      return by_time_.one() ? std::optional{from_row(by_time_.out)} : std::nullopt;
    }
    by_seq_.in = {origin.device_no, origin.username, origin.device_seq, origin.device_seq};
    return by_seq_.one() ? std::optional{from_row(by_seq_.out)} : std::nullopt;
  });
}

result<std::optional<stored_shift>> soci_shifts::open_of(const std::string& username,
                                                         std::uint16_t device_no) {
  return db_.guarded([&]() -> std::optional<stored_shift> {
    open_.in = {device_no, username};
    return open_.one() ? std::optional{from_row(open_.out)} : std::nullopt;
  });
}

result<void> soci_shifts::insert(const stored_shift& row) {
  return db_.guarded([&] {
    to_row(row, insert_.in);
    insert_.run();
  });
}

result<void> soci_shifts::update(const stored_shift& row) {
  return db_.guarded([&] {
    to_row(row, update_.in);
    update_.run();
  });
}

result<std::vector<protocol::shift>> soci_shifts::list(const shift_filter& filter) {
  return db_.guarded([&] {
    constexpr auto never = std::numeric_limits<integer>::max();
    const auto user = filter.username.value_or("");
    const auto cursor = filter.after ? column(filter.after->at) : never;
    list_.in = {column(filter.is_different),
                user,
                user,
                filter.from ? column(*filter.from) : 0,
                filter.to ? column(*filter.to) : never,
                cursor,
                cursor,
                filter.after ? column(filter.after->id) : text{},
                filter.limit};
    std::vector<protocol::shift> out;
    list_.each([&](const auto& row) { out.push_back(from_row(row).shown); });
    return out;
  });
}

} // namespace palang::storage
