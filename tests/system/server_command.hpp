#pragma once

#include <map>
#include <string>
#include <vector>

namespace palang::testing {

/// How a command of palangd ended.
struct command_outcome {
  int code = -1;
  std::string printed;   ///< Standard output.
  std::string complaint; ///< Standard error.
};

/// Runs `palangd ARGUMENTS…` to its end, at most a minute. `through`: a program with its arguments
/// that runs it.
[[nodiscard]] command_outcome run_palangd(std::vector<std::string> arguments,
                                          std::map<std::string, std::string> environment = {},
                                          std::vector<std::string> through = {});

} // namespace palang::testing
