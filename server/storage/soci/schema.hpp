#pragma once

#include "server/storage/soci/connection.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace palang::storage {

struct table_shape {
  std::vector<std::string> columns; ///< As they stand.
  std::vector<std::string> key;     ///< The primary key's columns, in its order.
  std::set<std::string> indexes;    ///< Those that have a name of ours.
};

/// Tables by name.
using schema = std::map<std::string, table_shape>;

/// Are there tables, and were they made by somebody else?
[[nodiscard]] bool is_foreign(const schema& found);

/// The schema of an open connection. Throws as SOCI does: call it inside connection::guarded.
[[nodiscard]] schema read_schema(connection& db);

/// What the migrations make for a dialect, as their text says; without keys and without the
/// migrator's own tables.
[[nodiscard]] schema described_schema(std::string_view dialect);

/// The tables that the migrations make, each after those that it refers to.
[[nodiscard]] std::vector<std::string> table_names();

} // namespace palang::storage
