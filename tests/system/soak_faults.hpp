#pragma once

#include "tests/support/server_database.hpp"
#include "tests/support/server_process.hpp"
#include "tests/support/sqlite_session.hpp"
#include "tests/support/tcp_relay.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace palang::testing {

/// palangd with its database, and the network between it and its clients.
struct soak_site {
  server_database database;
  server_process server{database.arguments(), database.environment()};
  tcp_relay network{server.client_port()};
  std::optional<sqlite_session> other; ///< Another client of the file, while it has it locked.
};

/// What goes wrong for a while; after `end` everything works again. Both throw std::runtime_error
/// when a process does not do as it is told.
struct soak_fault {
  std::string name;
  std::function<void(soak_site&)> happen;
  std::function<void(soak_site&)> end;
};

/// Those that the site's kind of database can have.
[[nodiscard]] std::vector<soak_fault> soak_faults(const soak_site& s);

} // namespace palang::testing
