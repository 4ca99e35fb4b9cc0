#include "server/storage/soci/applied_steps.hpp"

#include "server/storage/soci/schema.hpp"
#include "server/storage/soci/statement.hpp"

#include <algorithm>

namespace palang::storage {

std::string applied_checksum(connection& db, int number) {
  statement<std::tuple<integer>, std::tuple<text>> query{
      db, "SELECT checksum FROM schema_migrations WHERE number = :number"};
  query.in = {number};
  return query.one() ? std::get<0>(query.out) : std::string{};
}

void note_applied(connection& db, const migration& step) {
  statement<std::tuple<integer, text, text>> insert{
      db,
      "INSERT INTO schema_migrations (number, name, checksum) VALUES (:number, :name, :checksum)"};
  insert.in = {step.number, step.name, step.checksum};
  insert.run();
}

error applied_otherwise(const migration& step) {
  return {errc::corrupt,
          "migration " + step.name
              + " was applied with another text: this database was made by another version; "
                "restore a backup that fits",
          ""};
}

result<int> newest_migration(connection& db) {
  return db.guarded([&] {
    statement<std::tuple<>, std::tuple<maybe<integer>>> query{
        db, "SELECT MAX(number) FROM schema_migrations"};
    query.one();
    return static_cast<int>(std::get<0>(query.out).get().value_or(0));
  });
}

result<bool> is_migrated(connection& db, const std::vector<migration>& steps) {
  return db.guarded([&] {
    if (!read_schema(db).contains("schema_migrations"))
      return false;
    std::vector<std::string> applied;
    statement<std::tuple<>, std::tuple<text>> query{
        db, "SELECT checksum FROM schema_migrations ORDER BY number"};
    query.each([&](const auto& row) { applied.push_back(std::get<0>(row)); });
    return std::ranges::equal(applied, steps, {}, {}, &migration::checksum);
  });
}

} // namespace palang::storage
