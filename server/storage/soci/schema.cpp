#include "server/storage/soci/schema.hpp"

#include "server/storage/soci/migrator.hpp"
#include "server/storage/soci/statement.hpp"

#include <algorithm>
#include <regex>
#include <utility>

namespace palang::storage {

namespace {

/// What one statement of a migration adds. A column stands on a line of its own and begins in lower
/// case, which no word of SQL does there.
void describe(const std::string& sql, schema& into) {
  static const std::regex table{R"(CREATE TABLE (\w+))"};
  static const std::regex column{R"(\n\s*([a-z]\w*) )"};
  static const std::regex added{R"(ALTER TABLE (\w+) ADD COLUMN (\w+))"};
  static const std::regex index{R"(CREATE (?:UNIQUE )?INDEX (\w+) ON (\w+))"};
  std::smatch found;
  if (std::regex_search(sql, found, table))
    for (std::sregex_iterator at{sql.begin(), sql.end(), column}, end; at != end; ++at)
      into[found[1]].columns.push_back((*at)[1]);
  else if (std::regex_search(sql, found, added))
    into[found[1]].columns.push_back(found[2]);
  else if (std::regex_search(sql, found, index))
    into[found[2]].indexes.insert(found[1]);
}

} // namespace

bool is_foreign(const schema& found) {
  // The first table that the migrator makes.
  return !found.empty() && !found.contains("schema_migrations");
}

schema read_schema(connection& db) {
  schema out;
  statement<std::tuple<>, std::tuple<text, text, integer>> columns{
      db, std::string{db.speaks().columns_query()}};
  std::map<std::string, std::map<integer, std::string>> keys;
  columns.each([&](const auto& row) {
    const auto& [table, column, key_position] = row;
    out[table].columns.push_back(column);
    if (key_position > 0)
      keys[table][key_position] = column;
  });
  for (const auto& [table, parts] : keys)
    for (const auto& [position, column] : parts)
      out[table].key.push_back(column);
  statement<std::tuple<>, std::tuple<text, text>> indexes{db,
                                                          std::string{db.speaks().indexes_query()}};
  indexes.each([&](const auto& row) { out[std::get<0>(row)].indexes.insert(std::get<1>(row)); });
  return out;
}

schema described_schema(std::string_view dialect) {
  schema out;
  for (const auto& step : migrations_for(dialect, migration_files()))
    for (const auto& sql : step.statements)
      describe(sql, out);
  return out;
}

std::vector<std::string> table_names() {
  static const std::regex create{R"(CREATE TABLE (\w+))"};
  std::vector<std::string> out;
  for (const auto& file : migration_files()) {
    const std::string sql{file.text};
    for (std::sregex_iterator found{sql.begin(), sql.end(), create}, end; found != end; ++found)
      // A table that each database makes in its own way stands in several files.
      if (std::string name = (*found)[1]; std::ranges::find(out, name) == out.end())
        out.push_back(std::move(name));
  }
  return out;
}

} // namespace palang::storage
