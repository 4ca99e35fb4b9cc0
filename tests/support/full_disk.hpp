#pragma once

#include "tests/support/temp_dir.hpp"

#include <fstream>
#include <map>
#include <string>

namespace palang::testing {

/// A disk that is full on command, for processes that are started with environment(). No file of
/// theirs can grow meanwhile; what fits into a file's present size is written. Thread: one.
class full_disk {
public:
  /// For process::options; takes other preloaded libraries along.
  [[nodiscard]] std::map<std::string, std::string>
  environment(const std::string& others = {}) const {
    return {{"LD_PRELOAD", PALANG_FULL_DISK_LIBRARY + (others.empty() ? "" : ":" + others)},
            {"PALANG_FULL_DISK", flag()},
            {"ASAN_OPTIONS", "verify_asan_link_order=0"}};
  }
  void fill() const { std::ofstream{flag()}; }
  void free() const { std::filesystem::remove(flag()); }

private:
  [[nodiscard]] std::string flag() const { return folder_.file("full"); }
  temp_dir folder_;
};

} // namespace palang::testing
