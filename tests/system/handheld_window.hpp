#pragma once

#include "tests/support/process.hpp"
#include "tests/support/temp_dir.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <string>

namespace palang::testing {

/// A real palang-handheld, or the other program, on a folder of its own, without a display. It is
/// driven by a script (mobile/automation/scriptrunner.h) in which `stop NAME` stands where it waits
/// to be let go on. Thread: one.
class handheld_window {
public:
  /// The log-in proposes the server on this port of 127.0.0.1.
  explicit handheld_window(std::uint16_t port, std::string program = "palang-handheld")
      : port_{port}, program_{std::move(program)} {}

  void play(const std::string& script);
  /// Until it stands there. Throws std::runtime_error with the step that failed on the way.
  void reach(const std::string& stop);
  void let_go(const std::string& stop) const;
  /// Until the script's `quit`. Throws likewise.
  void finish();

  [[nodiscard]] std::string data_dir() const { return folder_.file("device"); }
  /// What its camera sees: a folder of pictures, empty at first.
  [[nodiscard]] std::string camera_dir() const { return folder_.file("camera"); }
  /// For pictures that the script grabs.
  [[nodiscard]] std::string file(const std::string& name) const { return folder_.file(name); }
  [[nodiscard]] process& running() { return *process_; }

private:
  void read_on(const std::string& line_start);

  temp_dir folder_;
  std::uint16_t port_;
  std::string program_;
  std::map<std::string, int> stops_; ///< The line after which it stands there.
  std::unique_ptr<process> process_;
};

} // namespace palang::testing
