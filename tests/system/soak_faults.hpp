#pragma once

#include "tests/support/full_disk.hpp"
#include "tests/support/server_database.hpp"
#include "tests/support/server_process.hpp"
#include "tests/support/sqlite_session.hpp"
#include "tests/support/tcp_relay.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace palang::testing {

/// palangd with its database, and the networks between it, a database server and its clients.
class soak_site {
public:
  server_database database;
  full_disk disk; ///< palangd's.
  std::unique_ptr<tcp_relay> to_database =
      database.mariadb() ? std::make_unique<tcp_relay>(database.mariadb()->port()) : nullptr;
  server_process server{arguments(), environment()};
  tcp_relay network{server.client_port()};
  std::string file = server_database::file(server);
  /// Another client of the database, while it is in the way.
  std::optional<sqlite_session> other_of_file;
  std::optional<mariadb_session> other_of_server;

private:
  [[nodiscard]] std::vector<std::string> arguments() const;
  [[nodiscard]] std::map<std::string, std::string> environment() const;
};

/// What goes wrong for a while; after `end` everything works again. Both throw std::runtime_error
/// when a process does not do as it is told.
struct soak_fault {
  std::string name;
  std::function<void(soak_site&)> happen;
  std::function<void(soak_site&)> end;
  bool is_of_database = false; ///< palangd lives on and says that the database is down.
  bool ends_palangd = false;
};

/// Those that the site's kind of database can have.
[[nodiscard]] std::vector<soak_fault> soak_faults(const soak_site& s);

} // namespace palang::testing
