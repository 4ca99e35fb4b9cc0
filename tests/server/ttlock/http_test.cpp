#include "server/ttlock/http.hpp"

#include "tests/server/ttlock/raw_server.hpp"
#include "tests/support/temp_dir.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <thread>
#include <vector>

using namespace palang;
using namespace palang::ttlock;
using namespace std::chrono_literals;
using testing::http_ok;
using testing::raw_server;

namespace {

using kind = http_error::kind;

std::unique_ptr<http_client> client_of(const std::string& url, const std::string& ca_file = {}) {
  auto made = make_http_client(url, ca_file);
  INFO((made ? "" : made.error().message));
  REQUIRE(made);
  return std::move(*made);
}

http_request read_of(const std::string& target) {
  return {http_request::verb::get, target, {}, [] { return true; }};
}

http_request command_of(const std::string& body) {
  return {http_request::verb::post, "/v3/lock/unlock", body, {}};
}

http_error failure_of(http_client& client, const http_request& request,
                      milliseconds timeout = 10s) {
  const auto got = client.send(request, timeout);
  REQUIRE_FALSE(got);
  return got.error();
}

/// Far from any deadline that these tests set, near enough for one that is ignored.
constexpr auto soon = 5s;

} // namespace

TEST_CASE("a form is posted and the reply read", "[ttlock]") {
  std::string seen;
  raw_server server{[&](raw_server::peer& peer, int) {
    seen = peer.read_request();
    peer.send("HTTP/1.1 503 Busy\r\nRetry-After: 7\r\nContent-Length: 2\r\n\r\nno");
  }};
  const auto client = client_of(server.url());
  const auto got = client->send(command_of("lockId=1&date=2"), 10s);
  REQUIRE(got);
  CHECK(got->status == 503);
  CHECK(got->body == "no");
  CHECK(got->retry_after == 7s);
  CHECK(seen.starts_with("POST /v3/lock/unlock HTTP/1.1\r\n"));
  CHECK(seen.find("Content-Type: application/x-www-form-urlencoded\r\n") != std::string::npos);
  CHECK(seen.find("Host: 127.0.0.1:" + server.port()) != std::string::npos);
  CHECK(seen.ends_with("\r\n\r\nlockId=1&date=2"));
}

TEST_CASE("reads share a connection, each command has its own", "[ttlock]") {
  raw_server server{[&](raw_server::peer& peer, int connection) {
    while (!peer.read_request().empty())
      peer.send(http_ok(std::to_string(connection)));
  }};
  const auto client = client_of(server.url());
  CHECK(client->send(read_of("/a"), 10s)->body == "1");
  CHECK(client->send(read_of("/b"), 10s)->body == "1");
  CHECK(client->send(command_of("c"), 10s)->body == "2");
  CHECK(client->send(read_of("/d"), 10s)->body == "2");
  CHECK(server.connections() == 2);
}

TEST_CASE("a chunked reply and one that ends with the connection are read", "[ttlock]") {
  raw_server server{[&](raw_server::peer& peer, int connection) {
    (void)peer.read_request();
    if (connection == 1)
      peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                "3\r\nabc\r\n0\r\n\r\n");
    else
      peer.send("HTTP/1.1 200 OK\r\n\r\nabc");
  }};
  const auto client = client_of(server.url());
  CHECK(client->send(read_of("/"), 10s)->body == "abc");
  CHECK(client->send(read_of("/"), 10s)->body == "abc");
}

TEST_CASE("a kept connection that was closed is opened again once, when asked", "[ttlock]") {
  std::vector<std::string> seen;
  raw_server server{[&](raw_server::peer& peer, int connection) {
    seen.push_back(peer.read_request());
    peer.send(http_ok(std::to_string(connection)));
  }};
  const auto client = client_of(server.url());
  CHECK(client->send(read_of("/a"), 10s)->body == "1");
  int asked = 0;
  auto request = read_of("/b");
  SECTION("yes") {
    request.may_repeat = [&] { return ++asked > 0; };
    CHECK(client->send(request, 10s)->body == "2");
    CHECK(seen.size() == 2);
  }
  SECTION("no") {
    request.may_repeat = [&] { return ++asked < 0; };
    CHECK(failure_of(*client, request).what == kind::closed);
  }
  CHECK(asked == 1);
}

