#pragma once

#include "server/ledger/ledger.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace palang::storage {

/// One database, SQLite or MariaDB/MySQL, migrated to the current schema.
class database {
public:
  virtual ~database() = default;
  /// Each call opens its own session. Errors: db_unavailable.
  [[nodiscard]] virtual result<std::unique_ptr<ledger::writer>> make_writer() = 0;
  /// `monthly_calls`: as ledger::make_reader.
  [[nodiscard]] virtual result<std::unique_ptr<ledger::reader>>
  make_reader(std::optional<std::int64_t> monthly_calls = std::nullopt) = 0;
};

/// `url`: "sqlite:///absolute/path" or "mysql://user@host:port/name" (password separate). Creates
/// and migrates. Errors: invalid (field "db": a URL that nobody understands), db_unavailable,
/// corrupt (message has the next step).
[[nodiscard]] result<std::unique_ptr<database>>
open_database(const std::string& url, const std::string& password, const clock& time);

/// Loads db/demo: site, gates, tariffs, users. Errors: invalid when the database is not empty.
[[nodiscard]] result<void> load_demo(ledger::writer& writer, ledger::reader& reader,
                                     const clock& time);

} // namespace palang::storage
