#include "mobile/core/storefile.h"

#include "mobile/core/schema.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <array>
#include <fcntl.h>
#include <unistd.h>

namespace palang::mobile {

namespace {

constexpr qint64 alwaysCheckedBytes = 50 * 1024 * 1024;
constexpr QByteArrayView magic{"SQLite format 3\0", 16};

struct Pragma {
  std::string name;
  std::string wanted;
  std::string readsBack;
};

/// busy_timeout first: the switch to WAL may meet another process.
const std::array<Pragma, 4> pragmas{{{"busy_timeout", "5000", "5000"},
                                     {"journal_mode", "WAL", "wal"},
                                     {"synchronous", "FULL", "2"},
                                     {"foreign_keys", "ON", "1"}}};

/// SQLite takes an empty file for a new database and throws its write-ahead log away.
result<void> checkHeader(const QString& path, bool hasLog) {
  QFile file{path};
  if (!file.exists() || file.size() == 0) {
    if (hasLog)
      return fail(errc::corrupt, "the database file is empty but has a write-ahead log");
    return {};
  }
  if (!file.open(QIODevice::ReadOnly))
    return fail(errc::db_unavailable, file.errorString().toStdString());
  if (file.read(magic.size()) != magic)
    return fail(errc::corrupt, "the file does not start like a database");
  return {};
}

result<void> set(sqlite::Database& db, const Pragma& pragma) {
  if (auto done = db.execute("PRAGMA " + pragma.name + " = " + pragma.wanted); !done)
    return done;
  auto q = db.query("PRAGMA " + pragma.name);
  const auto got = q.next() ? q.text(0) : std::string{};
  if (auto read = q.outcome(); !read)
    return read;
  if (got != pragma.readsBack)
    return fail(errc::db_unavailable,
                "PRAGMA " + pragma.name + " reads back " + got + " instead of " + pragma.readsBack);
  return {};
}

/// A schema of ours comes with its version in one transaction.
result<void> checkOwner(sqlite::Database& db) {
  auto q =
      db.query("SELECT (SELECT user_version FROM pragma_user_version) = 0 AND EXISTS (SELECT 1 "
               "FROM sqlite_schema)");
  const bool isForeign = q.next() && q.integer(0) != 0;
  if (auto read = q.outcome(); !read)
    return read;
  return isForeign ? result<void>{fail(errc::corrupt, "this is another program's database")}
                   : result<void>{};
}

result<void> checkContent(sqlite::Database& db) {
  auto q = db.query("PRAGMA quick_check(1)");
  const auto verdict = q.next() ? q.text(0) : std::string{};
  if (auto read = q.outcome(); !read)
    return read;
  if (verdict != "ok")
    return fail(errc::corrupt, verdict);
  return {};
}

} // namespace

bool syncToDisk(const QString& path) {
  const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
  const bool isSynced = file >= 0 && ::fsync(file) == 0;
  if (file >= 0)
    ::close(file);
  return isSynced;
}

bool writeWhole(const QString& path, const QByteArray& bytes) {
  const auto folder = QFileInfo{path}.absolutePath();
  QSaveFile file{path};
  return QDir{}.mkpath(folder) && file.open(QIODevice::WriteOnly)
         && file.write(bytes) == bytes.size() && file.commit() && syncToDisk(folder);
}

result<sqlite::Database> openStoreFile(const QString& path) {
  // A proper close empties or removes the log.
  const bool hasLog = QFileInfo{path + "-wal"}.size() > 0;
  const bool isToBeChecked = hasLog || QFileInfo{path}.size() < alwaysCheckedBytes;
  if (auto header = checkHeader(path, hasLog); !header)
    return fail(header.error());
  auto db = sqlite::Database::open(path.toStdString());
  if (!db)
    return db;
  // Before anything is written into it.
  auto ours = set(*db, pragmas.front()).and_then([&] { return checkOwner(*db); });
  if (!ours)
    return fail(ours.error());
  for (const auto& pragma : pragmas)
    if (auto done = set(*db, pragma); !done)
      return fail(done.error());
  if (isToBeChecked)
    if (auto sound = checkContent(*db); !sound)
      return fail(sound.error());
  if (auto migrated = migrate(*db); !migrated)
    return fail(migrated.error());
  return db;
}

} // namespace palang::mobile
