// What goes to the database server is encrypted, and goes to nobody else's server.
#include "tests/support/mariadb_process.hpp"
#include "tests/system/server_command.hpp"

#include <catch2/catch.hpp>

using namespace palang::testing;
using namespace std::chrono_literals;

namespace {

/// A self-signed certificate and its key.
struct certificate {
  temp_dir folder;
  std::string pem = folder.file("server.pem");
  std::string key = folder.file("server.key");

  certificate() {
    process making{{{"/usr/bin/openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
                     "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
                     "-keyout", key, "-out", pem},
                    {},
                    folder.file("openssl.log")}};
    REQUIRE(making.wait(60s) == 0);
  }
};

} // namespace

TEST_CASE("with tls-ca nothing goes to the database server unencrypted, or to another server",
          "[system]") {
  const certificate ours;
  const certificate others;
  mariadb_process mariadb{{"--ssl-cert=" + ours.pem, "--ssl-key=" + ours.key}};
  const auto database = mariadb.create_database();
  const temp_dir data;
  const auto migrate = [&](const std::string& tls) {
    return run_palangd(
               {"migrate", "--data", data.file("server"), "--db", mariadb.url(database) + tls},
               {{"PALANG_DB_PASSWORD", mariadb_process::password}})
        .code;
  };
  mariadb.run("ALTER USER palang@'127.0.0.1' REQUIRE SSL");
  CHECK(migrate("") == 3);
  CHECK(migrate("?tls-ca=" + others.pem) == 3);
  CHECK(migrate("?tls-ca=" + data.file("none.pem")) == 3);
  CHECK(migrate("?tls-ca=" + ours.pem) == 0);
  CHECK(migrate("?tls-ca=" + ours.pem + "&more") == 2);

  mariadb.run("ALTER USER palang@'127.0.0.1' REQUIRE NONE");
  CHECK(migrate("") == 0);
  CHECK(migrate("?tls-ca=" + others.pem) == 3);
}

TEST_CASE("with tls-ca a server that cannot encrypt is refused", "[system]") {
  const certificate any;
  mariadb_process mariadb{{"--skip-ssl"}};
  const auto database = mariadb.create_database();
  const temp_dir data;
  CHECK(run_palangd({"migrate", "--data", data.file("server"), "--db",
                     mariadb.url(database) + "?tls-ca=" + any.pem},
                    {{"PALANG_DB_PASSWORD", mariadb_process::password}})
            .code
        == 3);
}
