#include "server/storage/soci/dialect.hpp"

#include <soci/sqlite3/soci-sqlite3.h>

#include <stdexcept>
#include <sys/stat.h>
#include <utility>

namespace palang::storage {

namespace {

/// How long a session waits for another process's lock before it says db_unavailable.
constexpr int busy_timeout_ms = 300;
/// 16 MiB: the same pages change in many transactions and are copied into the database file once.
constexpr int checkpoint_pages = 4'000;

struct file_identity {
  dev_t device = 0;
  ino_t inode = 0;
  friend bool operator==(const file_identity&, const file_identity&) = default;
};

std::optional<file_identity> identity_of(const std::string& path) {
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0)
    return std::nullopt;
  return file_identity{info.st_dev, info.st_ino};
}

template <class T>
void set_and_check(soci::session& session, const std::string& pragma, const T& value,
                   const T& expected) {
  T now{};
  std::ostringstream sql;
  sql << "PRAGMA " << pragma << " = " << value;
  session << sql.str();
  session << "PRAGMA " << pragma, soci::into(now);
  if (now != expected)
    throw std::runtime_error("SQLite did not take PRAGMA " + pragma);
}

void use_write_ahead_log(soci::session& session) {
  std::string mode;
  session << "PRAGMA journal_mode = WAL", soci::into(mode);
  if (mode != "wal")
    throw std::runtime_error("SQLite answered journal_mode " + mode);
}

constexpr bool is_unavailable(int code) {
  return code == SQLITE_BUSY || code == SQLITE_LOCKED || code == SQLITE_READONLY
         || code == SQLITE_IOERR || code == SQLITE_FULL || code == SQLITE_CANTOPEN
         || code == SQLITE_PROTOCOL || code == SQLITE_INTERRUPT;
}

class sqlite_dialect final : public dialect {
public:
  explicit sqlite_dialect(std::string path) : path_{std::move(path)} {}

  std::string_view name() const override { return "sqlite"; }

  void open(soci::session& session) override {
    // A file that was there before and is gone must not come back empty.
    if (opened_ && !identity_of(path_))
      throw std::runtime_error("the database file is gone");
    session.open(soci::sqlite3, "db=\"" + path_ + "\"");
    set_and_check(session, "busy_timeout", busy_timeout_ms, busy_timeout_ms);
    use_write_ahead_log(session);
    constexpr int full = 2;
    set_and_check(session, "synchronous", full, full);
    set_and_check(session, "foreign_keys", 1, 1);
    set_and_check(session, "wal_autocheckpoint", checkpoint_pages, checkpoint_pages);
    opened_ = identity_of(path_);
  }

  std::string_view begin_write() const override { return "BEGIN IMMEDIATE"; }
  std::string_view lock_writers() const override { return {}; }
  std::string_view begin_read() const override { return "BEGIN"; }

  std::optional<error> moved() const override {
    // An open descriptor goes on writing into a deleted file without any error.
    if (identity_of(path_) == opened_)
      return std::nullopt;
    return error{errc::db_unavailable, "the database file was moved, deleted or replaced", ""};
  }

  failure classify(const soci::soci_error& cause) const override {
    const auto* known = dynamic_cast<const soci::sqlite3_soci_error*>(&cause);
    const int code = known ? known->result() & 0xff : 0;
    // The driver's own text would carry bound values; only its first part and the number leave this
    // file.
    const auto message = (code == SQLITE_FULL ? "disk full: SQLite " : "SQLite ")
                         + std::to_string(code) + ": " + cause.get_error_message();
    const bool is_held = code == SQLITE_BUSY || code == SQLITE_LOCKED;
    const bool is_full = code == SQLITE_FULL;
    if (is_unavailable(code))
      return {{errc::db_unavailable, message, ""}, !is_held && !is_full, is_full, is_held};
    if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB)
      return {{errc::corrupt, message + "; stop the server and restore the last backup", ""}, true};
    return {{errc::internal, message, ""}, false};
  }

  bool has_transactional_schema() const override { return true; }
  std::string_view columns_query() const override {
    return "SELECT t.name, c.name, c.pk FROM sqlite_master AS t, pragma_table_info(t.name) AS c "
           "WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' ORDER BY t.name, c.cid";
  }
  std::string_view indexes_query() const override {
    return "SELECT tbl_name, name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL";
  }
  std::string weakness(soci::session&) const override { return {}; }
  std::string table_options() const override { return {}; }
  bool is_there_already(const soci::soci_error&) const override { return false; }

private:
  std::string path_;
  std::optional<file_identity> opened_;
};

} // namespace

std::unique_ptr<dialect> make_sqlite_dialect(std::string path) {
  return std::make_unique<sqlite_dialect>(std::move(path));
}

} // namespace palang::storage
