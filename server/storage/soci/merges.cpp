#include "server/storage/soci/merges.hpp"

#include "server/storage/soci/sql_text.hpp"

namespace palang::storage {

namespace {

constexpr column_name merge_columns[] = {"keep_id",   "at",           "actor",     "drop_status",
                                         "took_exit", "keep_version", "undone_at", "drop_id"};
constexpr auto payment = "payment";
constexpr auto opening = "opening";
constexpr auto alert = "alert";

} // namespace

soci_merges::soci_merges(connection& db)
    : db_{db}, clear_{db, "DELETE FROM merges WHERE drop_id = :id"},
      clear_parts_{db, "DELETE FROM merged_parts WHERE drop_id = :id"},
      insert_{db, insert_sql("merges", merge_columns)},
      insert_part_{db, "INSERT INTO merged_parts (drop_id, kind, part_id) VALUES (:id, :kind, "
                       ":part)"},
      find_{db, select_sql("merges", merge_columns, "WHERE drop_id = :id")},
      parts_{db, "SELECT kind, part_id FROM merged_parts WHERE drop_id = :id ORDER BY part_id"},
      undone_{db, "UPDATE merges SET undone_at = :at WHERE drop_id = :id"} {}

result<void> soci_merges::put(const stored_merge& row) {
  return db_.guarded([&] {
    clear_.in = {column(row.drop)};
    clear_.run();
    clear_parts_.in = {column(row.drop)};
    clear_parts_.run();
    insert_.in = {column(row.keep),
                  column(row.at),
                  row.actor,
                  text{to_string(row.drop_status)},
                  column(row.took_exit),
                  row.keep_version,
                  column(row.undone_at),
                  column(row.drop)};
    insert_.run();
    put_parts(row.drop, payment, row.payments);
    put_parts(row.drop, opening, row.openings);
    put_parts(row.drop, alert, row.alerts);
  });
}

void soci_merges::put_parts(const uuid& drop, const char* kind, const std::vector<uuid>& parts) {
  for (const auto& part : parts) {
    insert_part_.in = {column(drop), kind, column(part)};
    insert_part_.run();
  }
}

result<std::optional<stored_merge>> soci_merges::find(const uuid& drop) {
  return db_.guarded([&]() -> std::optional<stored_merge> {
    find_.in = {column(drop)};
    if (!find_.one())
      return std::nullopt;
    const auto& [keep, at, actor, status, took_exit, version, undone_at, id] = find_.out;
    stored_merge out{drop,
                     as_uuid(keep),
                     from_ms(at),
                     actor,
                     known(protocol::session_status_from(status), status),
                     took_exit != 0,
                     version};
    out.undone_at = as_instant(undone_at);
    parts_.in = {column(drop)};
    parts_.each([&](const auto& row) {
      const auto& [kind, part] = row;
      auto& to = kind == payment ? out.payments : kind == opening ? out.openings : out.alerts;
      to.push_back(as_uuid(part));
    });
    return out;
  });
}

result<void> soci_merges::note_undone(const uuid& drop, instant at) {
  return db_.guarded([&] {
    undone_.in = {column(at), column(drop)};
    undone_.run();
  });
}

} // namespace palang::storage
