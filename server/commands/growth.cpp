#include "server/commands/growth.hpp"

#include <chrono>
#include <condition_variable>
#include <iostream>
#include <mutex>
#include <utility>

namespace palang::commands {

namespace {

constexpr std::chrono::seconds between_lines{2};
constexpr std::uintmax_t mebibyte = 1024 * 1024;

void tell(const std::stop_token& stop, const std::filesystem::path& file) {
  std::mutex mutex;
  std::condition_variable_any stopped;
  std::unique_lock lock{mutex};
  while (!stopped.wait_for(lock, stop, between_lines, [&] { return stop.stop_requested(); })) {
    std::error_code absent;
    const auto bytes = std::filesystem::file_size(file, absent);
    if (!absent)
      std::cerr << "palangd: " << bytes / mebibyte << " MiB written" << std::endl;
  }
}

} // namespace

growth::growth(std::filesystem::path file)
    : teller_{[file = std::move(file)](const std::stop_token& stop) { tell(stop, file); }} {}

} // namespace palang::commands
