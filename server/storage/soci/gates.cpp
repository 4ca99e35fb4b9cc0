#include "server/storage/soci/gates.hpp"

#include "server/storage/soci/sql_text.hpp"

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
                                "WHERE state IN ('requested', 'sent') ORDER BY requested_at")} {}

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

} // namespace palang::storage
