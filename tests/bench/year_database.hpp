#pragma once

#include "server/storage/database.hpp"
#include "shared/core/clock.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace palang::bench {

/// A database that is filled by bare SQL and asked how it would answer. Throws std::runtime_error.
class year_database {
public:
  virtual ~year_database() = default;
  [[nodiscard]] virtual std::string url() const = 0;
  [[nodiscard]] virtual std::string password() const = 0;
  /// The folder of db/migrations beside common/.
  [[nodiscard]] virtual std::string dialect() const = 0;
  virtual void run(const std::string& sql) = 0;
  /// Between these the tables have no indexes but their keys, and nothing is safe on disk.
  virtual void begin_fill() = 0;
  virtual void end_fill() = 0;
  /// The statements that sessions opened from now on give to the database while `work` runs.
  [[nodiscard]] virtual std::vector<std::string>
  statements_of(const std::function<void()>& work) = 0;
  /// How the database would carry the statement out, one step a line.
  [[nodiscard]] virtual std::vector<std::string> plan_of(const std::string& sql) = 0;
};

/// One file, which may be there already.
[[nodiscard]] std::unique_ptr<year_database> make_year_sqlite(const std::string& file);
/// A MariaDB server of its own with 2 GiB of buffers, its data in this folder, which may be there
/// already. What it says is on disk may still be on its way: the times of submissions are without
/// the disk's.
[[nodiscard]] std::unique_ptr<year_database> make_year_mariadb(const std::string& folder);

} // namespace palang::bench
