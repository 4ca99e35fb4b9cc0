#pragma once

#include "shared/core/result.hpp"

#include <filesystem>

namespace palang::commands {

/// Only one server works in a data folder. The lock ends with the process, however it ends.
class folder_lock {
public:
  /// Errors: db_unavailable when another process has it, or the folder cannot be written.
  [[nodiscard]] static result<folder_lock> take(const std::filesystem::path& folder);

  ~folder_lock();
  folder_lock(folder_lock&& other) noexcept;
  folder_lock& operator=(folder_lock&&) = delete;

private:
  explicit folder_lock(int fd) : fd_{fd} {}

  int fd_;
};

} // namespace palang::commands
