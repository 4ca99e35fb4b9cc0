#pragma once

#include "server/config/defaults.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace palang::config {

struct endpoint {
  std::string host; ///< Numeric address.
  std::uint16_t port = 0;
};

/// Everything that an operator may set. Names, environment variables and texts: command_line.cpp.
struct settings {
  std::filesystem::path data; ///< Holds the SQLite file, photos and logs.
  bool is_demo = false;

  endpoint client{"127.0.0.1", defaults::client_port};
  endpoint intake{"127.0.0.1", defaults::intake_port};
  endpoint ops{"127.0.0.1", defaults::ops_port};
  std::string tls_certificate; ///< PEM file; empty: no TLS.
  std::string tls_key;
  bool allow_plaintext = false;
  std::size_t max_connections = defaults::max_connections;
  double messages_per_second = defaults::messages_per_second;
  double message_burst = defaults::message_burst;

  std::string db; ///< Empty: SQLite in `data`.
  std::string db_password;
  std::string from_password; ///< Of migrate's --from; empty: db_password.
  std::string to_password;   ///< Of migrate's --to; likewise.
  std::string admin_password; ///< Of the first start; empty: a generated one.

  std::string ttlock_url; ///< Empty: the TTLock side is off, whatever else is set.
  int ttlock_monthly_calls = defaults::ttlock_monthly_calls;
  double ttlock_pace = 1; ///< How many times sooner the TTLock side acts than in earnest.
  std::string ttlock_client_id;
  std::string ttlock_client_secret;
  std::string ttlock_username;
  std::string ttlock_password;
  std::string ttlock_callback_secret; ///< Empty: every callback is 404.

  std::string log_level = "info";
};

/// The database's URL, whether it was set or follows from `data`.
[[nodiscard]] std::string database_url(const settings& s);

} // namespace palang::config
