#include "tests/system/server_command.hpp"

#include "tests/support/process.hpp"
#include "tests/support/temp_dir.hpp"

#include <fstream>
#include <iterator>

namespace palang::testing {

command_outcome run_palangd(std::vector<std::string> arguments,
                            std::map<std::string, std::string> environment,
                            std::vector<std::string> through) {
  using namespace std::chrono_literals;
  const temp_dir folder;
  process::options o;
  o.arguments = std::move(through);
  o.arguments.emplace_back(PALANG_BIN_DIR "/palangd");
  o.arguments.insert(o.arguments.end(), arguments.begin(), arguments.end());
  o.environment = std::move(environment);
  o.error_file = folder.file("stderr");
  process running{o};
  command_outcome out;
  out.printed = running.read_all(60s);
  out.code = running.wait(60s).value_or(-1);
  std::ifstream errors{o.error_file};
  out.complaint.assign(std::istreambuf_iterator<char>(errors), {});
  return out;
}

} // namespace palang::testing
