#include "shared/protocol/codec.hpp"
#include "tests/support/server_process.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;

namespace {

struct outcome {
  int code = -1;
  std::vector<std::string> lines; ///< Of standard output.
  std::string complaint;          ///< Standard error.

  [[nodiscard]] std::string last() const { return lines.empty() ? "" : lines.back(); }
};

std::string all_of(const std::string& file) {
  std::ostringstream text;
  text << std::ifstream{file}.rdbuf();
  return text.str();
}

/// One folder on which palang-sync is run again and again.
class shell {
public:
  outcome run(std::vector<std::string> arguments) {
    process::options o;
    o.arguments = {PALANG_BIN_DIR "/palang-sync"};
    o.arguments.insert(o.arguments.end(), arguments.begin(), arguments.end());
    o.environment["PALANG_PASSWORD"] = password;
    o.error_file = folder_.file("stderr." + std::to_string(++runs_));
    process program{o};
    std::istringstream output{program.read_all(60s)};
    outcome result;
    for (std::string line; std::getline(output, line);)
      result.lines.push_back(line);
    result.code = program.wait(60s).value_or(-1);
    result.complaint = all_of(o.error_file);
    INFO(result.complaint);
    return result;
  }
  /// On the device's folder, as budi.
  outcome on_device(const std::string& url, std::vector<std::string> command) {
    return run(with({"--data", data(), "--server", url, "--user", "budi", "--timeout", "20"},
                    std::move(command)));
  }
  outcome offline(std::vector<std::string> command) {
    return run(with({"--data", data(), "--offline"}, std::move(command)));
  }

  [[nodiscard]] std::string data() const { return folder_.file("device"); }
  [[nodiscard]] std::string file(const std::string& name) const { return folder_.file(name); }

  std::string password = "palang-demo";

private:
  static std::vector<std::string> with(std::vector<std::string> first,
                                       const std::vector<std::string>& then) {
    first.insert(first.end(), then.begin(), then.end());
    return first;
  }

  temp_dir folder_;
  int runs_ = 0;
};

/// The line `name value` of a status.
std::string fact(const outcome& status, const std::string& name) {
  for (const auto& line : status.lines)
    if (line.starts_with(name + " "))
      return line.substr(name.size() + 1);
  return {};
}

/// Of two records and no photo.
std::string file_of(const outcome& sealed) {
  const std::string start = "sealed 2 photos 0 ";
  REQUIRE(sealed.code == 0);
  REQUIRE(sealed.last().starts_with(start));
  return sealed.last().substr(start.size());
}

std::vector<std::string> record_entry(const std::string& plate) {
  return {"record-entry", "--gate", "in-1", "--plate", plate};
}

} // namespace

TEST_CASE("palang-sync refuses what it does not understand, in words and with code 2",
          "[sync-program]") {
  shell s;
  CHECK(s.run({}).code == 2);
  CHECK(s.run({"--data", s.data()}).code == 2);
  CHECK(s.run({"status"}).code == 2);
  CHECK(s.offline({"no-such-command"}).code == 2);
  CHECK(s.offline({"record-entry", "--gate", "in-1"}).code == 2);
  CHECK(s.offline({"list", "--state", "no-such-state"}).code == 2);
  CHECK(s.run({"--data", s.data(), "login"}).code == 2);
  const auto wrong = s.run({"--data", s.data(), "--timeout", "0", "status"});
  CHECK(wrong.code == 2);
  CHECK(wrong.complaint.find("--timeout") != std::string::npos);
  CHECK(s.run({"--help"}).code == 0);
}

TEST_CASE("palang-sync says why nothing can be done yet, with code 1", "[sync-program]") {
  shell s;
  const auto recorded = s.offline(record_entry("B 1 A"));
  CHECK(recorded.code == 1);
  CHECK(recorded.complaint.starts_with("unauthorized: "));
  CHECK(s.offline({"export", s.file("out")}).code == 1);

  server_process server;
  s.password = "wrong";
  const auto refused = s.on_device(server.url(), {"login"});
  CHECK(refused.code == 1);
  CHECK(refused.complaint.starts_with("bad_credentials: "));
  s.password = "palang-demo";
  server.kill();
  CHECK(s.on_device(server.url(), {"login"}).complaint.starts_with("unreachable: "));
}