TEST_CASE("what fails on a new connection is not sent again", "[ttlock]") {
  raw_server server{[&](raw_server::peer& peer, int) { (void)peer.read_request(); }};
  const auto client = client_of(server.url());
  for (const auto& request : {read_of("/"), command_of("x")}) {
    const auto before = server.connections();
    const auto error = failure_of(*client, request);
    CHECK(error.what == kind::closed);
    CHECK(error.was_sent);
    CHECK(server.connections() == before + 1);
  }
}

TEST_CASE("a deadline holds against a black hole", "[ttlock]") {
  raw_server server{[&](raw_server::peer& peer, int) { peer.wait_until_closed(); }};
  const auto client = client_of(server.url());
  const auto began = std::chrono::steady_clock::now();
  const auto error = failure_of(*client, command_of("x"), 200ms);
  CHECK(error.what == kind::timed_out);
  CHECK(error.was_sent);
  CHECK(std::chrono::steady_clock::now() - began < soon);
}

TEST_CASE("a deadline holds against a peer that shakes no hands", "[ttlock]") {
  raw_server server{[&](raw_server::peer& peer, int) { peer.wait_until_closed(); }};
  const auto client = client_of("https://127.0.0.1:" + server.port());
  const auto error = failure_of(*client, read_of("/"), 200ms);
  CHECK(error.what == kind::timed_out);
  CHECK_FALSE(error.was_sent);
}

