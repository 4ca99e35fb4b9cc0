#include "server/storage/soci/people.hpp"
#include "server/storage/soci/sql_text.hpp"

namespace palang::storage {

namespace {

constexpr column_name device_columns[] = {"device_no",  "label",      "status",
                                          "public_key", "first_seen", "approved_at",
                                          "revoked_at", "last_seen",  "id"};

protocol::device from_row(const device_row& row) {
  protocol::device out;
  out.id = as_uuid(row.id);
  out.device_no = narrow<std::uint16_t>(row.device_no.get().value_or(0));
  out.label = row.label;
  out.status = known(protocol::device_status_from(row.status), row.status);
  out.key = row.public_key;
  out.first_seen = from_ms(row.first_seen);
  out.approved_at = as_instant(row.approved_at);
  out.revoked_at = as_instant(row.revoked_at);
  out.last_seen = as_instant(row.last_seen);
  return out;
}

void to_row(const protocol::device& from, device_row& row) {
  // Pending devices have no number, and NULL is the only value that may stand twice in a unique
  // column.
  row.device_no = from.device_no == 0 ? maybe<integer>{} : maybe<integer>{from.device_no};
  row.label = from.label;
  row.status = to_string(from.status);
  row.public_key = from.key;
  row.first_seen = column(from.first_seen);
  row.approved_at = column(from.approved_at);
  row.revoked_at = column(from.revoked_at);
  row.last_seen = column(from.last_seen);
  row.id = column(from.id);
}

} // namespace

soci_devices::soci_devices(connection& db)
    : db_{db}, by_id_{db, select_sql("devices", device_columns, "WHERE id = :id")},
      by_number_{db, select_sql("devices", device_columns, "WHERE device_no = :number")},
      insert_{db, insert_sql("devices", device_columns)}, update_{db, update_sql("devices",
                                                                                 device_columns)},
      all_{db, select_sql("devices", device_columns, "ORDER BY device_no, first_seen")},
      highest_{db, "SELECT MAX(device_no) FROM devices"} {}

result<std::optional<protocol::device>> soci_devices::find(const uuid& id) {
  return db_.guarded([&]() -> std::optional<protocol::device> {
    std::get<0>(by_id_.in) = column(id);
    return by_id_.one() ? std::optional{from_row(by_id_.out)} : std::nullopt;
  });
}

result<std::optional<protocol::device>> soci_devices::find_number(std::uint16_t device_no) {
  return db_.guarded([&]() -> std::optional<protocol::device> {
    std::get<0>(by_number_.in) = device_no;
    return by_number_.one() ? std::optional{from_row(by_number_.out)} : std::nullopt;
  });
}

result<void> soci_devices::insert(const protocol::device& row) {
  return db_.guarded([&] {
    to_row(row, insert_.in);
    insert_.run();
  });
}

result<void> soci_devices::update(const protocol::device& row) {
  return db_.guarded([&] {
    to_row(row, update_.in);
    update_.run();
  });
}

result<std::vector<protocol::device>> soci_devices::all() {
  return db_.guarded([&] {
    std::vector<protocol::device> out;
    all_.each([&](const auto& row) { out.push_back(from_row(row)); });
    return out;
  });
}

result<std::uint16_t> soci_devices::highest_number() {
  return db_.guarded([&] {
    highest_.one();
    return narrow<std::uint16_t>(std::get<0>(highest_.out).get().value_or(0));
  });
}

} // namespace palang::storage
