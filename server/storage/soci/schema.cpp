#include "server/storage/soci/schema.hpp"

#include "server/storage/soci/migrations.hpp"
#include "server/storage/soci/statement.hpp"

#include <regex>

namespace palang::storage {

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

std::vector<std::string> table_names() {
  static const std::regex create{R"(CREATE TABLE (\w+))"};
  std::vector<std::string> out;
  for (const auto& file : migration_files()) {
    const std::string sql{file.text};
    for (std::sregex_iterator found{sql.begin(), sql.end(), create}, end; found != end; ++found)
      out.push_back((*found)[1]);
  }
  return out;
}

} // namespace palang::storage