TEST_CASE("a deadline holds against a reply that drips", "[ttlock]") {
  raw_server server{[&](raw_server::peer& peer, int) {
    (void)peer.read_request();
    peer.send("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
    while (peer.send("x"))
      std::this_thread::sleep_for(5ms); // The drip itself.
  }};
  const auto client = client_of(server.url());
  const auto began = std::chrono::steady_clock::now();
  CHECK(failure_of(*client, read_of("/"), 300ms).what == kind::timed_out);
  CHECK(std::chrono::steady_clock::now() - began < soon);
}

TEST_CASE("after a failure the next request starts afresh", "[ttlock]") {
  raw_server server{[&](raw_server::peer& peer, int connection) {
    (void)peer.read_request();
    if (connection == 1)
      return peer.wait_until_closed();
    peer.send(http_ok("fine"));
  }};
  const auto client = client_of(server.url());
  CHECK(failure_of(*client, read_of("/"), 100ms).what == kind::timed_out);
  CHECK(client->send(read_of("/"), 10s)->body == "fine");
}

TEST_CASE("a reply that breaks off or is no HTTP is an error", "[ttlock]") {
  raw_server server{[&](raw_server::peer& peer, int connection) {
    (void)peer.read_request();
    if (connection == 3)
      return (void)peer.send("SSH-2.0-nonsense\r\n\r\n");
    peer.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
    if (connection == 2)
      peer.reset();
  }};
  const auto client = client_of(server.url());
  CHECK(failure_of(*client, read_of("/")).what == kind::closed);
  CHECK(failure_of(*client, read_of("/")).what == kind::closed);
  CHECK(failure_of(*client, read_of("/")).what == kind::malformed);
}

TEST_CASE("a reply that is too large is not read to its end", "[ttlock]") {
  raw_server server{[&](raw_server::peer& peer, int connection) {
    (void)peer.read_request();
    if (connection == 1)
      peer.send("HTTP/1.1 200 OK\r\nContent-Length: 9000000\r\n\r\n");
    else
      peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    const std::string chunk = "10000\r\n" + std::string(65'536, 'x') + "\r\n";
    while (peer.send(chunk)) {
    }
  }};
  const auto client = client_of(server.url());
  CHECK(failure_of(*client, read_of("/")).what == kind::too_large);
  CHECK(failure_of(*client, read_of("/")).what == kind::too_large);
}

TEST_CASE("nobody at the door is said at once", "[ttlock]") {
  std::string port;
  {
    const raw_server gone{[](raw_server::peer&, int) {}};
    port = gone.port();
  }
  const auto error =
      failure_of(*client_of("http://127.0.0.1:" + port), read_of("/?accessToken=shh"));
  CHECK(error.what == kind::connect);
  CHECK_FALSE(error.was_sent);
  CHECK(error.message.find("shh") == std::string::npos);
}

TEST_CASE("TLS needs a certificate that is trusted and names the host", "[ttlock]") {
  const testing::temp_dir folder;
  const auto own = testing::make_certificate(folder.path().string(), "localhost");
  const auto foreign = testing::make_certificate(folder.path().string(), "euapi.example");
  const auto serve = [](raw_server::peer& peer, int) {
    while (!peer.read_request().empty())
      peer.send(http_ok("hi"));
  };
  SECTION("right name, trusted") {
    raw_server server{serve, &own};
    const auto client = client_of("https://localhost:" + server.port(), own.certificate);
    CHECK(client->send(read_of("/"), 10s)->body == "hi");
    CHECK(client->send(read_of("/"), 10s)->body == "hi");
    CHECK(server.connections() == 1);
  }
  SECTION("wrong name") {
    raw_server server{serve, &foreign};
    const auto client = client_of("https://localhost:" + server.port(), foreign.certificate);
    const auto error = failure_of(*client, command_of("x"));
    CHECK(error.what == kind::tls);
    CHECK_FALSE(error.was_sent);
  }
  SECTION("an address instead of the name") {
    raw_server server{serve, &own};
    const auto client = client_of("https://127.0.0.1:" + server.port(), own.certificate);
    CHECK(failure_of(*client, read_of("/")).what == kind::tls);
  }
  SECTION("not trusted") {
    raw_server server{serve, &own};
    CHECK(failure_of(*client_of("https://localhost:" + server.port()), read_of("/")).what
          == kind::tls);
  }
}

TEST_CASE("a kept TLS connection that was closed is opened again", "[ttlock]") {
  const testing::temp_dir folder;
  const auto own = testing::make_certificate(folder.path().string(), "localhost");
  raw_server server{[](raw_server::peer& peer, int connection) {
                      (void)peer.read_request();
                      peer.send(http_ok(std::to_string(connection)));
                    },
                    &own};
  const auto client = client_of("https://localhost:" + server.port(), own.certificate);
  CHECK(client->send(read_of("/"), 10s)->body == "1");
  CHECK(client->send(read_of("/"), 10s)->body == "2");
}

TEST_CASE("a URL must be https, or http to this machine", "[ttlock]") {
  for (const auto* url :
       {"https://euapi.ttlock.com", "https://euapi.ttlock.com:8443/", "http://127.0.0.1:1",
        "http://localhost", "http://[::1]:80", "https://[2001:db8::1]"}) {
    INFO(url);
    CHECK(make_http_client(url));
  }
  for (const auto* url : {"", "euapi.ttlock.com", "ftp://127.0.0.1", "https://", "https://:80",
                          "https://a:", "https://a:99999", "https://a:0", "https://a/v3",
                          "https://user:pw@a", "https://a b", "http://[::1", "https://a:80x"}) {
    INFO(url);
    CHECK_FALSE(make_http_client(url));
  }
  const auto plain = make_http_client("http://euapi.ttlock.com");
  REQUIRE_FALSE(plain);
  CHECK(plain.error().message == "plain http is for this machine only: use https://");
  CHECK_FALSE(make_http_client("http://127.0.0.1.evil.example"));
  CHECK_FALSE(make_http_client("https://a", "/no/such/file"));
}
