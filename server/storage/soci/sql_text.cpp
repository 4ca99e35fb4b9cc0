#include "server/storage/soci/sql_text.hpp"

namespace palang::storage {

namespace {

std::string joined(std::span<const column_name> columns, std::string_view before_each) {
  std::string out;
  for (auto column : columns) {
    if (!out.empty())
      out += ", ";
    out.append(before_each).append(column);
  }
  return out;
}

} // namespace

std::string insert_sql(std::string_view table, std::span<const column_name> columns) {
  return "INSERT INTO " + std::string{table} + " (" + joined(columns, "") + ") VALUES ("
         + joined(columns, ":") + ")";
}

std::string update_sql(std::string_view table, std::span<const column_name> columns) {
  std::string set;
  std::string_view key;
  for (auto column : columns) {
    if (!key.empty())
      set.append(set.empty() ? "" : ", ").append(key).append(" = :").append(key);
    key = column;
  }
  return "UPDATE " + std::string{table} + " SET " + set + " WHERE " + std::string{key}
         + " = :" + std::string{key};
}

std::string add_sql(std::string_view table, std::span<const column_name> columns,
                    std::size_t keys) {
  std::string set;
  for (const auto column : columns.first(columns.size() - keys)) {
    const std::string name{column};
    set.append(set.empty() ? "" : ", ").append(name + " = " + name + " + :" + name);
  }
  std::string where;
  for (const auto column : columns.last(keys)) {
    const std::string name{column};
    where.append(where.empty() ? "" : " AND ").append(name + " = :" + name);
  }
  return "UPDATE " + std::string{table} + " SET " + set + " WHERE " + where;
}

std::string select_sql(std::string_view table, std::span<const column_name> columns,
                       std::string_view rest) {
  return "SELECT " + joined(columns, "") + " FROM " + std::string{table} + " " + std::string{rest};
}

} // namespace palang::storage
