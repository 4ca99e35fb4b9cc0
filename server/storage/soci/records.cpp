#include "server/storage/soci/records.hpp"

#include "server/storage/soci/sql_text.hpp"

#include <charconv>
#include <limits>

namespace palang::storage {

namespace {

integer as_number(const text& stored) {
  integer out = 0;
  const auto* end = stored.data() + stored.size();
  if (std::from_chars(stored.data(), end, out).ptr != end)
    throw bad_row("a stored number cannot be read: " + stored);
  return out;
}

} // namespace

soci_configs::soci_configs(connection& db)
    : db_{db}, version_{db, "SELECT MAX(version) FROM configs"},
      newest_{db, "SELECT version, document FROM configs ORDER BY version DESC LIMIT 1"},
      insert_{db, insert_sql("configs", {"version", "at", "actor", "document"})},
      seed_{db, "SELECT content FROM meta WHERE name = 'site_seed'"} {}

result<std::int64_t> soci_configs::newest_version() {
  return db_.guarded([&]() -> std::int64_t {
    version_.one();
    return std::get<0>(version_.out).get().value_or(0);
  });
}

result<std::string> soci_configs::site_seed() {
  return db_.guarded([&] {
    if (!seed_.one())
      throw bad_row("the database has no key of the site");
    return std::get<0>(seed_.out);
  });
}

result<stored_config> soci_configs::newest() {
  return db_.guarded([&] {
    if (!newest_.one())
      return stored_config{};
    return stored_config{std::get<0>(newest_.out), std::get<1>(newest_.out)};
  });
}

result<void> soci_configs::insert(const stored_config& row, instant at, const std::string& actor) {
  return db_.guarded([&] {
    insert_.in = {row.version, column(at), actor, row.document};
    insert_.run();
  });
}

soci_photos::soci_photos(connection& db)
    : db_{db}, has_{db, "SELECT 1 FROM photos WHERE sha256 = :sha"},
      insert_{db, insert_sql("photos", {"sha256", "size_bytes", "media_type", "arrived_at"})},
      wanted_{db, "SELECT 1 FROM wanted_photos WHERE sha256 = :sha AND session_id = :session"},
      want_{db, insert_sql("wanted_photos", {"sha256", "session_id"})},
      wanting_{db, "SELECT session_id FROM wanted_photos WHERE sha256 = :sha"},
      wanting_no_more_{db, "DELETE FROM wanted_photos WHERE sha256 = :sha"},
      total_{db, "SELECT COALESCE(SUM(size_bytes), 0) FROM photos"},
      oldest_{db, "SELECT sha256, size_bytes, arrived_at FROM photos ORDER BY arrived_at, sha256 "
                  "LIMIT :limit"},
      forget_{db, "DELETE FROM photos WHERE sha256 = :sha"} {}

result<bool> soci_photos::has(const std::string& sha256) {
  return db_.guarded([&] {
    std::get<0>(has_.in) = sha256;
    return has_.one();
  });
}

result<void> soci_photos::insert(const std::string& sha256, std::int64_t size_bytes,
                                 const std::string& media_type, instant at) {
  return db_.guarded([&] {
    std::get<0>(has_.in) = sha256;
    if (has_.one())
      return;
    insert_.in = {sha256, size_bytes, media_type, column(at)};
    insert_.run();
  });
}

result<void> soci_photos::want(const std::string& sha256, const uuid& session_id) {
  return db_.guarded([&] {
    wanted_.in = {sha256, column(session_id)};
    if (wanted_.one())
      return;
    want_.in = wanted_.in;
    want_.run();
  });
}

result<std::vector<uuid>> soci_photos::take_wanting(const std::string& sha256) {
  return db_.guarded([&] {
    std::vector<uuid> out;
    std::get<0>(wanting_.in) = sha256;
    wanting_.each([&](const auto& row) { out.push_back(as_uuid(std::get<0>(row))); });
    std::get<0>(wanting_no_more_.in) = sha256;
    wanting_no_more_.run();
    return out;
  });
}

result<std::vector<std::string>> soci_photos::outlived(instant before, std::int64_t most_bytes,
                                                       std::int64_t limit) {
  return db_.guarded([&] {
    total_.one();
    auto excess = most_bytes > 0 ? std::get<0>(total_.out) - most_bytes : 0;
    std::vector<std::string> out;
    std::get<0>(oldest_.in) = limit;
    oldest_.each([&](const auto& row) {
      const auto& [sha256, bytes, arrived_at] = row;
      if (arrived_at < column(before) || excess > 0)
        out.push_back(sha256);
      excess -= bytes;
    });
    return out;
  });
}

result<void> soci_photos::forget(const std::string& sha256) {
  return db_.guarded([&] {
    std::get<0>(forget_.in) = sha256;
    forget_.run();
  });
}

namespace {

template <class Row>
protocol::audit_entry audit_from(const Row& row) {
  const auto& [id, at, who, what, entity, before, after, reason] = row;
  return {id, from_ms(at), who, what, entity, before, after, reason};
}

} // namespace

soci_audit::soci_audit(connection& db)
    : db_{db}, insert_{db, insert_sql("audit", {"at", "actor", "action", "entity", "content_before",
                                                "content_after", "reason"})},
      list_{
          db,
          "SELECT id, at, actor, action, entity, content_before, content_after, reason FROM audit "
          "WHERE (:actor1 = '' OR actor = :actor2) AND (:action1 = '' OR action = :action2) "
          "AND at >= :from AND at < :to AND id < :after ORDER BY id DESC LIMIT :limit"},
      of_action_{
          db,
          "SELECT id, at, actor, action, entity, content_before, content_after, reason FROM audit "
          "WHERE action = :action AND at >= :from AND at < :to ORDER BY at LIMIT 50000"} {}

result<void> soci_audit::insert(const protocol::audit_entry& row) {
  return db_.guarded([&] {
    insert_.in = {column(row.at), row.actor, row.action, row.entity,
                  row.before,     row.after, row.reason};
    insert_.run();
  });
}

result<std::vector<protocol::audit_entry>> soci_audit::list(const audit_filter& filter) {
  return db_.guarded([&] {
    constexpr auto never = std::numeric_limits<integer>::max();
    const auto actor = filter.actor.value_or("");
    const auto action = filter.action.value_or("");
    list_.in = {actor,
                actor,
                action,
                action,
                filter.from ? column(*filter.from) : 0,
                filter.to ? column(*filter.to) : never,
                filter.after.value_or(never),
                filter.limit};
    std::vector<protocol::audit_entry> out;
    list_.each([&](const auto& row) { out.push_back(audit_from(row)); });
    return out;
  });
}

result<std::vector<protocol::audit_entry>> soci_audit::of_action(const std::string& action,
                                                                 instant from, instant to) {
  return db_.guarded([&] {
    of_action_.in = {action, column(from), column(to)};
    std::vector<protocol::audit_entry> out;
    of_action_.each([&](const auto& row) { out.push_back(audit_from(row)); });
    return out;
  });
}

soci_probe::soci_probe(connection& db)
    : db_{db}, update_{db, "UPDATE meta SET content = :at WHERE name = 'probe'"},
      insert_{db, "INSERT INTO meta (name, content) VALUES ('probe', :at)"},
      last_{db, "SELECT content FROM meta WHERE name = 'probe'"},
      fill_{db, "INSERT INTO meta (name, content) VALUES (:name, :content)"},
      empty_{db, "DELETE FROM meta WHERE name LIKE 'room%'"} {}

result<void> soci_probe::touch(instant at) {
  return db_.guarded([&] {
    if (db_.lacks_room())
      prove_room();
    std::get<0>(update_.in) = std::to_string(to_ms(at));
    if (update_.run() > 0)
      return;
    insert_.in = update_.in;
    insert_.run();
  });
}

void soci_probe::prove_room() {
  constexpr int rows = 20;
  constexpr std::size_t row_bytes = 50'000; // a TEXT of MariaDB's takes 65,535
  for (int i = 0; i < rows; ++i) {
    fill_.in = {"room" + std::to_string(i), text(row_bytes, ' ')};
    fill_.run();
  }
  empty_.run();
  db_.has_room();
}

result<std::optional<instant>> soci_probe::last() {
  return db_.guarded([&]() -> std::optional<instant> {
    if (!last_.one())
      return std::nullopt;
    return from_ms(as_number(std::get<0>(last_.out)));
  });
}

} // namespace palang::storage
