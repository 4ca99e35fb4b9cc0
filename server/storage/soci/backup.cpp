#include "server/storage/backup.hpp"

#include "server/ledger/try.hpp"
#include "server/storage/copy.hpp"
#include "server/storage/soci/history.hpp"
#include "server/storage/soci/migrator.hpp"
#include "server/storage/soci/sqlite_file.hpp"

namespace palang::storage {

namespace {

namespace fs = std::filesystem;

fs::path beside(fs::path file, const char* suffix) {
  file += suffix;
  return file;
}

void remove_with_companions(const fs::path& file) {
  std::error_code gone;
  for (const auto* suffix : {"", "-wal", "-shm", "-journal"})
    fs::remove(beside(file, suffix), gone);
}

/// Removes what an unfinished attempt leaves behind.
class draft {
public:
  explicit draft(fs::path file) : file_{std::move(file)} { remove_with_companions(file_); }
  draft(const draft&) = delete;
  draft& operator=(const draft&) = delete;
  ~draft() { remove_with_companions(file_); }

  [[nodiscard]] const fs::path& file() const { return file_; }

  /// From here on it stays, under its name.
  [[nodiscard]] result<void> publish(const fs::path& name) const {
    std::error_code failed;
    if (fs::file_size(beside(file_, "-wal"), failed) > 0 && !failed)
      return fail(errc::internal, "the database was not closed as a whole");
    // It holds password hashes, which the system's usual permissions would show to everybody.
    fs::permissions(file_, fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read,
                    failed);
    PALANG_CHECK(sync_file(file_));
    fs::rename(file_, name, failed);
    if (failed)
      return fail(errc::db_unavailable, "cannot write " + name.string() + ": " + failed.message());
    return sync_file(name);
  }

private:
  fs::path file_;
};

result<void> refuse_existing(const fs::path& database) {
  for (const auto* suffix : {"", "-wal"})
    if (const auto name = beside(database, suffix); fs::exists(name))
      return fail(
          errc::db_unavailable,
          name.string()
              + " is there already; nothing was changed. Next: restore into an empty place, "
                "or move that file aside first");
  return {};
}

result<void> need_backup(const fs::path& file) {
  std::error_code unknown;
  if (!fs::is_regular_file(file, unknown))
    return fail(errc::invalid, "there is no file " + file.string(), "file");
  return examine_file(file, scrutiny::thorough);
}

/// Brings the copy to this program's schema and begins its history.
result<holdings> renew(const fs::path& copy, const photo_check& has_photo, instant now) {
  connection db{make_sqlite_dialect(copy.string())};
  PALANG_CHECK(migrate(db, migrations_for("sqlite", migration_files())));
  PALANG_TRY(missing, begin_new_history(db, has_photo, now));
  PALANG_CHECK(check_everything(db));
  PALANG_TRY(kept, holdings_of(db));
  kept.photos_missing = missing;
  return kept;
}

place file_place(const fs::path& file) {
  return {"sqlite://" + file.string(), ""};
}

result<void> copy_out_of_file(const fs::path& source, const fs::path& copy) {
  if (!fs::exists(source))
    return fail(errc::db_unavailable, "there is no database " + source.string());
  PALANG_CHECK(examine_file(source, scrutiny::usual));
  connection from{make_read_only_sqlite_dialect(source.string())};
  return copy_file(from, copy);
}

void tell_nobody(const table_rows&, bool) {}

result<void> copy_out_of_server(const place& source, const fs::path& copy) {
  if (auto copied = copy_database(source, file_place(copy), tell_nobody); !copied) {
    if (copied.error().field == "from")
      return fail(errc::invalid,
                  "the tables are another version's: back them up with the palangd that serves "
                  "them, or run palangd migrate first",
                  "db");
    return fail(copied.error());
  }
  return close_file(copy);
}

result<void> fill_server(const fs::path& copy, const place& target) {
  auto copied = copy_database(file_place(copy), target, tell_nobody);
  if (copied)
    return {};
  if (copied.error().field == "to")
    return fail(errc::db_unavailable, "the database " + copied.error().message
                                          + "; nothing was changed. Next: restore into an empty "
                                            "database");
  return fail(copied.error());
}

result<void> publish_file(const draft& copy, const fs::path& target) {
  PALANG_CHECK(refuse_existing(target));
  return copy.publish(target);
}

} // namespace

result<holdings> back_up(const std::string& url, const std::string& password,
                         const fs::path& file) {
  if (fs::exists(file))
    return fail(errc::invalid, file.string() + " is there already; it was not touched", "file");
  const draft copy{beside(fs::absolute(file), ".partial")};
  const auto source = sqlite_path(url);
  PALANG_CHECK(source ? copy_out_of_file(*source, copy.file())
                      : copy_out_of_server({url, password}, copy.file()));
  PALANG_CHECK(examine_file(copy.file(), scrutiny::thorough));
  result<holdings> kept;
  {
    connection written{make_read_only_sqlite_dialect(copy.file().string())};
    kept = holdings_of(written);
  }
  if (kept)
    PALANG_CHECK(copy.publish(file));
  return kept;
}

result<holdings> restore(const std::string& url, const std::string& password,
                         const restoring& what) {
  const auto target = sqlite_path(url);
  if (target)
    PALANG_CHECK(refuse_existing(*target));
  PALANG_CHECK(need_backup(what.file));
  const draft copy{target ? beside(*target, ".restoring")
                          : fs::absolute(what.scratch) / "palang.restoring"};
  {
    connection from{make_read_only_sqlite_dialect(what.file.string())};
    PALANG_CHECK(copy_file(from, copy.file()));
  }
  PALANG_TRY(kept, renew(copy.file(), what.has_photo, what.now));
  PALANG_CHECK(target ? publish_file(copy, *target) : fill_server(copy.file(), {url, password}));
  return kept;
}

result<void> examine(const std::string& url, scrutiny how) {
  const auto file = sqlite_path(url);
  if (!file)
    return {};
  PALANG_CHECK(need_permission(*file));
  return examine_file(*file, how);
}

} // namespace palang::storage
