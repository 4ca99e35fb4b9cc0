#include "tests/ttlock_sim/support/sim_process.hpp"

#include <csignal>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace palang::testing {

namespace {

constexpr std::chrono::seconds patience{30};

std::uint16_t port_of(const std::string& address) {
  return static_cast<std::uint16_t>(std::stoi(address.substr(address.rfind(':') + 1)));
}

std::string text_of(const std::string& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

sim_process::sim_process(const std::string& world, std::vector<std::string> more) {
  process::options o;
  o.arguments = {PALANG_BIN_DIR "/palang-ttlock-sim"};
  if (world.empty()) {
    o.arguments.emplace_back("--demo");
  } else {
    std::ofstream(folder_.file("world.json")) << world;
    o.arguments.insert(o.arguments.end(), {"--world", folder_.file("world.json")});
  }
  o.arguments.insert(o.arguments.end(), more.begin(), more.end());
  o.error_file = folder_.file("stderr");
  process_ = std::make_unique<process>(o);
  const auto cloud = process_->wait_for("listening cloud ", patience);
  const auto control = process_->wait_for("listening control ", patience);
  if (!cloud || !control || !process_->wait_for("ready", patience))
    throw std::runtime_error("palang-ttlock-sim did not become ready: " + text_of(o.error_file));
  cloud_port_ = port_of(*cloud);
  control_port_ = port_of(*control);
}

std::string sim_process::cloud_url() const {
  return "http://127.0.0.1:" + std::to_string(cloud_port_);
}

int sim_process::stop() {
  process_->signal(SIGTERM);
  const auto code = process_->wait(patience);
  if (!code)
    throw std::runtime_error("palang-ttlock-sim did not stop");
  return *code;
}

} // namespace palang::testing
