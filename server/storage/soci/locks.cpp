#include "server/storage/soci/locks.hpp"

#include "server/storage/soci/sql_text.hpp"

namespace palang::storage {

namespace {

constexpr column_name lock_columns[] = {"alias",           "mac",
                                        "battery",         "state",
                                        "clock_offset_ms", "clock_measured_at",
                                        "last_record_at",  "last_heard_at",
                                        "discovered_at",   "id"};
constexpr column_name gateway_columns[] = {"name",  "mac",       "network",      "is_online",
                                           "since", "last_seen", "late_records", "id"};
constexpr column_name link_columns[] = {"lock_id", "gateway_id", "rssi", "seen_at"};

stored_lock from_row(const lock_row& row) {
  stored_lock out;
  out.id = row.id;
  out.alias = row.alias;
  out.mac = row.mac;
  if (row.battery.has_value())
    out.battery = narrow<std::int32_t>(row.battery.value);
  out.state = known(protocol::lock_state_from(row.state), row.state);
  if (row.clock_offset_ms.has_value())
    out.clock_offset = milliseconds{row.clock_offset_ms.value};
  out.clock_measured_at = as_instant(row.clock_measured_at);
  out.last_record_at = as_instant(row.last_record_at);
  out.last_heard_at = as_instant(row.last_heard_at);
  out.discovered_at = as_instant(row.discovered_at);
  return out;
}

void to_row(const stored_lock& from, lock_row& row) {
  row.alias = from.alias;
  row.mac = from.mac;
  row.battery = column(from.battery);
  row.state = to_string(from.state);
  row.clock_offset_ms = column(from.clock_offset);
  row.clock_measured_at = column(from.clock_measured_at);
  row.last_record_at = column(from.last_record_at);
  row.last_heard_at = column(from.last_heard_at);
  row.discovered_at = column(from.discovered_at);
  row.id = from.id;
}

stored_gateway from_row(const gateway_row& row) {
  return {row.id,
          row.name,
          row.mac,
          row.network,
          row.is_online != 0,
          from_ms(row.since),
          from_ms(row.last_seen),
          row.late_records};
}

void to_row(const stored_gateway& from, gateway_row& row) {
  row.name = from.name;
  row.mac = from.mac;
  row.network = from.network;
  row.is_online = column(from.is_online);
  row.since = column(from.since);
  row.last_seen = column(from.last_seen);
  row.late_records = from.late_records;
  row.id = from.id;
}

} // namespace

soci_locks::soci_locks(connection& db)
    : db_{db}, find_{db, select_sql("locks", lock_columns, "WHERE id = :id")},
      all_{db, select_sql("locks", lock_columns, "ORDER BY id")},
      insert_{db, insert_sql("locks", lock_columns)}, update_{db,
                                                              update_sql("locks", lock_columns)},
      find_gateway_{db, select_sql("gateways", gateway_columns, "WHERE id = :id")},
      all_gateways_{db, select_sql("gateways", gateway_columns, "ORDER BY id")},
      insert_gateway_{db, insert_sql("gateways", gateway_columns)},
      update_gateway_{db, update_sql("gateways", gateway_columns)},
      links_{db, select_sql("lock_gateways", link_columns, "ORDER BY lock_id, gateway_id")},
      insert_link_{db, insert_sql("lock_gateways", link_columns)},
      clear_links_{db, "DELETE FROM lock_gateways WHERE lock_id = :lock"} {}

result<std::optional<stored_lock>> soci_locks::find(const std::string& id) {
  return db_.guarded([&]() -> std::optional<stored_lock> {
    std::get<0>(find_.in) = id;
    return find_.one() ? std::optional{from_row(find_.out)} : std::nullopt;
  });
}

result<std::vector<stored_lock>> soci_locks::all() {
  return db_.guarded([&] {
    std::vector<stored_lock> out;
    all_.each([&](const auto& row) { out.push_back(from_row(row)); });
    return out;
  });
}

result<void> soci_locks::put(const stored_lock& row) {
  return db_.guarded([&] {
    to_row(row, update_.in);
    if (update_.run() > 0)
      return;
    insert_.in = update_.in;
    insert_.run();
  });
}

result<std::optional<stored_gateway>> soci_locks::find_gateway(const std::string& id) {
  return db_.guarded([&]() -> std::optional<stored_gateway> {
    std::get<0>(find_gateway_.in) = id;
    return find_gateway_.one() ? std::optional{from_row(find_gateway_.out)} : std::nullopt;
  });
}

result<std::vector<stored_gateway>> soci_locks::all_gateways() {
  return db_.guarded([&] {
    std::vector<stored_gateway> out;
    all_gateways_.each([&](const auto& row) { out.push_back(from_row(row)); });
    return out;
  });
}

result<void> soci_locks::put_gateway(const stored_gateway& row) {
  return db_.guarded([&] {
    to_row(row, update_gateway_.in);
    if (update_gateway_.run() > 0)
      return;
    insert_gateway_.in = update_gateway_.in;
    insert_gateway_.run();
  });
}

result<std::vector<lock_link>> soci_locks::all_links() {
  return db_.guarded([&] {
    std::vector<lock_link> out;
    links_.each([&](const auto& row) {
      const auto& [lock, gateway, rssi, seen_at] = row;
      out.push_back({lock, gateway, narrow<std::int32_t>(rssi), from_ms(seen_at)});
    });
    return out;
  });
}

result<void> soci_locks::replace_links(const std::string& lock_id,
                                       const std::vector<lock_link>& links) {
  return db_.guarded([&] {
    clear_links_.in = {lock_id};
    clear_links_.run();
    for (const auto& link : links) {
      insert_link_.in = {lock_id, link.gateway_id, link.rssi, column(link.seen_at)};
      insert_link_.run();
    }
  });
}

} // namespace palang::storage
