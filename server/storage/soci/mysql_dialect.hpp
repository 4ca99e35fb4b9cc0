#pragma once

#include "server/storage/soci/dialect.hpp"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

namespace palang::storage {

/// A database on a MariaDB or MySQL server.
struct mysql_place {
  std::string host; ///< A name or a numeric address; always by TCP.
  std::uint16_t port = 0;
  std::string user;
  std::string password;
  std::string name;
  std::string tls_ca; ///< PEM file of who signed the server's certificate; empty: no TLS.
};

/// For how long a session waits; the server's protocol counts in seconds.
namespace mysql_wait {
using std::chrono::seconds;
inline constexpr seconds connect{1};     ///< To a server that is there: milliseconds.
inline constexpr seconds lock{1};        ///< For rows and tables that another client holds.
inline constexpr seconds write{2};       ///< For the answer to one statement of a writer …
inline constexpr seconds read{10};       ///< … of a report …
inline constexpr seconds schema{3'600};  ///< … of an ALTER TABLE over years of records.
inline constexpr seconds acknowledge{2}; ///< For the peer's TCP to take what was sent.
} // namespace mysql_wait

/// `answer`: one of mysql_wait's.
[[nodiscard]] std::unique_ptr<dialect> make_mysql_dialect(mysql_place where,
                                                          std::chrono::seconds answer);

} // namespace palang::storage
