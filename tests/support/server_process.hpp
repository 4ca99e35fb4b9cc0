#pragma once

#include "tests/support/process.hpp"
#include "tests/support/temp_dir.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace palang::testing {

/// A real `palangd serve --demo` in a folder of its own, on loopback ports that the system chose
/// and that stay the same over restarts. Throws std::runtime_error when it does not come up.
/// Thread: one.
class server_process {
public:
  explicit server_process(std::vector<std::string> more_arguments = {},
                          std::map<std::string, std::string> environment = {});

  /// For the next start.
  void set(std::vector<std::string> more_arguments, std::map<std::string, std::string> environment);

  /// Of the next starts; beside palangd, which it is at first.
  void set_program(std::string name) { program_ = std::move(name); }

  void start();
  /// SIGKILL: as the power would.
  void kill();
  /// SIGTERM; returns the exit code.
  int stop();

  [[nodiscard]] std::uint16_t client_port() const noexcept { return client_port_; }
  [[nodiscard]] std::uint16_t intake_port() const noexcept { return intake_port_; }
  [[nodiscard]] std::uint16_t ops_port() const noexcept { return ops_port_; }
  [[nodiscard]] std::string url() const {
    return "ws://127.0.0.1:" + std::to_string(client_port_) + "/v1";
  }
  [[nodiscard]] std::string data_dir() const { return folder_.file("server"); }
  [[nodiscard]] process& running() { return *process_; }

private:
  temp_dir folder_;
  std::string program_ = "palangd";
  std::vector<std::string> more_;
  std::map<std::string, std::string> environment_;
  std::uint16_t client_port_ = 0;
  std::uint16_t intake_port_ = 0;
  std::uint16_t ops_port_ = 0;
  std::unique_ptr<process> process_;
};

} // namespace palang::testing
