#include "server/gateway/gateway.hpp"

#include "tests/server/gateway/test_server.hpp"
#include "tests/support/http_client.hpp"
#include "tests/support/ws_client.hpp"

#include <catch2/catch.hpp>

#include <random>

using namespace palang;
using namespace palang::gateway;
using namespace std::chrono_literals;
using testing::http_client;

namespace {

constexpr std::size_t kib = 1024;

bool has_code(const testing::http_reply& reply, std::string_view code) {
  return reply.headers.at("content-type") == "application/json"
         && reply.body.find("\"code\":\"" + std::string{code} + '"') != std::string::npos;
}

/// Serves one good request: the listener has survived what came before.
void check_alive(test_server& server, listener which = listener::client) {
  http_client client{server.port(which)};
  CHECK(client.get("/healthz").status == 200);
}

} // namespace

TEST_CASE("a body over its limit is 413 and closes", "[gateway][http]") {
  test_server server;
  const auto refused = [&](listener which, std::string_view head, std::string_view body) {
    http_client client{server.port(which)};
    client.send_raw(head);
    client.send_raw(body);
    const auto reply = client.read_reply();
    REQUIRE(reply);
    CHECK(reply->status == 413);
    CHECK(has_code(*reply, "too_large"));
    CHECK(reply->headers.at("connection") == "close");
    CHECK_FALSE(client.read_reply());
  };
  const std::string over(64 * kib + 1, 'j');
  refused(listener::client, "POST /v1/login HTTP/1.1\r\nContent-Length: 65537\r\n\r\n", over);
  refused(listener::client,
          "POST /v1/login HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n10001\r\n", over);
  refused(listener::client, "PUT /v1/photos/abc HTTP/1.1\r\nContent-Length: 5242881\r\n\r\n",
          "only the start");
  refused(listener::client, "POST /v1/photos/abc HTTP/1.1\r\nContent-Length: 65537\r\n\r\n", over);
  refused(listener::intake, "POST /ttlock/callback/s HTTP/1.1\r\nContent-Length: 1048577\r\n\r\n",
          "only the start");
  refused(listener::ops, "POST / HTTP/1.1\r\nContent-Length: 18446744073709551615\r\n\r\n", "x");
  check_alive(server);
}

TEST_CASE("a head over 16 KiB is 413", "[gateway][http]") {
  test_server server;
  http_client client{server.port()};
  client.send_raw("GET / HTTP/1.1\r\nX: " + std::string(17 * kib, 'x') + "\r\n\r\n");
  const auto reply = client.read_reply();
  REQUIRE(reply);
  CHECK(reply->status == 413);
  CHECK(has_code(*reply, "too_large"));
  check_alive(server);
}

TEST_CASE("what is not HTTP is 400 bad_message and closes", "[gateway][http]") {
  test_server server;
  for (const auto* bad : {"hello\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n",
                          "GET / HTTP/1.1\r\nno colon\r\n\r\n", "GET /%zz HTTP/1.1\r\n\r\n",
                          "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
                          "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                          "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                          "\x16\x03\x01\x02\x00\x01\r\n\r\n"}) {
    CAPTURE(bad);
    http_client client{server.port()};
    client.send_raw(bad);
    const auto reply = client.read_reply();
    REQUIRE(reply);
    CHECK(reply->status == 400);
    CHECK(has_code(*reply, "bad_message"));
    CHECK_FALSE(client.read_reply());
  }
}

TEST_CASE("any bytes on any listener leave it serving", "[gateway][http]") {
  test_server server;
  const auto seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random{seed};
  const std::string_view good =
      "PUT /v1/photos/ab HTTP/1.1\r\nHost: t\r\nExpect: 100-continue\r\nContent-Length: 20\r\n\r\n";
  for (const auto which : {listener::client, listener::intake, listener::ops}) {
    for (int round = 0; round < 60; ++round) {
      std::string bytes{good};
      if (round % 3 == 0)
        bytes.assign(random() % 300, '\0');
      for (auto& c : bytes)
        if (round % 3 == 0 || random() % 20 == 0)
          c = static_cast<char>(random());
      http_client client{server.port(which)};
      client.send_raw(bytes);
      if (round % 2 == 0)
        client.shut_sending();
    }
    check_alive(server, which);
  }
}

