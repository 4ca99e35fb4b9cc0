#include "tests/support/mariadb_process.hpp"

#include <arpa/inet.h>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <mysql.h>
#include <netinet/in.h>
#include <stdexcept>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <utility>
#include <vector>

namespace palang::testing {

namespace {

using namespace std::chrono_literals;

constexpr auto patience = 60s;
constexpr auto user = "palang";

/// A port that nobody listens on just now.
std::uint16_t free_port() {
  const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in at{};
  at.sin_family = AF_INET;
  at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof at;
  const bool is_bound = ::bind(fd, reinterpret_cast<sockaddr*>(&at), size) == 0
                        && ::getsockname(fd, reinterpret_cast<sockaddr*>(&at), &size) == 0;
  ::close(fd);
  if (!is_bound)
    throw std::runtime_error("no free port");
  return ntohs(at.sin_port);
}

/// MariaDB refuses to run as root unless it is told to.
std::vector<std::string> as_whoever_we_are(std::vector<std::string> arguments) {
  if (::geteuid() == 0)
    arguments.emplace_back("--user=root");
  return arguments;
}

std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\')
      out += '\\';
    out += c;
  }
  return out + "'";
}

/// Switches off what protects from a power cut: tests kill the process, not the machine.
constexpr auto no_syncing = "libeatmydata.so";

struct row_closer {
  void operator()(MYSQL_RES* rows) const { mysql_free_result(rows); }
};

} // namespace

struct mariadb_session::state {
  MYSQL* handle = mysql_init(nullptr);
  ~state() { mysql_close(handle); }
};

mariadb_session::mariadb_session(const std::string& socket) : state_{std::make_unique<state>()} {
  if (!mysql_real_connect(state_->handle, nullptr, "root", nullptr, nullptr, 0, socket.c_str(), 0))
    throw std::runtime_error(mysql_error(state_->handle));
}

mariadb_session::mariadb_session(mariadb_session&&) noexcept = default;
mariadb_session::~mariadb_session() = default;

std::vector<std::string> mariadb_session::rows(const std::string& sql) {
  auto* db = state_->handle;
  if (mysql_real_query(db, sql.data(), sql.size()) != 0)
    throw std::runtime_error(mysql_error(db));
  const std::unique_ptr<MYSQL_RES, row_closer> found{mysql_store_result(db)};
  std::vector<std::string> out;
  while (const auto row = found ? mysql_fetch_row(found.get()) : nullptr) {
    auto& text = out.emplace_back();
    for (unsigned i = 0; i < mysql_num_fields(found.get()); ++i)
      text += std::string{row[i] ? row[i] : "NULL"} + '|';
  }
  return out;
}

std::string mariadb_session::run(const std::string& sql) {
  auto* db = state_->handle;
  if (mysql_real_query(db, sql.data(), sql.size()) != 0)
    throw std::runtime_error(mysql_error(db));
  const std::unique_ptr<MYSQL_RES, row_closer> rows{mysql_store_result(db)};
  const auto row = rows ? mysql_fetch_row(rows.get()) : nullptr;
  return row && row[0] ? row[0] : "";
}

mariadb_process::mariadb_process(std::vector<std::string> more, std::string data)
    : more_{std::move(more)}, data_{data.empty() ? folder_.file("data") : std::move(data)},
      port_{free_port()} {
  // A server that starts deletes whatever looks like a lost temporary table of a shared folder.
  std::filesystem::create_directory(folder_.file("tmp"));
  if (!std::filesystem::exists(data_))
    install();
  start();
  run("CREATE USER IF NOT EXISTS palang@'127.0.0.1' IDENTIFIED BY " + quoted(password));
  run("GRANT ALL ON `palang\\_%`.* TO palang@'127.0.0.1'");
}

void mariadb_process::install() {
  process::options o;
  o.environment = disk_.environment(no_syncing);
  // --force: a bare machine may not find its own name.
  o.arguments = as_whoever_we_are({"/usr/bin/mariadb-install-db", "--no-defaults", "--force",
                                   "--auth-root-authentication-method=normal", "--skip-test-db",
                                   "--skip-name-resolve", "--datadir=" + data_,
                                   "--tmpdir=" + folder_.file("tmp"), "--innodb-log-file-size=8M"});
  o.error_file = folder_.file("install.log");
  process installing{o};
  const auto told = installing.read_all(patience);
  if (installing.wait(patience) != 0)
    throw std::runtime_error("mariadb-install-db failed: " + told);
}

void mariadb_process::start() {
  process::options o;
  o.environment = disk_.environment(no_syncing);
  // A test program that is killed takes its server along.
  o.arguments = as_whoever_we_are(
      {"/usr/bin/setpriv", "--pdeathsig", "KILL", "/usr/sbin/mariadbd", "--no-defaults",
       "--datadir=" + data_, "--tmpdir=" + folder_.file("tmp"),
       "--socket=" + folder_.file("sock"), "--pid-file=" + folder_.file("pid"),
       "--port=" + std::to_string(port_), "--bind-address=127.0.0.1", "--skip-name-resolve",
       "--innodb-buffer-pool-size=32M", "--innodb-log-file-size=8M", "--innodb-doublewrite=OFF",
       "--innodb-file-per-table=OFF", "--performance-schema=OFF", "--max-connections=100"});
  o.arguments.insert(o.arguments.end(), more_.begin(), more_.end());
  o.error_file = folder_.file("mariadbd.log");
  process_ = std::make_unique<process>(o);
  const auto deadline = std::chrono::steady_clock::now() + patience;
  for (;;) {
    try {
      run("DO 1");
      return;
    } catch (const std::runtime_error& e) {
      if (!process_->is_running() || std::chrono::steady_clock::now() > deadline)
        throw std::runtime_error(std::string{"mariadbd did not come up: "} + e.what());
    }
    std::this_thread::sleep_for(10ms);
  }
}

void mariadb_process::stop() {
  process_->signal(SIGTERM);
  if (!process_->wait(patience))
    throw std::runtime_error("mariadbd did not stop");
}

void mariadb_process::kill() {
  process_->kill();
}

void mariadb_process::freeze() const {
  process_->signal(SIGSTOP);
}

void mariadb_process::thaw() const {
  process_->signal(SIGCONT);
}

std::string mariadb_process::create_database() {
  auto name = "palang_" + std::to_string(++databases_);
  run("CREATE DATABASE IF NOT EXISTS " + name);
  return name;
}

void mariadb_process::change_password(const std::string& to) const {
  run("ALTER USER palang@'127.0.0.1' IDENTIFIED BY " + quoted(to));
  run("KILL USER palang@'127.0.0.1'");
}

std::string mariadb_process::url(const std::string& database, std::uint16_t port) {
  return std::string{"mysql://"} + user + "@127.0.0.1:" + std::to_string(port) + "/" + database;
}

} // namespace palang::testing
