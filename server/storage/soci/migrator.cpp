#include "server/storage/soci/migrator.hpp"

#include "server/storage/soci/applied_steps.hpp"
#include "server/storage/soci/piecewise_migration.hpp"
#include "shared/core/crypto.hpp"

#include <charconv>
#include <chrono>
#include <map>
#include <ranges>
#include <thread>

namespace palang::storage {

namespace {

/// Another process that migrates at the same time holds the lock for as long as its step takes.
constexpr int lock_attempts = 100;
constexpr int connect_attempts = 30;

/// A driver would look for parameters and quotes in comments as well.
std::string without_comments(std::string_view sql) {
  std::string out;
  for (const auto line : std::views::split(sql, '\n')) {
    const std::string_view text{line.begin(), line.end()};
    if (!text.empty() && !text.starts_with("--"))
      out.append(text).append("\n");
  }
  return out;
}

std::vector<std::string> split_statements(std::string_view text) {
  const auto whole = without_comments(text);
  std::string_view sql = whole;
  std::vector<std::string> out;
  constexpr std::string_view end_of_statement = ";\n";
  for (auto end = sql.find(end_of_statement); end != std::string_view::npos;
       end = sql.find(end_of_statement)) {
    out.emplace_back(sql.substr(0, end));
    sql.remove_prefix(end + end_of_statement.size());
  }
  return out;
}

/// Switching a new file to write-ahead logging wants it alone, and SQLite does not wait for that.
result<void> connect_when_free(connection& db) {
  using namespace std::chrono_literals;
  auto connected = db.ensure();
  if (!db.speaks().has_transactional_schema())
    return connected;
  for (int attempt = 0; attempt < connect_attempts && !connected; ++attempt) {
    std::this_thread::sleep_for(10ms);
    connected = db.ensure();
  }
  return connected;
}

result<void> begin_when_free(connection& db) {
  result<void> began;
  for (int attempt = 0; attempt < lock_attempts; ++attempt) {
    began = db.guarded([&] { db.execute(db.speaks().begin_write()); });
    if (began || began.error().code != errc::db_unavailable)
      return began;
  }
  return began;
}

/// For databases whose CREATE and ALTER belong to the transaction: a step is there as a whole or
/// not at all.
result<void> apply_whole(connection& db, const migration& step) {
  if (auto began = begin_when_free(db); !began)
    return began;
  auto done = db.guarded([&]() -> bool {
    const auto before = applied_checksum(db, step.number);
    if (before.empty()) {
      for (const auto& sql : step.statements)
        db.execute(sql);
      note_applied(db, step);
    }
    db.execute("COMMIT");
    return before.empty() || before == step.checksum;
  });
  if (!done) {
    static_cast<void>(db.guarded([&] { db.execute("ROLLBACK"); }));
    return fail(done.error());
  }
  return *done ? result<void>{} : fail(applied_otherwise(step));
}

result<void> migrate_whole(connection& db, const std::vector<migration>& steps) {
  auto ready = begin_when_free(db).and_then([&] {
    return db.guarded([&] {
      db.execute(steps_table);
      db.execute("COMMIT");
    });
  });
  if (!ready)
    return ready;
  for (const auto& step : steps)
    if (auto done = apply_whole(db, step); !done)
      return done;
  return {};
}

} // namespace

std::vector<migration> migrations_for(std::string_view dialect,
                                      std::span<const embedded_file> files) {
  std::map<int, migration> steps;
  std::map<int, std::string> texts;
  for (std::string_view folder : {std::string_view{"common"}, dialect})
    for (const auto& file : files) {
      const auto slash = file.name.find('/');
      if (file.name.substr(0, slash) != folder)
        continue;
      const auto name = file.name.substr(slash + 1);
      int number = 0;
      std::from_chars(name.data(), name.data() + name.size(), number);
      auto& step = steps[number];
      step.number = number;
      step.name = name.substr(0, name.rfind('.'));
      for (auto& sql : split_statements(file.text))
        step.statements.push_back(std::move(sql));
      texts[number] += file.text;
    }
  std::vector<migration> out;
  for (auto& [number, step] : steps) {
    step.checksum = crypto::to_hex(crypto::sha256_of(texts[number]));
    out.push_back(std::move(step));
  }
  return out;
}

result<void> migrate(connection& db, const std::vector<migration>& steps) {
  if (auto connected = connect_when_free(db); !connected)
    return connected;
  auto done = db.speaks().has_transactional_schema() ? migrate_whole(db, steps)
                                                     : migrate_in_pieces(db, steps);
  if (!done)
    return done;
  auto newest = newest_migration(db);
  if (!newest)
    return fail(newest.error());
  if (!steps.empty() && *newest > steps.back().number)
    return fail(errc::corrupt,
                "the database is newer than this program: install the version that made it");
  return {};
}

} // namespace palang::storage
