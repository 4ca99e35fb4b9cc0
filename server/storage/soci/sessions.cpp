#include "server/storage/soci/sessions.hpp"

namespace palang::storage {

namespace {

/// A plate_key holds letters and digits only, so this one is nobody's.
constexpr const char* no_plate = "-";

enum obstacle : integer { same_id = 1, same_plate = 2 };

} // namespace

soci_sessions::soci_sessions(connection& db, hour_book& hours, plate_index& plates)
    : db_{db}, hours_{hours}, plates_{plates}, find_{db, select_sql("sessions", session_columns,
                                                                    "WHERE id = :id")},
      obstacles_{db,
                 "SELECT 1, id FROM sessions WHERE id = :id "
                 "UNION ALL SELECT 2, id FROM sessions WHERE plate_key = :key AND status = 'open' "
                 "UNION ALL SELECT 3, id FROM sessions "
                 "WHERE entry_device_no = :device AND entry_seq = :seq AND status = 'exit_only'"},
      insert_{db, insert_sql("sessions", session_columns)}, update_{db,
                                                                    update_sql("sessions",
                                                                               session_columns)},
      close_{db, update_sql("sessions", session_exit_columns)},
      left_free_{db, "SELECT COUNT(*) FROM sessions WHERE plate_key = :key AND status <> 'open' "
                     "AND status = 'closed' AND fee = 0 "
                     "AND exited_at >= :since"},
      of_ticket_{
          db,
          "SELECT session_id FROM submissions WHERE device_no = :device1 AND device_seq = :seq1 "
          "AND kind = 'entry' AND session_id IS NOT NULL "
          "UNION ALL SELECT id FROM sessions WHERE entry_device_no = :device2 AND entry_seq = "
          ":seq2 "
          "AND status = 'exit_only'"} {}

result<std::optional<stored_session>> soci_sessions::find(const uuid& id) {
  return db_.guarded([&]() -> std::optional<stored_session> {
    std::get<0>(find_.in) = column(id);
    if (!find_.one())
      return std::nullopt;
    auto found = from_row(find_.out);
    hours_.saw(found.shown);
    return found;
  });
}

result<entry_obstacles> soci_sessions::obstacles(const uuid& id, const std::string& plate_key,
                                                 std::uint16_t device_no,
                                                 std::uint32_t device_seq) {
  return db_.guarded([&] {
    // Device 0 has no tickets, and no stored orphan has the number -1.
    const integer device = device_no == 0 ? -1 : device_no;
    obstacles_.in = {column(id), plate_key.empty() ? no_plate : plate_key, device, device_seq};
    entry_obstacles found;
    obstacles_.each([&](const auto& row) {
      const auto& [what, session] = row;
      auto& slot = what == same_id      ? found.same_id
                   : what == same_plate ? found.same_plate
                                        : found.orphan;
      slot = as_uuid(session);
    });
    return found;
  });
}

result<void> soci_sessions::insert(const stored_session& row) {
  return db_.guarded([&] {
    to_row(row, insert_.in);
    insert_.run();
    hours_.write(row.shown);
    plates_.note_session();
  });
}

result<void> soci_sessions::update(const stored_session& row) {
  return db_.guarded([&] {
    look_before_write(row.shown.id);
    to_row(row, update_.in);
    update_.run();
    hours_.write(row.shown);
    plates_.put(row.shown.plate_key);
  });
}

result<void> soci_sessions::close(const stored_session& row) {
  return db_.guarded([&] {
    look_before_write(row.shown.id);
    to_row(row, close_.in);
    close_.run();
    hours_.write(row.shown);
  });
}

void soci_sessions::look_before_write(const uuid& id) {
  if (hours_.has_seen(id))
    return;
  std::get<0>(find_.in) = column(id);
  if (find_.one())
    hours_.saw(from_row(find_.out).shown);
}

result<bool> soci_sessions::left_free_since(const std::string& plate_key, instant since) {
  return db_.guarded([&] {
    left_free_.in = {plate_key, column(since)};
    return left_free_.one() && std::get<0>(left_free_.out) > 0;
  });
}

result<std::optional<uuid>> soci_sessions::of_ticket(std::uint16_t device_no,
                                                     std::uint32_t device_seq) {
  return db_.guarded([&]() -> std::optional<uuid> {
    of_ticket_.in = {device_no, device_seq, device_no, device_seq};
    std::optional<uuid> found;
    of_ticket_.each([&](const auto& row) {
      if (!found)
        found = as_uuid(std::get<0>(row));
    });
    return found;
  });
}

} // namespace palang::storage
