#pragma once

#include <filesystem>
#include <thread>

namespace palang::commands {

/// Says on stderr every few seconds how large a file has become, while it is being written by
/// somebody else. Silent for what is done at once.
class growth {
public:
  explicit growth(std::filesystem::path file);

private:
  std::jthread teller_;
};

} // namespace palang::commands
