#pragma once

#include "shared/core/clock.hpp"
#include "shared/core/money.hpp"
#include "shared/core/result.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace palang::storage {

/// What a database holds, in the numbers that people compare.
struct holdings {
  std::string epoch;
  std::int64_t newest_seq = 0; ///< Of the journal.
  std::int64_t submissions = 0;
  std::int64_t sessions = 0;
  rupiah paid{};                        ///< Sum of all payments.
  std::optional<instant> last_received; ///< Of the newest submission.
  std::int64_t photos_missing = 0;      ///< Only after restore().
};

/// Writes one moment of the database into `file`, an SQLite file of its own, while others go on
/// reading and writing. It appears under its name only when it is whole, on disk and proved by
/// opening it: integrity, foreign keys, schema; of a database server also each row, compared with
/// its source. Photos are files: it knows them by name only.
/// Errors: invalid (the URL; another version's tables on a server; field "file": there is a file
/// already), db_unavailable, corrupt (the copy does not pass: it is removed).
[[nodiscard]] result<holdings> back_up(const std::string& url, const std::string& password,
                                       const std::filesystem::path& file);

/// Whether the photo with this SHA-256 (hex) is on disk.
using photo_check = std::function<bool(const std::string& sha256)>;

/// What a database is made from, and when.
struct restoring {
  std::filesystem::path file;    ///< The backup; it is not changed.
  std::filesystem::path scratch; ///< A folder with room for it, for what a server is filled from.
  photo_check has_photo;
  instant now;
};

/// Makes the database from a backup, where there is none, as a new history: another epoch, no
/// log-ins, and records made before `now` are taken as offline ones. Photos that `has_photo` does
/// not find are expected again. Nobody can open what it writes before it is whole. Errors: invalid
/// (the URL), db_unavailable (there is a database already; no space), corrupt
/// (`file` is no sound backup, or a newer program made it).
[[nodiscard]] result<holdings> restore(const std::string& url, const std::string& password,
                                       const restoring& what);

enum class scrutiny : std::uint8_t {
  usual,   ///< The content only while that takes less than a second or so.
  thorough ///< Every page.
};

/// Whether the database that `url` names may be opened by this program: there is none yet, or it is
/// whole, Palang's, not newer, and this user may write it. Writes nothing. Errors: corrupt,
/// db_unavailable (each message has the next step). A server on the network is asked nothing.
[[nodiscard]] result<void> examine(const std::string& url, scrutiny how);

} // namespace palang::storage
