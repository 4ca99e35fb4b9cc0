#include "tests/bench/year_database.hpp"

#include "tests/support/mariadb_process.hpp"

#include <sqlite3.h>

#include <mutex>
#include <sstream>
#include <stdexcept>

namespace palang::bench {

namespace {

// -- SQLite: every connection of this process tells its statements while somebody listens
// ----------

std::mutex listening;
std::vector<std::string>* heard = nullptr;

int hear(unsigned, void*, void* statement, void*) {
  const std::lock_guard lock{listening};
  if (heard == nullptr)
    return 0;
  auto* text = sqlite3_expanded_sql(static_cast<sqlite3_stmt*>(statement));
  heard->emplace_back(text);
  sqlite3_free(text);
  return 0;
}

int listen_to(sqlite3* db, char**, const sqlite3_api_routines*) {
  return sqlite3_trace_v2(db, SQLITE_TRACE_STMT, &hear, nullptr);
}

class sqlite_year final : public year_database {
public:
  explicit sqlite_year(std::string file) : file_{std::move(file)} {
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(&listen_to));
  }
  ~sqlite_year() override { sqlite3_close(db_); }
  sqlite_year(const sqlite_year&) = delete;
  sqlite_year& operator=(const sqlite_year&) = delete;

  std::string url() const override { return "sqlite://" + file_; }
  std::string password() const override { return {}; }
  std::string dialect() const override { return "sqlite"; }

  void run(const std::string& sql) override { static_cast<void>(firsts_of(sql)); }

  void begin_fill() override {
    for (const auto* setting : {"journal_mode = OFF", "synchronous = OFF", "cache_size = -1000000"})
      run(std::string{"PRAGMA "} + setting);
    indexes_ = firsts_of("SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL");
    for (const auto& name :
         firsts_of("SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"))
      run("DROP INDEX " + name);
  }

  void end_fill() override {
    for (const auto& sql : indexes_)
      run(sql);
    sqlite3_close(db_);
    db_ = nullptr;
  }

  std::vector<std::string> statements_of(const std::function<void()>& work) override {
    std::vector<std::string> out;
    set_listener(&out);
    work();
    set_listener(nullptr);
    return out;
  }

  std::vector<std::string> plan_of(const std::string& sql) override {
    std::vector<std::string> out;
    sqlite3_stmt* plan = nullptr;
    if (sqlite3_prepare_v2(opened(), ("EXPLAIN QUERY PLAN " + sql).c_str(), -1, &plan, nullptr)
        != SQLITE_OK)
      return {sqlite3_errmsg(db_)};
    while (sqlite3_step(plan) == SQLITE_ROW)
      out.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(plan, 3)));
    sqlite3_finalize(plan);
    return out;
  }

private:
  static void set_listener(std::vector<std::string>* to) {
    const std::lock_guard lock{listening};
    heard = to;
  }
  sqlite3* opened() {
    if (db_ == nullptr && sqlite3_open(file_.c_str(), &db_) != SQLITE_OK)
      throw std::runtime_error("cannot open " + file_);
    return db_;
  }

  /// The first column of each row.
  std::vector<std::string> firsts_of(const std::string& sql) {
    std::vector<std::string> out;
    const auto take = [](void* into, int, char** cells, char**) {
      static_cast<std::vector<std::string>*>(into)->emplace_back(cells[0] ? cells[0] : "");
      return 0;
    };
    if (sqlite3_exec(opened(), sql.c_str(), take, &out, nullptr) != SQLITE_OK)
      throw std::runtime_error(sqlite3_errmsg(db_) + (": " + sql.substr(0, 200)));
    return out;
  }

  std::string file_;
  sqlite3* db_ = nullptr;
  std::vector<std::string> indexes_;
};

// -- MariaDB: the server's own log --------------------------------------------------------------

class mariadb_year final : public year_database {
public:
  explicit mariadb_year(const std::string& folder)
      : server_{{"--innodb-buffer-pool-size=2G", "--innodb-log-file-size=512M",
                 "--log-output=TABLE"},
                folder},
        name_{server_.create_database()}, session_{server_.session()} {
    session_.run("USE " + name_);
  }
  ~mariadb_year() override { server_.stop(); }
  mariadb_year(const mariadb_year&) = delete;
  mariadb_year& operator=(const mariadb_year&) = delete;

  std::string url() const override { return server_.url(name_); }
  std::string password() const override { return testing::mariadb_process::password; }
  std::string dialect() const override { return "mysql"; }
  void run(const std::string& sql) override { session_.run(sql); }

  void begin_fill() override {
    session_.run("SET SESSION unique_checks = 0, foreign_key_checks = 0");
    session_.run("SET GLOBAL innodb_flush_log_at_trx_commit = 0");
    indexes_ = session_.rows(
        "SELECT table_name, index_name, GROUP_CONCAT(column_name ORDER BY seq_in_index) "
        "FROM information_schema.statistics WHERE table_schema = DATABASE() AND non_unique = 1 "
        "GROUP BY table_name, index_name");
    for (const auto& index : indexes_)
      run("ALTER TABLE " + word(index, 0) + " DROP INDEX " + word(index, 1));
  }

  void end_fill() override {
    for (const auto& index : indexes_)
      run("ALTER TABLE " + word(index, 0) + " ADD INDEX " + word(index, 1) + " (" + word(index, 2)
          + ")");
    session_.run("SET GLOBAL innodb_flush_log_at_trx_commit = 1");
  }

  std::vector<std::string> statements_of(const std::function<void()>& work) override {
    session_.run("TRUNCATE mysql.general_log");
    session_.run("SET GLOBAL general_log = 1");
    work();
    session_.run("SET GLOBAL general_log = 0");
    return session_.rows("SELECT argument FROM mysql.general_log WHERE command_type = 'Query' "
                         "AND argument LIKE 'SELECT%' ORDER BY event_time");
  }

  std::vector<std::string> plan_of(const std::string& sql) override {
    return session_.rows("EXPLAIN " + sql);
  }

private:
  /// Of a row whose columns are joined by '|'.
  static std::string word(const std::string& row, int number) {
    std::string out;
    std::istringstream words{row};
    for (int i = 0; i <= number; ++i)
      std::getline(words, out, '|');
    return out;
  }

  testing::mariadb_process server_;
  std::string name_;
  testing::mariadb_session session_;
  std::vector<std::string> indexes_;
};

} // namespace

std::unique_ptr<year_database> make_year_sqlite(const std::string& file) {
  return std::make_unique<sqlite_year>(file);
}

std::unique_ptr<year_database> make_year_mariadb(const std::string& folder) {
  return std::make_unique<mariadb_year>(folder);
}

} // namespace palang::bench
