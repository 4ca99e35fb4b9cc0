#include "server/storage/soci/openings.hpp"

#include "server/storage/soci/opening_rows.hpp"
#include "server/storage/soci/sql_text.hpp"

namespace palang::storage {

namespace {

bool is_waiting(protocol::opening_state s) {
  return s == protocol::opening_state::awaiting_cause
         || s == protocol::opening_state::awaiting_record;
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
  row.verdict = {};
  row.verdict_note = {};
  row.judged_by = {};
  row.judged_at = {};
  if (o.judgement) {
    row.verdict = maybe<text>{text{to_string(o.judgement->verdict)}};
    row.verdict_note = maybe<text>{o.judgement->note};
    row.judged_by = maybe<text>{o.judgement->by};
    row.judged_at = maybe<integer>{column(o.judgement->at)};
  }
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
                                     "AND at >= :from AND at < :to ORDER BY at, id")},
      all_list_{db, ":chosen = ''"},
      // The second half of each repeats its index's own condition.
      state_list_{db, "state = :chosen AND state <> 'explained'"},
      cause_list_{db, "cause = :chosen AND cause IN ('manual', 'test', 'person')"},
      count_suspect_{db, "SELECT state, COUNT(*) FROM openings WHERE state IN ('unexplained', "
                         "'no_opening', 'alarmed') AND state <> 'explained' AND at >= :from "
                         "AND at < :to GROUP BY state"},
      count_by_hand_{db, "SELECT cause, COUNT(*) FROM openings WHERE cause IN ('manual', 'test', "
                         "'person') AND at >= :from AND at < :to GROUP BY cause"} {}

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
