#pragma once

#include "shared/core/result.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace palang::storage {

/// Where a database is: what open_database takes.
struct place {
  std::string url;
  std::string password;
};

struct table_rows {
  std::string table;
  std::int64_t rows = 0;
};

struct copy_report {
  std::vector<table_rows> tables; ///< Each was compared with its source, row by row.
  std::int64_t rows = 0;          ///< Of all tables.
  bool has_source_moved =
      false; ///< Somebody wrote into the source meanwhile; those rows are not here.
};

/// Told after each page: the table and how many of its rows have been copied, or compared.
using copy_progress = std::function<void(const table_rows&, bool is_comparing)>;

/// Copies every row of `from`, as it is at one moment, into `to`, whatever kinds of database they
/// are, and compares both row by row; the history (epoch, seq) goes on in the target. The target is
/// created and migrated; it must be empty, or hold a copy that did not finish: that is begun anew.
/// Until all is compared nobody can open the target. Errors: invalid (field "from": it is missing,
/// or of another version; "to": it holds data), db_unavailable, corrupt (also: a row differs),
/// internal.
[[nodiscard]] result<copy_report> copy_database(const place& from, const place& to,
                                                const copy_progress& tell);

} // namespace palang::storage
