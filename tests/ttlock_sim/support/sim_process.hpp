#pragma once

#include "tests/support/process.hpp"
#include "tests/support/temp_dir.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace palang::testing {

/// A real palang-ttlock-sim on loopback ports that the system chose. Throws std::runtime_error when
/// it does not come up; ends it in the destructor. Thread: one.
class sim_process {
public:
  /// `world`: a world as JSON (README.md beside the program); empty: the demo. `more`: flags such
  /// as
  /// `--callback-url`.
  explicit sim_process(const std::string& world = {}, std::vector<std::string> more = {});

  [[nodiscard]] std::uint16_t cloud_port() const noexcept { return cloud_port_; }
  [[nodiscard]] std::uint16_t control_port() const noexcept { return control_port_; }
  /// `http://127.0.0.1:PORT`, what a client takes for the cloud's host.
  [[nodiscard]] std::string cloud_url() const;
  [[nodiscard]] process& running() { return *process_; }
  /// SIGTERM; returns the exit code.
  int stop();

private:
  temp_dir folder_;
  std::unique_ptr<process> process_;
  std::uint16_t cloud_port_ = 0;
  std::uint16_t control_port_ = 0;
};

} // namespace palang::testing
