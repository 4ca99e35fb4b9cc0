#pragma once

#include <span>
#include <string_view>

namespace palang::storage {

/// A file of db/, built into the program.
struct embedded_file {
  std::string_view name; ///< Under db/migrations or db/demo: "common/0001_journal.sql"
  std::string_view text;
};

[[nodiscard]] std::span<const embedded_file> migration_files();
[[nodiscard]] std::span<const embedded_file> demo_files();

} // namespace palang::storage