TEST_CASE("any bytes after an upgrade leave the server serving", "[gateway][websocket]") {
  test_server server;
  const auto seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random{seed};
  for (int round = 0; round < 100; ++round) {
    testing::ws_client client{server.port()};
    std::string bytes(random() % 200, '\0');
    for (auto& c : bytes)
      c = static_cast<char>(random());
    client.send_raw(bytes);
    if (round % 2 == 0)
      client.send_close(1000);
  }
  check_alive(server);
  testing::ws_client client{server.port()};
  client.send("still here");
  CHECK(client.read() == "still here");
}

TEST_CASE("a request cut off anywhere harms nobody", "[gateway][http]") {
  test_server server;
  const std::string_view whole =
      "POST /v1/login HTTP/1.1\r\nHost: t\r\nContent-Length: 5\r\n\r\nhello";
  for (std::size_t size = 0; size < whole.size(); ++size) {
    http_client client{server.port()};
    client.send_raw(whole.substr(0, size));
    client.shut_sending();
    CAPTURE(size);
    REQUIRE_FALSE(client.read_reply());
  }
  http_client slow{server.port()};
  for (const char c : whole)
    slow.send_raw({&c, 1});
  CHECK(slow.read_reply().value().body == "hello");
}

TEST_CASE("nothing may follow an upgrade before its answer", "[gateway][http]") {
  test_server server;
  http_client client{server.port()};
  client.send_raw("GET /v1 HTTP/1.1\r\nHost: t\r\nUpgrade: websocket\r\nConnection: "
                  "Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                  "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: "
                  "palang.v1\r\n\r\n\x81\x80");
  const auto reply = client.read_reply();
  REQUIRE(reply);
  CHECK(reply->status == 400);
}

TEST_CASE("a request that takes too long to arrive is cut off, one that makes progress is not",
          "[gateway][http]") {
  settings s;
  s.waits.http_read = 300ms;
  test_server server{s};
  http_client silent{server.port()};
  http_client head{server.port()};
  head.send_raw("GET / HTTP/1.1\r\nHost: ");
  http_client body{server.port()};
  body.send_raw("POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nhel");
  http_client steady{server.port()};
  const std::string half(32 * kib, 'h');
  steady.send_raw("POST / HTTP/1.1\r\nContent-Length: 65536\r\n\r\n" + half);
  CHECK_FALSE(silent.read_reply());
  CHECK_FALSE(head.read_reply());
  CHECK_FALSE(body.read_reply());
  http_client later{server.port()}; // Its time is up long after the steady one's first allowance.
  CHECK_FALSE(later.read_reply());
  steady.send_raw(half);
  CHECK(steady.read_reply().value().body == half + half);
}

TEST_CASE("a handler that never answers is answered for", "[gateway][http]") {
  settings s;
  s.waits.http_answer = 200ms;
  test_server server{s};
  std::vector<responder> kept;
  server.request_action = [&](const http_request&, responder respond) {
    kept.push_back(std::move(respond));
  };
  http_client client{server.port()};
  const auto reply = client.get("/");
  CHECK(reply.status == 500);
  CHECK(has_code(reply, "internal"));
  kept.front()({});
  CHECK_FALSE(client.read_reply());
}

TEST_CASE("connections over the cap are told 503", "[gateway][http]") {
  settings s;
  s.max_connections = 2;
  test_server server{s};
  testing::ws_client one{server.port()};
  {
    testing::ws_client two{server.port()};
    http_client third{server.port()};
    const auto reply = third.get("/");
    CHECK(reply.status == 503);
    CHECK(has_code(reply, "busy"));
    CHECK_THROWS_WITH(testing::ws_client(server.port()), Catch::Contains("503"));
    check_alive(server, listener::ops);
    two.send_close(1000);
    CHECK(two.read_close() == 1000);
  }
  server.wait_close(server.wait_open(1));
  one.send("still served");
  CHECK(one.read() == "still served");
}
