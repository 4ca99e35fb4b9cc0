#pragma once

#include "tests/support/full_disk.hpp"
#include "tests/support/process.hpp"
#include "tests/support/temp_dir.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace palang::testing {

/// An administrator's session that stays open, for locks and transactions of another client.
class mariadb_session {
public:
  /// Throws std::runtime_error.
  explicit mariadb_session(const std::string& socket);
  ~mariadb_session();
  mariadb_session(mariadb_session&&) noexcept;
  mariadb_session& operator=(mariadb_session&&) = delete;
  /// Runs one statement; returns the first column of the first row, or empty. Throws
  /// std::runtime_error with the server's words.
  std::string run(const std::string& sql);
  /// The same; returns each row, its columns joined by '|'.
  std::vector<std::string> rows(const std::string& sql);

private:
  struct state;
  std::unique_ptr<state> state_;
};

/// A MariaDB server of our own: its data and its socket in a temporary folder, a loopback port
/// that the system chose and that stays the same over restarts, and one user with a password.
/// Throws std::runtime_error when it does not come up. Thread: one.
class mariadb_process {
public:
  /// Makes the data folder and starts, with these arguments as well. `data` names a folder that is
  /// kept, and used as it is when it is there.
  explicit mariadb_process(std::vector<std::string> more = {}, std::string data = {});

  /// Each table in a file of its own, as servers have it unless they are told otherwise. Takes
  /// longer to make and to drop; with all tables in one full file the server itself ends when a
  /// statement is rolled back.
  static constexpr auto file_per_table = "--innodb-file-per-table=ON";

  void start();
  /// SIGTERM, and waits until it has ended.
  void stop();
  /// SIGKILL: as the power would.
  void kill();
  /// SIGSTOP: connections stay, nobody answers.
  void freeze() const;
  /// SIGCONT
  void thaw() const;
  /// What it is on.
  [[nodiscard]] const full_disk& disk() const noexcept { return disk_; }

  /// Runs one statement as the server's administrator.
  std::string run(const std::string& sql) const { return session().run(sql); }
  [[nodiscard]] mariadb_session session() const { return mariadb_session{folder_.file("sock")}; }
  /// A database that `user` may do everything in, empty unless the data was kept; returns its name.
  [[nodiscard]] std::string create_database();

  /// The user's; whoever is connected as that user is thrown out.
  void change_password(const std::string& to) const;

  [[nodiscard]] std::uint16_t port() const noexcept { return port_; }
  [[nodiscard]] std::string url(const std::string& database) const { return url(database, port_); }
  /// The same through another port, such as a relay's.
  [[nodiscard]] static std::string url(const std::string& database, std::uint16_t port);

  /// Needs quoting wherever it goes.
  static constexpr auto password = "pa'lang \\\"2";

private:
  void install();

  temp_dir folder_;
  full_disk disk_;
  std::vector<std::string> more_;
  std::string data_;
  std::uint16_t port_ = 0;
  int databases_ = 0;
  std::unique_ptr<process> process_;
};

} // namespace palang::testing
