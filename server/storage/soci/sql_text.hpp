#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

/// SQL for whole rows: the columns are listed once, in the order of the row struct's fields(), the
/// key last.
namespace palang::storage {

using column_name = std::string_view;

/// "INSERT INTO t (a, b) VALUES (:a, :b)"
[[nodiscard]] std::string insert_sql(std::string_view table, std::span<const column_name> columns);
/// The same for columns that are named in place.
template <std::size_t Count>
[[nodiscard]] std::string insert_sql(std::string_view table, const column_name (&columns)[Count]) {
  return insert_sql(table, std::span<const column_name>{columns});
}
/// "UPDATE t SET a = :a WHERE b = :b": the last column is the key.
[[nodiscard]] std::string update_sql(std::string_view table, std::span<const column_name> columns);
/// "UPDATE t SET a = a + :a WHERE b = :b": the last `keys` columns are the key.
[[nodiscard]] std::string add_sql(std::string_view table, std::span<const column_name> columns,
                                  std::size_t keys);
/// "SELECT a, b FROM t " and what follows.
[[nodiscard]] std::string select_sql(std::string_view table, std::span<const column_name> columns,
                                     std::string_view rest);
/// The same for columns that are named in place.
template <std::size_t Count>
[[nodiscard]] std::string select_sql(std::string_view table, const column_name (&columns)[Count],
                                     std::string_view rest) {
  return select_sql(table, std::span<const column_name>{columns}, rest);
}

} // namespace palang::storage
