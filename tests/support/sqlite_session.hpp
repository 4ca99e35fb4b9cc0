#pragma once

#include <memory>
#include <string>
#include <vector>

struct sqlite3;

namespace palang::testing {

/// Another process's view of a SQLite file, for locks and questions. Thread: one.
class sqlite_session {
public:
  /// Throws std::runtime_error.
  explicit sqlite_session(const std::string& file);
  /// Runs one statement; returns the first column of the first row, or empty. Waits up to 10 s for
  /// a lock. Throws std::runtime_error with SQLite's words.
  std::string run(const std::string& sql);
  /// The same; returns each row, its columns joined by '|'.
  std::vector<std::string> rows(const std::string& sql);

private:
  struct closer {
    void operator()(sqlite3* db) const;
  };
  std::unique_ptr<sqlite3, closer> db_;
};

} // namespace palang::testing