TEST_CASE("what was recorded offline is listed, drained once and then archived", "[sync-program]") {
  server_process server;
  shell s;
  REQUIRE(s.on_device(server.url(), {"login"}).code == 0);
  REQUIRE(s.offline(record_entry("B 1 A")).code == 0);
  REQUIRE(s.offline(record_entry("B 2 B")).code == 0);

  const auto waiting = s.offline({"status"});
  CHECK(waiting.code == 1);
  CHECK(fact(waiting, "person") == "budi");
  CHECK(fact(waiting, "connection") == "offline");
  CHECK(fact(waiting, "pending") == "2");
  const auto listed = s.offline({"list", "--state", "pending"});
  CHECK(listed.code == 0);
  REQUIRE(listed.lines.size() == 2);
  CHECK(listed.lines[0].find("B 2 B") != std::string::npos);
  CHECK(s.offline({"list", "--limit", "1"}).lines.size() == 1);

  const auto drained = s.on_device(server.url(), {"drain"});
  CHECK(drained.code == 0);
  CHECK(drained.last()
        == "summary sent 2 already_there 0 quarantined 0 pending 0 photos_pending 0");
  CHECK(s.on_device(server.url(), {"drain"}).last()
        == "summary sent 0 already_there 0 quarantined 0 pending 0 photos_pending 0");
  CHECK(s.offline({"list", "--state", "applied"}).lines.size() == 2);
  const auto done = s.on_device(server.url(), {"status"});
  CHECK(done.code == 0);
  CHECK(fact(done, "connection") == "up");
}

TEST_CASE("a record that the server refuses is told and leaves code 1", "[sync-program]") {
  server_process server;
  shell s;
  REQUIRE(s.on_device(server.url(), {"login"}).code == 0);
  const std::string nobody = "0195c000-0000-7000-8000-0000000000ff";
  const auto refused = s.on_device(
      server.url(), {"record-exit", "--gate", "out-1", "--session", nobody, "--charged", "5000"});
  CHECK(refused.code == 1);
  CHECK(refused.complaint.find("unknown_session") != std::string::npos);
  const auto quarantined = s.offline({"list", "--state", "quarantined"});
  REQUIRE(quarantined.lines.size() == 1);
  CHECK(s.on_device(server.url(), {"status"}).code == 1);
}

TEST_CASE("records travel by folder from one device to another, and only once", "[sync-program]") {
  server_process server;
  shell lost;
  REQUIRE(lost.on_device(server.url(), {"login"}).code == 0);
  REQUIRE(lost.offline(record_entry("B 1 A")).code == 0);
  REQUIRE(lost.offline({"record-exit", "--gate", "out-1", "--plate", "B 1 A", "--compute"}).code
          == 0);
  const auto folder = lost.file("offline_data");
  const auto written = lost.offline({"export", folder});
  CHECK(written.code == 0);
  CHECK(written.last() == "exported 2 photos 0");
  CHECK(std::filesystem::exists(folder));

  shell found;
  REQUIRE(found.on_device(server.url(), {"login"}).code == 0);
  const std::vector<std::string> import{"import", folder,       "--gate-in",
                                        "in-1",   "--gate-out", "out-1"};
  const auto taken = found.offline(import);
  CHECK(taken.code == 0);
  REQUIRE(taken.lines.size() == 2);
  for (const auto& line : taken.lines)
    CHECK(line.starts_with("imported\t"));
  for (const auto& line : found.offline(import).lines)
    CHECK(line.starts_with("already_there\t"));
  CHECK(found.on_device(server.url(), {"drain"}).last()
        == "summary sent 2 already_there 0 quarantined 0 pending 0 photos_pending 0");
  shell third;
  REQUIRE(third.on_device(server.url(), {"login"}).code == 0);
  REQUIRE(third.offline(import).code == 0);
  CHECK(third.on_device(server.url(), {"drain"}).last()
        == "summary sent 0 already_there 2 quarantined 0 pending 0 photos_pending 0");
  CHECK(found
            .offline(
                {"import", lost.file("nothing-here"), "--gate-in", "in-1", "--gate-out", "out-1"})
            .code
        == 1);
}

