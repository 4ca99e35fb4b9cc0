#include "server/config/command_line.hpp"

#include "tests/support/temp_dir.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <memory>
#include <stdlib.h>

using namespace palang;
using config::read_command_line;

namespace {

/// An environment variable for the length of a test.
struct variable {
  std::string name;
  variable(std::string n, const std::string& value) : name{std::move(n)} {
    ::setenv(name.c_str(), value.c_str(), 1);
  }
  ~variable() { ::unsetenv(name.c_str()); }
};

config::settings settings_of(std::vector<std::string> arguments) {
  const auto asked = read_command_line(arguments);
  INFO((asked ? "" : asked.error().text));
  REQUIRE(asked);
  return asked->with;
}

/// One line that names the key.
void refused(std::vector<std::string> arguments, const std::string& key) {
  const auto asked = read_command_line(arguments);
  REQUIRE_FALSE(asked);
  INFO(asked.error().text);
  CHECK(asked.error().code == 2);
  CHECK(asked.error().text.find(key) != std::string::npos);
  CHECK(asked.error().text.find('\n') == std::string::npos);
}

std::string write(const testing::temp_dir& folder, const std::string& name,
                  const std::string& text) {
  const auto file = folder.file(name);
  std::ofstream(file) << text;
  return file;
}

template <class Command>
Command command_of(std::vector<std::string> arguments) {
  const auto asked = read_command_line(arguments);
  INFO((asked ? "" : asked.error().text));
  REQUIRE(asked);
  REQUIRE(std::holds_alternative<Command>(asked->what));
  return std::get<Command>(asked->what);
}

} // namespace

TEST_CASE("without a command the server serves, with or without the word", "[config]") {
  command_of<config::serve>({"--data", "d"});
  command_of<config::serve>({"serve", "--data", "d", "--demo"});
  CHECK(settings_of({"serve", "--demo", "--data", "d"}).is_demo);
}

TEST_CASE("defaults are those of the protocol", "[config]") {
  const auto s = settings_of({"--data", "d"});
  CHECK(s.client.host == "127.0.0.1");
  CHECK(s.client.port == 8181);
  CHECK(s.intake.port == 8182);
  CHECK(s.ops.port == 8183);
  CHECK(config::database_url(s).starts_with("sqlite:///"));
}

TEST_CASE("an argument goes before the file, the file before the environment", "[config]") {
  const testing::temp_dir folder;
  const auto file =
      write(folder, "palangd.toml",
            "data = \"from-file\"\nlisten = \"127.0.0.1:1\"\nintake = \"127.0.0.1:2\"\n"
            "allow_plaintext = true\n");
  const variable listen{"PALANG_LISTEN", "127.0.0.1:9"};
  const variable ops{"PALANG_OPS", "127.0.0.1:3"};
  const auto s = settings_of({"--config", file, "--intake", "[::1]:0"});
  CHECK(s.data == "from-file");
  CHECK(s.client.port == 1);
  CHECK(s.intake.host == "::1");
  CHECK(s.intake.port == 0);
  CHECK(s.ops.port == 3);
  CHECK(s.allow_plaintext);
}

TEST_CASE("secrets come from the environment or from files", "[config]") {
  const testing::temp_dir folder;
  SECTION("the variable") {
    const variable password{"PALANG_ADMIN_PASSWORD", "from variable"};
    CHECK(settings_of({"--data", "d"}).admin_password == "from variable");
  }
  SECTION("the file's first line") {
    const variable password{"PALANG_ADMIN_PASSWORD_FILE", write(folder, "secret", "from file\n")};
    CHECK(settings_of({"--data", "d"}).admin_password == "from file");
  }
  SECTION("a file that is not there") {
    const variable password{"PALANG_ADMIN_PASSWORD_FILE", folder.file("nowhere")};
    refused({"--data", "d"}, "PALANG_ADMIN_PASSWORD_FILE");
  }
}

TEST_CASE("a mistake is one line that names the key", "[config]") {
  const testing::temp_dir folder;
  refused({}, "data");
  refused({"--data", "d", "--listen", "localhost:1"}, "listen");
  refused({"--data", "d", "--ops", "127.0.0.1:65536"}, "ops");
  refused({"--data", "d", "--log-level", "loud"}, "log-level");
  refused({"--data", "d", "--max-connections", "0"}, "max-connections");
  refused({"--data", "d", "--tls-key", "k"}, "tls-certificate");
  refused({"--data", "d", "--nonsense"}, "nonsense");
  refused({"--config", folder.file("nowhere.toml"), "--data", "d"}, "nowhere.toml");
  refused({"--config", write(folder, "typo.toml", "lisen = \"127.0.0.1:1\"\n"), "--data", "d"},
          "lisen");
}

