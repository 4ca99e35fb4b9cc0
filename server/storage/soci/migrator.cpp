#include "server/storage/soci/migrator.hpp"

#include "server/storage/soci/schema.hpp"
#include "server/storage/soci/statement.hpp"
#include "shared/core/crypto.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <map>
#include <optional>
#include <ranges>
#include <thread>

namespace palang::storage {

namespace {

/// Another process that migrates at the same time holds the lock for as long as its step takes.
constexpr int lock_attempts = 100;
constexpr int connect_attempts = 30;

constexpr std::string_view steps_table =
    "CREATE TABLE IF NOT EXISTS schema_migrations (number INTEGER NOT NULL PRIMARY KEY, "
    "name VARCHAR(100) NOT NULL, checksum VARCHAR(64) NOT NULL)";
/// Names of locks are the whole server's, and have 64 characters at most.
const std::string schema_lock = "LEFT(CONCAT('palang.', DATABASE()), 64)";

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

/// The checksum under which a number was applied; empty when it was not.
std::string applied_checksum(connection& db, int number) {
  statement<std::tuple<integer>, std::tuple<text>> query{
      db, "SELECT checksum FROM schema_migrations WHERE number = :number"};
  query.in = {number};
  return query.one() ? std::get<0>(query.out) : std::string{};
}

void note_applied(connection& db, const migration& step) {
  statement<std::tuple<integer, text, text>> insert{
      db,
      "INSERT INTO schema_migrations (number, name, checksum) VALUES (:number, :name, :checksum)"};
  insert.in = {step.number, step.name, step.checksum};
  insert.run();
}

error applied_otherwise(const migration& step) {
  return {errc::corrupt,
          "migration " + step.name
              + " was applied with another text: this database was made by another version; "
                "restore a backup that fits",
          ""};
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

result<int> newest_applied(connection& db) {
  return db.guarded([&] {
    statement<std::tuple<>, std::tuple<maybe<integer>>> query{
        db, "SELECT MAX(number) FROM schema_migrations"};
    query.one();
    return static_cast<int>(std::get<0>(query.out).get().value_or(0));
  });
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

/// For databases that end a transaction at each CREATE or ALTER: after every statement the database
/// notes how far a step came, and whoever comes after an interruption goes on from there.
class piecewise_migration {
public:
  explicit piecewise_migration(connection& db) : db_{db} {}

  result<void> run(const std::vector<migration>& steps) {
    auto ready = db_.guarded([&] {
      create_if_missing(steps_table);
      create_if_missing(
          "CREATE TABLE IF NOT EXISTS schema_progress (number INTEGER NOT NULL PRIMARY KEY, "
          "checksum VARCHAR(64) NOT NULL, statements_done INTEGER NOT NULL)");
    });
    for (const auto& step : steps)
      if (ready)
        ready = apply(step);
    return ready;
  }

private:
  void create_if_missing(std::string_view sql) {
    db_.execute(std::string{sql} + db_.speaks().table_options());
  }

  result<void> apply(const migration& step) {
    auto fits = db_.guarded([&] {
      const auto before = applied_checksum(db_, step.number);
      if (!before.empty())
        return before == step.checksum;
      const auto begun = begin(step);
      if (!begun)
        return false;
      for (auto at = *begun; at < step.statements.size(); ++at)
        execute(step, at, at == *begun);
      finish(step);
      return true;
    });
    if (!fits)
      return fail(fits.error());
    return *fits ? result<void>{} : fail(applied_otherwise(step));
  }

  /// How many statements are done already; nullopt when those had another text.
  std::optional<std::size_t> begin(const migration& step) {
    statement<std::tuple<integer>, std::tuple<text, integer>> query{
        db_, "SELECT checksum, statements_done FROM schema_progress WHERE number = :number"};
    query.in = {step.number};
    if (query.one())
      return std::get<0>(query.out) == step.checksum
                 ? std::optional{static_cast<std::size_t>(std::get<1>(query.out))}
                 : std::nullopt;
    statement<std::tuple<integer, text>> insert{
        db_, "INSERT INTO schema_progress (number, checksum, statements_done) "
             "VALUES (:number, :checksum, 0)"};
    insert.in = {step.number, step.checksum};
    insert.run();
    return 0;
  }

  /// The first statement after an interruption may have been carried out without having been noted.
  void execute(const migration& step, std::size_t at, bool is_first) {
    const auto& sql = step.statements[at];
    try {
      db_.execute(sql.starts_with("CREATE TABLE") ? sql + db_.speaks().table_options() : sql);
    } catch (const soci::soci_error& cause) {
      if (!is_first || !db_.speaks().is_there_already(cause))
        throw;
    }
    statement<std::tuple<integer, integer>> note{
        db_, "UPDATE schema_progress SET statements_done = :done WHERE number = :number"};
    note.in = {static_cast<integer>(at + 1), step.number};
    note.run();
  }

  void finish(const migration& step) {
    db_.execute("START TRANSACTION");
    note_applied(db_, step);
    statement<std::tuple<integer>> forget{db_,
                                          "DELETE FROM schema_progress WHERE number = :number"};
    forget.in = {step.number};
    forget.run();
    db_.execute("COMMIT");
  }

  connection& db_;
};

/// Two processes take turns; the name's lock ends with the session whatever happens to it.
result<void> migrate_in_pieces(connection& db, const std::vector<migration>& steps) {
  const auto ask = [&db](const std::string& sql) {
    return db.guarded([&] {
      statement<std::tuple<>, std::tuple<maybe<integer>>> query{db, sql};
      query.one();
      return std::get<0>(query.out).get().value_or(0);
    });
  };
  const auto locked = ask("SELECT GET_LOCK(" + schema_lock + ", 60)");
  if (!locked)
    return fail(locked.error());
  if (*locked != 1)
    return fail(errc::db_unavailable, "another process is changing the schema for over a minute");
  auto done = piecewise_migration{db}.run(steps);
  static_cast<void>(ask("SELECT RELEASE_LOCK(" + schema_lock + ")"));
  return done;
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
  auto newest = newest_applied(db);
  if (!newest)
    return fail(newest.error());
  if (!steps.empty() && *newest > steps.back().number)
    return fail(errc::corrupt,
                "the database is newer than this program: install the version that made it");
  return {};
}

result<bool> is_migrated(connection& db, const std::vector<migration>& steps) {
  return db.guarded([&] {
    if (!read_schema(db).contains("schema_migrations"))
      return false;
    std::vector<std::string> applied;
    statement<std::tuple<>, std::tuple<text>> query{
        db, "SELECT checksum FROM schema_migrations ORDER BY number"};
    query.each([&](const auto& row) { applied.push_back(std::get<0>(row)); });
    return std::ranges::equal(applied, steps, {}, {}, &migration::checksum);
  });
}

} // namespace palang::storage
