#include "server/storage/copy.hpp"

#include "server/ledger/try.hpp"
#include "server/storage/soci/copy_mark.hpp"
#include "server/storage/soci/migrator.hpp"
#include "server/storage/soci/row_pages.hpp"
#include "server/storage/soci/statement.hpp"

#include <filesystem>
#include <ranges>

namespace palang::storage {

namespace {

constexpr std::size_t page_rows = 1'000;
/// Holds the mark of an unfinished copy, and is therefore written last.
constexpr std::string_view meta = "meta";

result<std::unique_ptr<connection>> connect(const place& where, purpose use) {
  PALANG_TRY(speaks, make_dialect(where.url, where.password, use));
  auto db = std::make_unique<connection>(std::move(speaks));
  PALANG_CHECK(db->ensure());
  return db;
}

std::vector<migration> steps_for(const connection& db) {
  return migrations_for(db.speaks().name(), migration_files());
}

/// SQLite would make a file that is not there.
result<void> check_source(const place& from) {
  const auto path = sqlite_path(from.url);
  if (path && !std::filesystem::exists(*path))
    return fail(errc::invalid, *path + " does not exist", "from");
  return {};
}

/// One copy from one open database into another.
class copying {
public:
  copying(connection& from, connection& to, const copy_progress& tell)
      : from_{from}, to_{to}, tell_{tell} {}

  result<copy_report> run() {
    PALANG_TRY(is_current, is_migrated(from_, steps_for(from_)));
    if (!is_current)
      return fail(errc::invalid, "has another version's tables: run palangd migrate on it first",
                  "from");
    PALANG_TRY(is_taken, has_history(to_));
    if (is_taken)
      return fail(errc::invalid, "holds data already", "to");
    PALANG_CHECK(migrate(to_, steps_for(to_)));
    PALANG_CHECK(prepare_target());
    PALANG_CHECK(from_.guarded([&] { from_.execute(from_.speaks().begin_read()); }));
    PALANG_TRY(newest, newest_event());
    for (const auto& table : table_names())
      if (table != meta)
        PALANG_CHECK(copy_table(table));
    for (const auto& table : table_names())
      if (table != meta)
        PALANG_CHECK(compare_table(table));
    PALANG_CHECK(finish());
    PALANG_TRY(newest_now, newest_event());
    report_.has_source_moved = newest_now != newest;
    return std::move(report_);
  }

private:
  /// Empties what an unfinished copy left; refuses anything else that is not empty.
  result<void> prepare_target() {
    PALANG_TRY(is_unfinished, has_copy_mark(to_));
    auto ready = to_.guarded([&]() -> result<void> {
      shapes_ = read_schema(to_);
      for (const auto& table : table_names() | std::views::reverse) {
        if (table == meta)
          continue;
        if (is_unfinished)
          to_.execute("DELETE FROM " + table);
        else if (!row_reader{to_, table, shapes_.at(table)}.next(1).empty())
          return fail(errc::invalid, "holds data already (table " + table + ")", "to");
      }
      set_copy_mark(to_);
      return {};
    });
    return ready ? std::move(*ready) : fail(ready.error());
  }

  result<integer> newest_event() {
    return from_.guarded([&] {
      statement<std::tuple<>, std::tuple<maybe<integer>>> query{from_,
                                                                "SELECT MAX(seq) FROM journal"};
      query.one();
      return std::get<0>(query.out).get().value_or(0);
    });
  }

  // Each database's errors are told apart by its own words: one guard for each.

  result<void> copy_table(const std::string& table) {
    row_reader reader{from_, table, shapes_.at(table)};
    table_rows done{table, 0};
    for (;;) {
      PALANG_TRY(page, from_.guarded([&] { return reader.next(page_rows); }));
      if (page.empty())
        return {};
      PALANG_CHECK(to_.guarded([&] {
        to_.execute(to_.speaks().begin_write());
        write(table, page);
        to_.execute("COMMIT");
      }));
      done.rows += static_cast<std::int64_t>(page.size());
      tell_(done, false);
    }
  }

  result<void> compare_table(const std::string& table) {
    row_reader source{from_, table, shapes_.at(table)};
    row_reader target{to_, table, shapes_.at(table)};
    table_rows done{table, 0};
    for (;;) {
      PALANG_TRY(wanted, from_.guarded([&] { return source.next(page_rows); }));
      PALANG_TRY(written, to_.guarded([&] { return target.next(page_rows); }));
      if (wanted != written)
        return fail(errc::corrupt, "table " + table + " differs from its source after row "
                                       + std::to_string(done.rows) + ": copy again");
      if (wanted.empty())
        break;
      done.rows += static_cast<std::int64_t>(wanted.size());
      tell_(done, true);
    }
    report_.rows += done.rows;
    report_.tables.push_back(std::move(done));
    return {};
  }

  /// In one transaction the target gets its history's name and loses its mark.
  result<void> finish() {
    const std::string table{meta};
    row_reader reader{from_, table, shapes_.at(table)};
    PALANG_TRY(rows, from_.guarded([&] { return reader.next(page_rows); }));
    PALANG_CHECK(from_.guarded([&] { from_.execute("COMMIT"); }));
    return to_.guarded([&] {
      to_.execute(to_.speaks().begin_write());
      to_.execute("DELETE FROM meta");
      write(table, rows);
      to_.execute("COMMIT");
    });
  }

  void write(const std::string& table, const std::vector<plain_row>& rows) {
    row_writer writer{to_, table, shapes_.at(table)};
    for (const auto& row : rows)
      writer.write(row);
  }

  connection& from_;
  connection& to_;
  const copy_progress& tell_;
  schema shapes_;
  copy_report report_;
};

} // namespace

result<copy_report> copy_database(const place& from, const place& to, const copy_progress& tell) {
  if (from.url == to.url)
    return fail(errc::invalid, "is the source itself", "to");
  PALANG_CHECK(check_source(from));
  PALANG_TRY(source, connect(from, purpose::read));
  PALANG_TRY(target, connect(to, purpose::change_schema));
  return copying{*source, *target, tell}.run();
}

} // namespace palang::storage
