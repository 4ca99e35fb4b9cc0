#pragma once

#include "tests/support/temp_dir.hpp"

#include <fstream>
#include <map>
#include <string>

namespace palang::testing {

/// A disk that is full or read-only on command, for processes that are started with environment().
/// On a full one no file of theirs can grow, and what fits into a file's present size is written;
/// on a read-only one nothing is changed, and no file is opened to be. Thread: one.
class full_disk {
public:
  /// For process::options; takes other preloaded libraries along.
  [[nodiscard]] std::map<std::string, std::string>
  environment(const std::string& others = {}) const {
    return {{"LD_PRELOAD", PALANG_FULL_DISK_LIBRARY + (others.empty() ? "" : ":" + others)},
            {"PALANG_FULL_DISK", full_flag()},
            {"PALANG_READ_ONLY_DISK", read_only_flag()},
            {"ASAN_OPTIONS", "verify_asan_link_order=0"}};
  }
  void fill() const { std::ofstream{full_flag()}; }
  void free() const { std::filesystem::remove(full_flag()); }
  void forbid_changes() const { std::ofstream{read_only_flag()}; }
  void allow_changes() const { std::filesystem::remove(read_only_flag()); }

private:
  [[nodiscard]] std::string full_flag() const { return folder_.file("full"); }
  [[nodiscard]] std::string read_only_flag() const { return folder_.file("read-only"); }
  temp_dir folder_;
};

} // namespace palang::testing
