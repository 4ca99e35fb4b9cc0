#include "server/storage/soci/piecewise_migration.hpp"

#include "server/storage/soci/applied_steps.hpp"
#include "server/storage/soci/statement.hpp"

#include <optional>

namespace palang::storage {

namespace {

/// Names of locks are the whole server's, and have 64 characters at most.
const std::string schema_lock = "LEFT(CONCAT('palang.', DATABASE()), 64)";

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

} // namespace

// The lock ends with the session, whatever happens to it.
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

} // namespace palang::storage
