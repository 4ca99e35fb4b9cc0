#include "tests/system/handheld_window.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace palang::testing {

using namespace std::chrono_literals;

void handheld_window::play(const std::string& script) {
  std::filesystem::create_directories(camera_dir());
  std::ofstream steps{file("script")};
  std::istringstream lines{script};
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    const std::string stop = line.starts_with("stop ") ? line.substr(5) : "";
    ++number;
    if (stop.empty()) {
      steps << line << '\n';
      continue;
    }
    stops_[stop] = number;
    steps << "sleep 0\nwaitFile " << file("cue." + stop) << '\n';
    ++number;
  }
  steps.close();

  process::options o;
  o.arguments = {PALANG_BIN_DIR "/" + program_,
                 "--data",
                 data_dir(),
                 "--camera",
                 camera_dir(),
                 "--server",
                 "127.0.0.1:" + std::to_string(port_),
                 "--lan",
                 "127.0.0.1",
                 "--lang",
                 "id",
                 "--script",
                 file("script")};
  o.environment = {{"QT_QPA_PLATFORM", "offscreen"},
                   {"QT_QUICK_BACKEND", "software"},
                   {"XDG_RUNTIME_DIR", folder_.file("")},
                   {"LC_ALL", "C.UTF-8"}};
  o.error_file = file("stderr");
  process_ = std::make_unique<process>(o);
}

void handheld_window::read_on(const std::string& line_start) {
  while (const auto line = process_->read_line(90s)) {
    if (line->starts_with(line_start))
      return;
    if (line->starts_with("FAILED"))
      throw std::runtime_error("the window: " + *line);
  }
  throw std::runtime_error("the window did not come to \"" + line_start + "\"");
}

void handheld_window::reach(const std::string& stop) {
  read_on("ok " + std::to_string(stops_.at(stop)) + " ");
}

void handheld_window::let_go(const std::string& stop) const {
  std::ofstream{file("cue." + stop)};
}

void handheld_window::finish() {
  while (const auto line = process_->read_line(90s))
    if (line->starts_with("FAILED"))
      throw std::runtime_error("the window: " + *line);
  if (process_->wait(10s) != 0)
    throw std::runtime_error("the window did not end well");
}

} // namespace palang::testing
