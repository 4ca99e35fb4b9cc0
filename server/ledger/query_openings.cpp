#include "server/ledger/cursor.hpp"
#include "server/ledger/lock_views.hpp"
#include "server/ledger/queries.hpp"
#include "server/ledger/try.hpp"

/// opening.list and command.list: what opened the gates, and what somebody asked for.
namespace palang::ledger {

namespace {

/// The rest of a cursor "ms.id": an id, or nothing.
result<std::string> id_of(std::string_view rest) {
  if (!rest.empty() && !parse_uuid(rest))
    return fail(errc::invalid, "this is no cursor of this list", "data.after");
  return std::string{rest};
}

result<std::string> encoded_record(const query_context& q, const protocol::opening& o) {
  if (!o.record_id)
    return std::string{"null"};
  PALANG_TRY(found, q.db.records.find(*o.record_id));
  if (!found)
    return std::string{"null"};
  const auto words = words_of(found->shown);
  found->shown.text_id = words.text_id;
  found->shown.text_en = words.text_en;
  return protocol::encode(found->shown);
}

result<std::string> encoded(const query_context& q, const storage::stored_opening& row) {
  const auto& o = row.shown;
  std::optional<std::string> plate;
  if (o.session_id) {
    PALANG_TRY(stay, q.db.sessions.find(*o.session_id));
    if (stay)
      plate = std::move(stay->shown.plate);
  }
  std::optional<std::string> requested_by;
  if (o.command_id) {
    PALANG_TRY(command, q.db.gates.find_command(*o.command_id));
    if (command)
      requested_by = std::move(command->username);
  }
  PALANG_TRY(record, encoded_record(q, o));
  const auto* gate = q.config.document.find_gate(o.gate_id);
  return protocol::object(
      {{"opening", protocol::encode(o)},
       {"lock_name", protocol::text(lock_name(q.config.document, o.lock_id, ""))},
       {"gate_name", protocol::text(gate ? gate->name : o.gate_id)},
       {"plate", protocol::text_or_null(plate)},
       {"requested_by", protocol::text_or_null(requested_by)},
       {"record", record},
       {"alert_id", row.alert_id ? protocol::text(to_string(*row.alert_id)) : "null"}});
}

} // namespace

result<std::string> answer(const query_context& q, const protocol::opening_list& what) {
  PALANG_CHECK(check_page(what.window));
  storage::opening_filter filter{what.window.from, what.window.to, std::nullopt, what.window.limit,
                                 what.gate_id,     what.lock_id,   what.state,   what.cause,
                                 what.is_suspect,  what.is_judged};
  if (what.window.after) {
    PALANG_TRY(cursor, split_cursor(*what.window.after));
    PALANG_TRY(id, id_of(cursor.rest));
    filter.after = storage::opening_cursor{from_ms(cursor.number), std::move(id)};
  }
  PALANG_TRY(page, q.db.openings.list(filter));
  std::vector<std::string> items;
  for (const auto& row : page.openings) {
    PALANG_TRY(item, encoded(q, row));
    items.push_back(std::move(item));
  }
  std::optional<std::string> next;
  if (page.next)
    next = make_cursor(to_ms(page.next->at), page.next->id);
  return encoded_page("openings", items, next);
}

result<std::string> answer(const query_context& q, const protocol::command_list& what) {
  PALANG_CHECK(check_page(what.window));
  storage::command_filter filter{what.window.from, what.window.to, std::nullopt,  what.window.limit,
                                 what.username,    what.gate_id,   what.is_manual};
  if (what.window.after) {
    PALANG_TRY(cursor, split_cursor(*what.window.after));
    PALANG_TRY(id, id_of(cursor.rest));
    filter.after = storage::command_cursor{from_ms(cursor.number), std::move(id)};
  }
  PALANG_TRY(page, q.db.gates.list_commands(filter));
  std::vector<std::string> items;
  for (const auto& row : page.commands)
    items.push_back(protocol::extended(protocol::encode(row.shown),
                                       {{"username", protocol::text(row.username)},
                                        {"settled_at", protocol::time_or_null(row.settled_at)}}));
  std::optional<std::string> next;
  if (page.next)
    next = make_cursor(to_ms(page.next->requested_at), page.next->id);
  return encoded_page("commands", items, next);
}

} // namespace palang::ledger