TEST_CASE("a sealed second copy counts once, whoever brings it and whatever comes first",
          "[sync-program]") {
  server_process server;
  shell s;
  REQUIRE(s.on_device(server.url(), {"login"}).code == 0);
  CHECK(s.offline({"seal", s.file("usb")}).complaint.starts_with("not_found: "));
  REQUIRE(s.offline(record_entry("B 1 A")).code == 0);
  REQUIRE(s.offline(record_entry("B 2 B")).code == 0);
  const auto sealed = s.offline({"seal", s.file("usb")});
  REQUIRE(sealed.code == 0);
  const auto file = file_of(sealed);
  CHECK(all_of(file).find("budi") == std::string::npos);

  const auto bring = [&] {
    process::options o;
    o.arguments = {PALANG_BIN_DIR "/palangd", "outbox", "import", file, "--data",
                   server.data_dir()};
    o.error_file = s.file("import.err");
    process program{o};
    return program.read_all(60s);
  };
  CHECK(bring() == "taken 2 already there 0 refused 0 photos 0\n");
  CHECK(bring() == "taken 0 already there 2 refused 0 photos 0\n");
  CHECK(s.on_device(server.url(), {"drain"}).last()
        == "summary sent 0 already_there 2 quarantined 0 pending 0 photos_pending 0");
  CHECK(s.on_device(server.url(), {"status"}).code == 0);
}

TEST_CASE("another device brings a second copy, and it counts once whoever is first",
          "[sync-program]") {
  server_process server;
  shell lost;
  shell carrier;
  REQUIRE(lost.on_device(server.url(), {"login"}).code == 0);
  REQUIRE(carrier.on_device(server.url(), {"login"}).code == 0);
  REQUIRE(lost.offline(record_entry("B 1 A")).code == 0);
  REQUIRE(lost.offline(record_entry("B 2 B")).code == 0);
  const auto file = file_of(lost.offline({"seal", lost.file("usb")}));
  REQUIRE(carrier.offline({"carry", file}).last().starts_with("carried "));
  const auto waits = carrier.offline({"status"});
  CHECK(fact(waits, "carried") == "1");
  CHECK(waits.code == 1);
  const auto drained = "summary sent 0 already_there 0 quarantined 0 pending 0 photos_pending 0";
  SECTION("the carrier") {
    CHECK(carrier.on_device(server.url(), {"drain"}).last() == drained);
    CHECK(lost.on_device(server.url(), {"drain"}).last()
          == "summary sent 0 already_there 2 quarantined 0 pending 0 photos_pending 0");
  }
  SECTION("the device itself") {
    CHECK(lost.on_device(server.url(), {"drain"}).last()
          == "summary sent 2 already_there 0 quarantined 0 pending 0 photos_pending 0");
    CHECK(carrier.on_device(server.url(), {"drain"}).last() == drained);
  }
  SECTION("the carrier, once the server is back") {
    server.kill();
    CHECK(carrier.offline({"--timeout", "1", "drain"}).last()
          == std::string{drained} + " carried 1");
    server.start();
    CHECK(carrier.on_device(server.url(), {"drain"}).last() == drained);
  }
  CHECK(fact(carrier.offline({"status"}), "carried") == "0");
}

TEST_CASE("a supervisor answers an attendant's challenge from a shell", "[sync-program]") {
  server_process server;
  shell s;
  REQUIRE(s.on_device(server.url(), {"login"}).code == 0);
  shell desk;
  const auto answer =
      desk.run({"--data", desk.data(), "--server", server.url(), "--user", "wati", "--no-device",
                "approve", "--device", "1", "--challenge", "482913", "--amount", "2000"});
  CHECK(answer.code == 0);
  CHECK(answer.last().starts_with("code "));
  CHECK(answer.last().size() == std::string{"code 123456"}.size());
}

TEST_CASE("with --json every line is an object", "[sync-program]") {
  server_process server;
  shell s;
  REQUIRE(s.on_device(server.url(), {"login"}).code == 0);
  for (auto command : {record_entry("B 1 A"), {"list"}, {"status"}}) {
    command.insert(command.begin(), "--json");
    for (const auto& line : s.offline(command).lines)
      CHECK(protocol::member_of(line, command[1] == "status" ? "pending" : "id"));
  }
}
