#include "server/storage/soci/alerts.hpp"

#include "server/storage/soci/sql_text.hpp"

#include <limits>

namespace palang::storage {

namespace {

constexpr column_name alert_columns[] = {
    "kind",      "severity", "raised_at", "resolved_at",   "session_id", "other_session_id",
    "device_id", "gate_id",  "lock_id",   "submission_id", "gateway_id", "text_id",
    "text_en",   "note",     "id"};

protocol::alert from_row(const alert_row& row) {
  protocol::alert out;
  out.id = as_uuid(row.id);
  out.kind = known(protocol::alert_kind_from(row.kind), row.kind);
  out.level = known(protocol::severity_from(row.severity), row.severity);
  out.raised_at = from_ms(row.raised_at);
  out.resolved_at = as_instant(row.resolved_at);
  out.refers = {as_uuid(row.session_id), as_uuid(row.other_session_id),
                as_uuid(row.device_id),  row.gate_id.get(),
                row.lock_id.get(),       as_uuid(row.submission_id),
                row.gateway_id.get()};
  out.text_id = row.text_id;
  out.text_en = row.text_en;
  out.note = row.note;
  return out;
}

void to_row(const protocol::alert& from, alert_row& row) {
  row.kind = to_string(from.kind);
  row.severity = to_string(from.level);
  row.raised_at = column(from.raised_at);
  row.resolved_at = column(from.resolved_at);
  row.session_id = column(from.refers.session_id);
  row.other_session_id = column(from.refers.other_session_id);
  row.device_id = column(from.refers.device_id);
  row.gate_id = column(from.refers.gate_id);
  row.lock_id = column(from.refers.lock_id);
  row.submission_id = column(from.refers.submission_id);
  row.gateway_id = column(from.refers.gateway_id);
  row.text_id = from.text_id;
  row.text_en = from.text_en;
  row.note = from.note;
  row.id = column(from.id);
}

// The same parameters in all four.
constexpr const char* any_kind = ":kind = ''";
constexpr const char* this_kind = "kind = :kind";
constexpr const char* any_state = "(:open1 < 0 OR (resolved_at IS NULL) = :open2)";
constexpr const char* is_open = "resolved_at IS NULL AND :open1 = :open2";

std::string list_sql(const std::string& kind, const std::string& state) {
  return select_sql("alerts", alert_columns,
                    "WHERE " + kind + " AND " + state
                        + " AND raised_at >= :from AND raised_at < :to AND raised_at <= :cursor1 "
                          "AND (raised_at < :cursor2 OR id < :cursor_id) "
                          "ORDER BY raised_at DESC, id DESC LIMIT :limit");
}

template <class Statement>
std::vector<protocol::alert> all_of(Statement& query) {
  std::vector<protocol::alert> out;
  query.each([&](const auto& row) { out.push_back(from_row(row)); });
  return out;
}

} // namespace

// With a plus, resolved_at offers no index: what a session or device has is less than what is open.
soci_alerts::soci_alerts(connection& db)
    : db_{db}, insert_{db, insert_sql("alerts", alert_columns)},
      find_{db, select_sql("alerts", alert_columns, "WHERE id = :id")},
      resolve_{db, "UPDATE alerts SET resolved_at = :at, note = :note WHERE id = :id"},
      of_session_{
          db, select_sql("alerts", alert_columns,
                         "WHERE session_id = :session AND kind = :kind AND +resolved_at IS NULL")},
      of_device_{db,
                 select_sql("alerts", alert_columns,
                            "WHERE device_id = :device AND kind = :kind AND +resolved_at IS NULL")},
      of_lock_{db, select_sql("alerts", alert_columns,
                              "WHERE lock_id = :lock AND kind = :kind AND resolved_at IS NULL")},
      of_kind_{db,
               select_sql("alerts", alert_columns, "WHERE kind = :kind AND resolved_at IS NULL")},
      reopen_{db, "UPDATE alerts SET resolved_at = NULL, note = '' WHERE id = :id"},
      list_{db, list_sql(any_kind, any_state)}, open_list_{db, list_sql(any_kind, is_open)},
      kind_list_{db, list_sql(this_kind, any_state)}, open_kind_list_{
                                                          db, list_sql(this_kind, is_open)} {}

result<void> soci_alerts::insert(const protocol::alert& row) {
  return db_.guarded([&] {
    to_row(row, insert_.in);
    insert_.run();
  });
}

result<std::optional<protocol::alert>> soci_alerts::find(const uuid& id) {
  return db_.guarded([&]() -> std::optional<protocol::alert> {
    std::get<0>(find_.in) = column(id);
    return find_.one() ? std::optional{from_row(find_.out)} : std::nullopt;
  });
}

result<void> soci_alerts::resolve(const protocol::alert& row) {
  return db_.guarded([&] {
    resolve_.in = {column(row.resolved_at), row.note, column(row.id)};
    resolve_.run();
  });
}

result<void> soci_alerts::reopen(const uuid& id) {
  return db_.guarded([&] {
    reopen_.in = {column(id)};
    reopen_.run();
  });
}

result<std::vector<protocol::alert>> soci_alerts::open_of_session(const uuid& session_id,
                                                                  protocol::alert_kind kind) {
  return db_.guarded([&] {
    of_session_.in = {column(session_id), text{to_string(kind)}};
    return all_of(of_session_);
  });
}

result<std::vector<protocol::alert>> soci_alerts::open_of_device(const uuid& device_id,
                                                                 protocol::alert_kind kind) {
  return db_.guarded([&] {
    of_device_.in = {column(device_id), text{to_string(kind)}};
    return all_of(of_device_);
  });
}

result<std::vector<protocol::alert>> soci_alerts::open_of_lock(const std::string& lock_id,
                                                               protocol::alert_kind kind) {
  return db_.guarded([&] {
    of_lock_.in = {lock_id, text{to_string(kind)}};
    return all_of(of_lock_);
  });
}

result<std::vector<protocol::alert>> soci_alerts::open_of_kind(protocol::alert_kind kind) {
  return db_.guarded([&] {
    of_kind_.in = {text{to_string(kind)}};
    return all_of(of_kind_);
  });
}

result<std::vector<protocol::alert>> soci_alerts::list(const alert_filter& filter) {
  return db_.guarded([&] {
    constexpr auto never = std::numeric_limits<integer>::max();
    const auto kind = filter.kind ? text{to_string(*filter.kind)} : text{};
    const integer open = filter.is_open ? column(*filter.is_open) : -1;
    const auto cursor = filter.after ? column(filter.after->at) : never;
    auto& query = filter.is_open == true ? (filter.kind ? open_kind_list_ : open_list_)
                                         : (filter.kind ? kind_list_ : list_);
    query.in = {kind,
                open,
                open,
                filter.from ? column(*filter.from) : 0,
                filter.to ? column(*filter.to) : never,
                cursor,
                cursor,
                filter.after ? column(filter.after->id) : text{},
                filter.limit};
    return all_of(query);
  });
}

} // namespace palang::storage
