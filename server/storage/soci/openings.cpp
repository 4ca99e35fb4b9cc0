#include "server/storage/soci/openings.hpp"

#include "server/storage/soci/sql_text.hpp"

namespace palang::storage {

namespace {

constexpr column_name opening_columns[] = {
    "lock_id",    "gate_id", "at",   "state",       "record_id", "cause", "session_id",
    "command_id", "who",     "note", "judge_after", "alert_id",  "id"};

bool is_waiting(protocol::opening_state s) {
  return s == protocol::opening_state::awaiting_cause
         || s == protocol::opening_state::awaiting_record;
}

stored_opening from_row(const opening_row& row) {
  stored_opening out;
  auto& o = out.shown;
  o.id = as_uuid(row.id);
  o.lock_id = row.lock_id;
  o.gate_id = row.gate_id;
  o.at = from_ms(row.at);
  o.state = known(protocol::opening_state_from(row.state), row.state);
  o.record_id = as_uuid(row.record_id);
  o.cause = known(protocol::opening_cause_from(row.cause), row.cause);
  o.session_id = as_uuid(row.session_id);
  o.command_id = as_uuid(row.command_id);
  o.who = row.who;
  o.note = row.note;
  out.judge_after = as_instant(row.judge_after).value_or(instant{});
  out.alert_id = as_uuid(row.alert_id);
  return out;
}

void to_row(const stored_opening& from, opening_row& row) {
  const auto& o = from.shown;
  row.lock_id = o.lock_id;
  row.gate_id = o.gate_id;
  row.at = column(o.at);
  row.state = to_string(o.state);
  row.record_id = column(o.record_id);
  row.cause = to_string(o.cause);
  row.session_id = column(o.session_id);
  row.command_id = column(o.command_id);
  row.who = o.who;
  row.note = o.note;
  row.judge_after = column(is_waiting(o.state) ? std::optional{from.judge_after} : std::nullopt);
  row.alert_id = column(from.alert_id);
  row.id = column(o.id);
}

template <class Statement>
std::vector<stored_opening> all_of(Statement& query) {
  std::vector<stored_opening> out;
  query.each([&](const opening_row& row) { out.push_back(from_row(row)); });
  return out;
}

template <class Statement>
std::optional<stored_opening> one_of(Statement& query) {
  return query.one() ? std::optional{from_row(query.out)} : std::nullopt;
}

} // namespace

soci_openings::soci_openings(connection& db)
    : db_{db}, insert_{db, insert_sql("openings", opening_columns)},
      update_{db, update_sql("openings", opening_columns)},
      remove_{db, "DELETE FROM openings WHERE id = :id"}, find_{db, select_sql("openings",
                                                                               opening_columns,
                                                                               "WHERE id = :id")},
      near_{db, select_sql("openings", opening_columns,
                           "WHERE lock_id = :lock AND at >= :from AND at <= :to "
                           "ORDER BY at, id LIMIT 200")},
      of_session_{db, select_sql("openings", opening_columns,
                                 "WHERE session_id = :session ORDER BY at, id")},
      of_command_{db, select_sql("openings", opening_columns, "WHERE command_id = :command")},
      due_{db, select_sql("openings", opening_columns,
                          "WHERE judge_after <= :now ORDER BY judge_after, id LIMIT :limit")},
      without_record_{db, select_sql("openings", opening_columns,
                                     "WHERE state IN ('awaiting_record', 'no_opening') "
                                     "AND at >= :from AND at < :to ORDER BY at, id")} {}

result<void> soci_openings::insert(const stored_opening& row) {
  return db_.guarded([&] {
    to_row(row, insert_.in);
    insert_.run();
  });
}

result<void> soci_openings::update(const stored_opening& row) {
  return db_.guarded([&] {
    to_row(row, update_.in);
    update_.run();
  });
}

result<void> soci_openings::remove(const uuid& id) {
  return db_.guarded([&] {
    remove_.in = {column(id)};
    remove_.run();
  });
}

result<std::optional<stored_opening>> soci_openings::find(const uuid& id) {
  return db_.guarded([&] {
    find_.in = {column(id)};
    return one_of(find_);
  });
}

result<std::vector<stored_opening>> soci_openings::near(const std::string& lock_id, instant from,
                                                        instant to) {
  return db_.guarded([&] {
    near_.in = {lock_id, column(from), column(to)};
    return all_of(near_);
  });
}

result<std::vector<stored_opening>> soci_openings::of_session(const uuid& session_id) {
  return db_.guarded([&] {
    of_session_.in = {column(session_id)};
    return all_of(of_session_);
  });
}

result<std::optional<stored_opening>> soci_openings::of_command(const uuid& command_id) {
  return db_.guarded([&] {
    of_command_.in = {column(command_id)};
    return one_of(of_command_);
  });
}

result<std::vector<stored_opening>> soci_openings::due(instant now, std::int64_t limit) {
  return db_.guarded([&] {
    due_.in = {column(now), limit};
    return all_of(due_);
  });
}

result<std::vector<stored_opening>> soci_openings::without_record(instant from, instant to) {
  return db_.guarded([&] {
    without_record_.in = {column(from), column(to)};
    return all_of(without_record_);
  });
}

} // namespace palang::storage
