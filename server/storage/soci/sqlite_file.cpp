#include "server/storage/soci/sqlite_file.hpp"

#include "server/ledger/try.hpp"
#include "server/storage/soci/columns.hpp"
#include "server/storage/soci/migrator.hpp"

#include <soci/sqlite3/soci-sqlite3.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <thread>
#include <unistd.h>

namespace palang::storage {

namespace {

namespace fs = std::filesystem;

/// A start reads so much at most, which takes a second from a slow disk.
constexpr std::uintmax_t always_checked_bytes = 256 * 1024 * 1024;

constexpr std::string_view next_step =
    "; nothing was changed. Next: move the file aside (with its -wal) and run `palangd restore "
    "BACKUP`; the handhelds then give back what the backup lacks";

class read_only_sqlite final : public dialect {
public:
  explicit read_only_sqlite(std::string path)
      : path_{std::move(path)}, usual_{make_sqlite_dialect(path_)} {}

  std::string_view name() const override { return "sqlite"; }
  void open(soci::session& session) override {
    session.open(soci::sqlite3, "db=\"" + path_ + "\" readonly=true");
    session << "PRAGMA busy_timeout = 5000";
  }
  std::string_view begin_write() const override { return "BEGIN"; }
  std::string_view lock_writers() const override { return {}; }
  std::string_view begin_read() const override { return "BEGIN"; }
  std::optional<error> moved() const override { return std::nullopt; }
  failure classify(const soci::soci_error& cause) const override { return usual_->classify(cause); }
  bool has_transactional_schema() const override { return usual_->has_transactional_schema(); }
  std::string_view columns_query() const override { return usual_->columns_query(); }
  std::string_view indexes_query() const override { return usual_->indexes_query(); }
  std::string weakness(soci::session&) const override { return {}; }
  std::string table_options() const override { return {}; }
  bool is_there_already(const soci::soci_error&) const override { return false; }

private:
  std::string path_;
  std::unique_ptr<dialect> usual_;
};

tl::unexpected<error> damaged(const fs::path& file, const std::string& how) {
  return fail(errc::corrupt, file.string() + " " + how + std::string{next_step});
}

tl::unexpected<error> disk_error(const std::string& what, const fs::path& file) {
  return fail(errc::db_unavailable, what + " " + file.string() + ": " + std::strerror(errno));
}

template <class T>
result<T> ask_one(connection& db, const std::string& sql) {
  return db.guarded([&] {
    statement<std::tuple<>, std::tuple<T>> query{db, sql};
    query.one();
    return std::get<0>(query.out);
  });
}

std::uint32_t big_endian(const char* at) {
  std::uint32_t out = 0;
  for (int i = 0; i < 4; ++i)
    out = out << 8U | static_cast<unsigned char>(at[i]);
  return out;
}

/// Another process may be making it at this moment: then it has its first page soon.
void wait_while_empty(const fs::path& file) {
  using namespace std::chrono_literals;
  std::error_code unknown;
  for (int i = 0; i < 100 && fs::file_size(file, unknown) == 0; ++i)
    std::this_thread::sleep_for(10ms);
}

/// What can be told without SQLite: is it one at all, and as long as it says?
result<void> look_at_header(const fs::path& file) {
  constexpr std::string_view magic{"SQLite format 3\0", 16};
  std::array<char, 100> header{};
  std::ifstream in{file, std::ios::binary};
  in.read(header.data(), header.size());
  if (in.gcount() == 0)
    return in.bad() || !fs::is_regular_file(file) ? result<void>{disk_error("cannot read", file)}
                                                  : damaged(file, "is empty, which no database is");
  if (std::string_view{header.data(), magic.size()} != magic
      || static_cast<std::size_t>(in.gcount()) < header.size())
    return damaged(file, "is no SQLite database");
  const auto written = big_endian(&header[16]) >> 16U;
  const std::uintmax_t page_bytes = written == 1 ? 65'536 : written;
  const bool knows_its_length = big_endian(&header[24]) == big_endian(&header[92]);
  const auto expected = page_bytes * big_endian(&header[28]);
  auto log = file;
  log += "-wal";
  std::error_code absent;
  const auto log_bytes = fs::file_size(log, absent);
  // What the log has still to bring may be beyond the end.
  const bool has_log = !absent && log_bytes > 0;
  if (knows_its_length && !has_log && fs::file_size(file) < expected)
    return damaged(file, "is cut short: " + std::to_string(fs::file_size(file)) + " of "
                             + std::to_string(expected) + " bytes");
  return {};
}

result<void> look_at_schema(connection& db, const fs::path& file) {
  PALANG_TRY(tables, ask_one<integer>(db, "SELECT COUNT(*) FROM sqlite_master"));
  if (tables == 0)
    return {};
  PALANG_TRY(ours, ask_one<integer>(
                       db, "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name IN "
                           "('schema_migrations', 'meta')"));
  // A first start that was cut off leaves the list of steps alone.
  if (ours == 0 || (ours == 1 && tables > 2))
    return fail(errc::corrupt, file.string()
                                   + " is another program's database; nothing was changed. Next: "
                                     "set data or db to Palang's own place");
  const auto steps = migrations_for("sqlite", migration_files());
  PALANG_TRY(newest,
             ask_one<integer>(db, "SELECT COALESCE(MAX(number), 0) FROM schema_migrations"));
  if (newest > steps.back().number)
    return fail(errc::corrupt, file.string() + " was made by a newer palangd (schema "
                                   + std::to_string(newest) + ", this one knows "
                                   + std::to_string(steps.back().number)
                                   + "); nothing was changed. Next: install that version again");
  return {};
}

result<void> pragma_says_ok(connection& db, const std::string& pragma) {
  PALANG_TRY(verdict, ask_one<text>(db, "PRAGMA " + pragma));
  return verdict == "ok" ? result<void>{} : fail(errc::corrupt, verdict);
}

} // namespace

std::unique_ptr<dialect> make_read_only_sqlite_dialect(std::string path) {
  return std::make_unique<read_only_sqlite>(std::move(path));
}

result<void> need_permission(const fs::path& file) {
  std::error_code unknown;
  if (!fs::exists(file, unknown))
    return {};
  for (const auto& name : {file, fs::absolute(file).parent_path()})
    if (::access(name.c_str(), W_OK) != 0)
      return fail(
          errc::db_unavailable,
          name.string() + " may not be written (" + std::strerror(errno)
              + "); nothing was changed. Next: give the folder and what is in it to the user "
                "that runs palangd");
  return {};
}

result<void> examine_file(const fs::path& file, scrutiny how) {
  std::error_code unknown;
  if (!fs::exists(file, unknown))
    return unknown
               ? result<void>{fail(errc::db_unavailable, file.string() + ": " + unknown.message())}
               : result<void>{};
  wait_while_empty(file);
  PALANG_CHECK(look_at_header(file));
  connection db{make_read_only_sqlite_dialect(file.string())};
  const bool is_checked = how == scrutiny::thorough || fs::file_size(file) <= always_checked_bytes;
  auto sound = db.ensure()
                   .and_then([&] { return look_at_schema(db, file); })
                   .and_then([&]() -> result<void> {
                     if (!is_checked)
                       return {};
                     return how == scrutiny::thorough ? check_everything(db)
                                                      : pragma_says_ok(db, "quick_check(1)");
                   });
  if (!sound && sound.error().code == errc::corrupt
      && sound.error().message.find("Next: ") == std::string::npos)
    return damaged(file, "is damaged (" + sound.error().message + ")");
  return sound;
}

result<void> copy_file(connection& from, const fs::path& to) {
  PALANG_CHECK(from.ensure());
  PALANG_CHECK(from.guarded([&] {
    statement<std::tuple<text>> copy{from, "VACUUM INTO :file"};
    copy.in = {to.string()};
    copy.run();
  }));
  return sync_file(to);
}

result<void> close_file(const fs::path& file) {
  connection db{make_sqlite_dialect(file.string())};
  PALANG_CHECK(db.ensure());
  // A reader of a file with a write-ahead log must be able to make companions for it.
  PALANG_TRY(mode, ask_one<text>(db, "PRAGMA journal_mode = DELETE"));
  if (mode != "delete")
    return fail(errc::internal, "SQLite answered journal_mode " + mode);
  return sync_file(file);
}

result<void> sync_file(const fs::path& file) {
  for (const auto& name : {file, fs::absolute(file).parent_path()}) {
    const int opened = ::open(name.c_str(), O_RDONLY | O_CLOEXEC);
    if (opened < 0)
      return disk_error("cannot open", name);
    const bool is_synced = ::fsync(opened) == 0;
    ::close(opened);
    if (!is_synced)
      return disk_error("cannot write", name);
  }
  return {};
}

result<void> check_everything(connection& db) {
  PALANG_CHECK(db.ensure());
  PALANG_CHECK(pragma_says_ok(db, "integrity_check(1)"));
  PALANG_TRY(orphans, ask_one<integer>(db, "SELECT COUNT(*) FROM pragma_foreign_key_check"));
  return orphans == 0 ? result<void>{}
                      : fail(errc::corrupt, std::to_string(orphans) + " references lead nowhere");
}

result<holdings> holdings_of(connection& db) {
  PALANG_CHECK(db.ensure());
  return db.guarded([&] {
    statement<std::tuple<>, std::tuple<text, integer, integer, integer, integer, maybe<integer>>>
        query{db, "SELECT (SELECT content FROM meta WHERE name = 'epoch'), "
                  "(SELECT COALESCE(MAX(seq), 0) FROM journal), "
                  "(SELECT COUNT(*) FROM submissions), (SELECT COUNT(*) FROM sessions), "
                  "(SELECT COALESCE(SUM(amount), 0) FROM payments), "
                  "(SELECT MAX(received_at) FROM submissions)"};
    query.one();
    const auto& [epoch, seq, submissions, sessions, paid, last] = query.out;
    return holdings{epoch, seq, submissions, sessions, rupiah{paid}, as_instant(last), 0};
  });
}

} // namespace palang::storage
