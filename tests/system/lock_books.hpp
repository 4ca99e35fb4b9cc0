#pragma once

#include "tests/system/lock_site.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

struct sqlite3;

namespace palang::testing {

/// A server's database file as another process sees it. Throws std::runtime_error. Thread: one.
class database_file {
public:
  explicit database_file(const std::string& data_dir);
  ~database_file();
  database_file(const database_file&) = delete;
  database_file& operator=(const database_file&) = delete;

  /// Each row's columns as text; what is null is empty.
  [[nodiscard]] std::vector<std::vector<std::string>> rows(const std::string& sql);
  [[nodiscard]] std::int64_t number(const std::string& sql) { return std::stoll(rows(sql)[0][0]); }
  /// Nobody else can write until release().
  void seize();
  void release();

private:
  sqlite3* db_ = nullptr;
};

/// How often each record is there. A record is named by its lock, the lock's time, the cloud's
/// type, success, its person and the credential's last digits.
using record_counts = std::map<std::string, int>;

/// All that the locks recorded, but for what they squeezed out unread.
[[nodiscard]] record_counts counts_of_locks(lock_site& site);
[[nodiscard]] record_counts counts_of_server(database_file& db);
/// What is in one and not in the other, in words; empty when they agree.
[[nodiscard]] std::string difference(const record_counts& locks, const record_counts& server);

/// What the locks squeezed out and no records_lost names, or what such an alert names in vain; in
/// words, empty when all is right.
[[nodiscard]] std::string losses_not_told(lock_site& site);

/// Unlocks at bound gates that have neither a cause nor an alert, or are not judged yet.
[[nodiscard]] std::int64_t unlocks_without_end(database_file& db);

/// Files below the folder that hold one of the texts.
[[nodiscard]] std::vector<std::string> files_with(const std::string& folder,
                                                  const std::vector<std::string>& texts);

} // namespace palang::testing
