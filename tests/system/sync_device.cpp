#include "tests/system/sync_device.hpp"

#include "shared/protocol/codec.hpp"

#include <sstream>
#include <stdexcept>

namespace palang::testing {

using namespace std::chrono_literals;

sync_device::sync_device(std::string url, std::string username)
    : url_{std::move(url)}, username_{std::move(username)} {
  if (!run({"login"}))
    throw std::runtime_error("palang-sync could not log in");
}

process sync_device::begin(const std::vector<std::string>& command) {
  process::options o;
  o.arguments = {PALANG_BIN_DIR "/" + program_,
                 "--data",
                 folder_.file("device"),
                 "--server",
                 url_,
                 "--user",
                 username_,
                 "--json"};
  o.arguments.insert(o.arguments.end(), command.begin(), command.end());
  o.environment = environment_;
  o.environment["PALANG_PASSWORD"] = "palang-demo";
  o.error_file = folder_.file("palang-sync.stderr");
  return process{o};
}

std::optional<std::string> sync_device::run(const std::vector<std::string>& command,
                                            std::optional<std::chrono::milliseconds> kill_after) {
  auto child = begin(command);
  const auto line = child.read_line(kill_after.value_or(60s));
  if (kill_after && !line) {
    child.kill();
    return std::nullopt;
  }
  const auto code = child.wait(60s);
  return code == 0 ? line.value_or("") : std::optional<std::string>{};
}

void sync_device::set_program(std::string name, std::map<std::string, std::string> environment) {
  program_ = std::move(name);
  environment_ = std::move(environment);
}

bool sync_device::drain() {
  for (int tries = 0; tries < 6; ++tries)
    if (run({"--timeout", "10", "drain"}))
      return true;
  return false;
}

std::vector<device_record> device_records(const std::string& folder) {
  process::options o;
  o.arguments = {PALANG_BIN_DIR "/palang-sync",
                 "--data",
                 folder,
                 "--json",
                 "--offline",
                 "list",
                 "--limit",
                 "1000000"};
  process child{o};
  std::istringstream lines{child.read_all(60s)};
  std::vector<device_record> out;
  for (std::string line; std::getline(lines, line);) {
    const auto text = [&](std::string_view of, std::string_view name) {
      return protocol::string_of(protocol::member_of(of, name).value_or("null")).value_or("");
    };
    device_record r;
    r.id = parse_uuid(text(line, "id")).value();
    r.kind = text(line, "kind");
    r.state = text(line, "state");
    r.device_seq =
        protocol::number_of(protocol::member_of(line, "device_seq").value_or("null")).value_or(0);
    const auto submission = protocol::member_of(line, "submission").value_or("{}");
    const auto data = protocol::member_of(submission, "data").value_or("{}");
    r.session_id = parse_uuid(text(data, "session_id")).value_or(uuid{});
    out.push_back(std::move(r));
  }
  return out;
}

} // namespace palang::testing
