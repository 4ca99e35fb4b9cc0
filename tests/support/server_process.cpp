#include "tests/support/server_process.hpp"

#include <filesystem>
#include <stdexcept>
#include <utility>

namespace palang::testing {

namespace {

constexpr std::chrono::seconds patience{60};

std::uint16_t port_of(const std::string& address) {
  return static_cast<std::uint16_t>(std::stoi(address.substr(address.rfind(':') + 1)));
}

} // namespace

server_process::server_process(std::vector<std::string> more_arguments,
                               std::map<std::string, std::string> environment) {
  set(std::move(more_arguments), std::move(environment));
  start();
}

void server_process::set(std::vector<std::string> more_arguments,
                         std::map<std::string, std::string> environment) {
  more_ = std::move(more_arguments);
  environment_ = std::move(environment);
}

void server_process::start() {
  const bool is_first = client_port_ == 0;
  process::options o;
  o.arguments = {PALANG_BIN_DIR "/" + program_,
                 "serve",
                 "--data",
                 data_dir(),
                 "--listen",
                 "127.0.0.1:" + std::to_string(client_port_),
                 "--intake",
                 "127.0.0.1:" + std::to_string(intake_port_),
                 "--ops",
                 "127.0.0.1:" + std::to_string(ops_port_)};
  if (is_first)
    o.arguments.emplace_back("--demo");
  o.arguments.insert(o.arguments.end(), more_.begin(), more_.end());
  o.environment = environment_;
  o.environment["PALANG_ADMIN_PASSWORD"] = "palang-demo";
  o.error_file = folder_.file("palangd.stderr");
  process_ = std::make_unique<process>(o);
  const auto client = process_->wait_for("listening client ", patience);
  const auto intake = client ? process_->wait_for("listening intake ", patience) : std::nullopt;
  const auto ops = intake ? process_->wait_for("listening ops ", patience) : std::nullopt;
  if (!ops || !process_->wait_for("ready", patience))
    throw std::runtime_error("palangd did not become ready");
  client_port_ = port_of(*client);
  intake_port_ = port_of(*intake);
  ops_port_ = port_of(*ops);
}

void server_process::kill() {
  process_->kill();
}

int server_process::stop() {
  process_->signal(15);
  const auto code = process_->wait(patience);
  if (!code)
    throw std::runtime_error("palangd did not stop");
  return *code;
}

} // namespace palang::testing