TEST_CASE("clients come from the network only through TLS or by a clear word", "[config]") {
  refused({"--data", "d", "--listen", "0.0.0.0:8181"}, "allow_plaintext");
  CHECK(settings_of({"--data", "d", "--listen", "0.0.0.0:8181", "--allow-plaintext"}).client.host
        == "0.0.0.0");
  CHECK(settings_of(
            {"--data", "d", "--listen", "0.0.0.0:8181", "--tls-certificate", "c", "--tls-key", "k"})
            .tls_key
        == "k");
}

TEST_CASE("users and devices are commands with their own arguments", "[config]") {
  const auto added =
      command_of<config::user_add>({"user", "add", "tono", "--role", "supervisor", "--data", "d"});
  CHECK(added.username == "tono");
  CHECK(added.user_role == protocol::role::supervisor);
  const auto set =
      command_of<config::user_set>({"user", "set", "tono", "--disable", "--data", "d"});
  CHECK(set.is_disabled == true);
  CHECK_FALSE(set.user_role);
  CHECK(command_of<config::device_approve>({"device", "approve", "3", "--data", "d"}).device
        == "3");
  CHECK(command_of<config::device_enrol>({"device", "enrol", "--data", "d"}).hours == 24);
  refused({"user", "add", "tono", "--role", "king", "--data", "d"}, "role");
  refused({"user", "--data", "d"}, "subcommand");
}

TEST_CASE("help and version are no mistakes", "[config]") {
  for (const auto* argument : {"--help", "--version"}) {
    const auto asked = read_command_line({argument});
    REQUIRE_FALSE(asked);
    CHECK(asked.error().code == 0);
    CHECK(asked.error().text.find("palangd") != std::string::npos);
  }
}

TEST_CASE("the TTLock side needs its URL's host to be safe and all of its secrets", "[config]") {
  const variable id{"PALANG_TTLOCK_CLIENT_ID", "id"};
  const variable secret{"PALANG_TTLOCK_CLIENT_SECRET", "secret"};
  const variable username{"PALANG_TTLOCK_USERNAME", "user"};
  const variable password{"PALANG_TTLOCK_PASSWORD", "pass"};
  const auto with = [](const std::string& url) {
    return std::vector<std::string>{"--data", "d", "--ttlock-url", url};
  };
  const auto s = settings_of(with("https://euapi.ttlock.com"));
  CHECK(s.ttlock_client_id == "id");
  CHECK(s.ttlock_client_secret == "secret");
  CHECK(s.ttlock_username == "user");
  CHECK(s.ttlock_password == "pass");
  CHECK(s.ttlock_monthly_calls == 30'000);
  CHECK(settings_of({"--data", "d", "--ttlock-monthly-calls", "5000"}).ttlock_monthly_calls
        == 5'000);
  for (const auto* url : {"http://127.0.0.1:1/", "http://localhost:1", "http://[::1]:1"})
    settings_of(with(url));
  for (const auto* url : {"http://euapi.ttlock.com", "euapi.ttlock.com", "http://127.evil.example",
                          "http://localhost.example", "http://"})
    refused(with(url), "ttlock-url");
  refused({"--data", "d", "--ttlock-monthly-calls", "0"}, "ttlock-monthly-calls");
}

TEST_CASE("a missing TTLock secret is named", "[config]") {
  const std::vector<std::string> names{"PALANG_TTLOCK_CLIENT_ID", "PALANG_TTLOCK_CLIENT_SECRET",
                                       "PALANG_TTLOCK_USERNAME", "PALANG_TTLOCK_PASSWORD"};
  for (const auto& missing : names) {
    std::vector<std::unique_ptr<variable>> set;
    for (const auto& name : names)
      if (name != missing)
        set.push_back(std::make_unique<variable>(name, "x"));
    refused({"--data", "d", "--ttlock-url", "https://euapi.ttlock.com"}, missing);
    settings_of({"--data", "d"});
  }
}
