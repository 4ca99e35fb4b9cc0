#include "server/storage/soci/gates.hpp"

#include "server/storage/soci/look_through.hpp"
#include "server/storage/soci/sql_text.hpp"

#include <limits>

namespace palang::storage {

namespace {

constexpr column_name gate_columns[] = {"mode", "opened_at", "open_outcome", "open_cause", "id"};
constexpr column_name command_columns[] = {
    "gate_id",      "state",      "session_id", "reason", "username",
    "requested_at", "expires_at", "settled_at", "detail", "id"};

template <class Row>
gate_state gate_from(const Row& row) {
  const auto& [mode, opened_at, outcome, cause, id] = row;
  gate_state out{id, known(protocol::gate_mode_from(mode), mode), std::nullopt};
  if (opened_at.has_value())
    out.last_open = protocol::gate_last_open{from_ms(opened_at.value), outcome.get().value_or(""),
                                             cause.get().value_or("")};
  return out;
}

stored_command command_from(const command_row& row) {
  stored_command out;
  auto& c = out.shown;
  c.id = as_uuid(row.id);
  c.gate_id = row.gate_id;
  c.state = known(protocol::command_state_from(row.state), row.state);
  c.session_id = as_uuid(row.session_id);
  c.reason = row.reason;
  c.requested_at = from_ms(row.requested_at);
  c.expires_at = from_ms(row.expires_at);
  c.detail = row.detail;
  out.username = row.username;
  out.settled_at = as_instant(row.settled_at);
  return out;
}

void to_row(const stored_command& from, command_row& row) {
  row.gate_id = from.shown.gate_id;
  row.state = to_string(from.shown.state);
  row.session_id = column(from.shown.session_id);
  row.reason = from.shown.reason;
  row.username = from.username;
  row.requested_at = column(from.shown.requested_at);
  row.expires_at = column(from.shown.expires_at);
  row.settled_at = column(from.settled_at);
  row.detail = from.shown.detail;
  row.id = column(from.shown.id);
}

constexpr const char* span_sql =
    " AND requested_at >= :from AND requested_at < :to AND requested_at <= :cursor1"
    " AND (requested_at < :cursor2 OR id < :cursor_id)";
constexpr const char* filter_sql =
    " AND (:user1 = '' OR username = :user2) AND (:gate1 = '' OR gate_id = :gate2)"
    " ORDER BY requested_at DESC, id DESC LIMIT :limit";

std::string floor_sql(const std::string& condition) {
  return "SELECT requested_at FROM gate_commands WHERE " + condition + span_sql
         + " ORDER BY requested_at DESC LIMIT 1 OFFSET " + std::to_string(most_looked_through);
}

} // namespace

soci_gates::soci_gates(connection& db)
    : db_{db}, find_{db, select_sql("gates", gate_columns, "WHERE id = :id")},
      all_{db, select_sql("gates", gate_columns, "ORDER BY id")},
      insert_{db, insert_sql("gates", gate_columns)}, update_{db,
                                                              update_sql("gates", gate_columns)},
      find_command_{db, select_sql("gate_commands", command_columns, "WHERE id = :id")},
      insert_command_{db, insert_sql("gate_commands", command_columns)},
      update_command_{db, update_sql("gate_commands", command_columns)},
      unsettled_{db, select_sql("gate_commands", command_columns,
                                "WHERE state IN ('requested', 'sent') ORDER BY requested_at")},
      list_commands_{db, select_sql("gate_commands", command_columns,
                                    std::string{"WHERE 1 = 1"} + span_sql + filter_sql)},
      list_manual_{db, select_sql("gate_commands", command_columns,
                                  std::string{"WHERE session_id IS NULL"} + span_sql + filter_sql)},
      commands_floor_{db, floor_sql("1 = 1")}, manual_floor_{db, floor_sql("session_id IS NULL")},
      count_manual_{db, "SELECT username, COUNT(*) FROM gate_commands WHERE session_id IS NULL "
                        "AND requested_at >= :from AND requested_at < :to "
                        "AND (:gate1 = '' OR gate_id = :gate2) GROUP BY username"} {}

result<gate_state> soci_gates::find(const std::string& gate_id) {
  return db_.guarded([&] {
    std::get<0>(find_.in) = gate_id;
    return find_.one() ? gate_from(find_.out)
                       : gate_state{gate_id, protocol::gate_mode::automatic, std::nullopt};
  });
}

result<std::vector<gate_state>> soci_gates::all() {
  return db_.guarded([&] {
    std::vector<gate_state> out;
    all_.each([&](const auto& row) { out.push_back(gate_from(row)); });
    return out;
  });
}

result<void> soci_gates::put(const gate_state& row) {
  return db_.guarded([&] {
    const auto& open = row.last_open;
    update_.in = {text{to_string(row.mode)}, column(open ? std::optional{open->at} : std::nullopt),
                  column(open ? std::optional{open->outcome} : std::nullopt),
                  column(open ? std::optional{open->cause} : std::nullopt), row.id};
    if (update_.run() > 0)
      return;
    insert_.in = update_.in;
    insert_.run();
  });
}

result<std::optional<stored_command>> soci_gates::find_command(const uuid& id) {
  return db_.guarded([&]() -> std::optional<stored_command> {
    std::get<0>(find_command_.in) = column(id);
    return find_command_.one() ? std::optional{command_from(find_command_.out)} : std::nullopt;
  });
}

result<void> soci_gates::insert_command(const stored_command& row) {
  return db_.guarded([&] {
    to_row(row, insert_command_.in);
    insert_command_.run();
  });
}

result<void> soci_gates::settle_command(const stored_command& row) {
  return db_.guarded([&] {
    to_row(row, update_command_.in);
    update_command_.run();
  });
}

result<std::vector<protocol::gate_command>> soci_gates::unsettled_commands() {
  return db_.guarded([&] {
    std::vector<protocol::gate_command> out;
    unsettled_.each([&](const auto& row) { out.push_back(command_from(row).shown); });
    return out;
  });
}

result<command_page> soci_gates::list_commands(const command_filter& filter) {
  return db_.guarded([&] {
    constexpr auto never = std::numeric_limits<integer>::max();
    const auto cursor = filter.after ? column(filter.after->requested_at) : never;
    const auto user = filter.username.value_or("");
    const auto gate = filter.gate_id.value_or("");
    auto& query = filter.is_manual ? list_manual_ : list_commands_;
    auto& floor = filter.is_manual ? manual_floor_ : commands_floor_;
    query.in = {{filter.from ? column(*filter.from) : std::numeric_limits<integer>::min(),
                 filter.to ? column(*filter.to) : never, cursor, cursor,
                 filter.after ? filter.after->id : text{}},
                user,
                user,
                gate,
                gate,
                filter.limit};
    floor.in = query.in.span;
    const bool has_floor = floor.one();
    if (has_floor)
      query.in.span.from = std::get<0>(floor.out);
    command_page out;
    query.each([&](const auto& row) { out.commands.push_back(command_from(row)); });
    if (static_cast<std::int64_t>(out.commands.size()) == filter.limit) {
      const auto& last = out.commands.back().shown;
      out.next = command_cursor{last.requested_at, to_string(last.id)};
    } else if (has_floor) {
      out.next = command_cursor{from_ms(query.in.span.from), ""};
    }
    return out;
  });
}

result<std::map<std::string, std::int64_t>> soci_gates::count_manual(instant from, instant to,
                                                                     const std::string& gate_id) {
  return db_.guarded([&] {
    std::map<std::string, std::int64_t> out;
    count_manual_.in = {column(from), column(to), gate_id, gate_id};
    count_manual_.each([&](const auto& row) { out[std::get<0>(row)] = std::get<1>(row); });
    return out;
  });
}

} // namespace palang::storage
