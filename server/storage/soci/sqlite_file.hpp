#pragma once

#include "server/storage/backup.hpp"
#include "server/storage/soci/connection.hpp"

#include <memory>

namespace palang::storage {

/// As make_sqlite_dialect, for a file that must not change: no setting of it is touched.
[[nodiscard]] std::unique_ptr<dialect> make_read_only_sqlite_dialect(std::string path);

/// May this user write the file, and beside it? SQLite would open it for reading, and fail later in
/// words of its own. One that does not exist is fine. Errors: db_unavailable.
[[nodiscard]] result<void> need_permission(const std::filesystem::path& file);

/// examine() for a file. One that does not exist is fine.
[[nodiscard]] result<void> examine_file(const std::filesystem::path& file, scrutiny how);

/// Copies one moment of `from` into the new file `to`, whole and compact, and brings it to disk.
/// Errors: db_unavailable, corrupt.
[[nodiscard]] result<void> copy_file(connection& from, const std::filesystem::path& to);

/// Makes a database that nobody has open one file, which can be read where nothing can be written;
/// brings it to disk. Errors: db_unavailable, corrupt.
[[nodiscard]] result<void> close_file(const std::filesystem::path& file);

/// The file's content and its folder's list are on disk. Errors: db_unavailable.
[[nodiscard]] result<void> sync_file(const std::filesystem::path& file);

/// Every page, index and reference. Errors: corrupt with the first thing that is wrong.
[[nodiscard]] result<void> check_everything(connection& db);

/// The database's own summary.
[[nodiscard]] result<holdings> holdings_of(connection& db);

} // namespace palang::storage
