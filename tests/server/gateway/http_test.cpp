#include "server/gateway/gateway.hpp"

#include "tests/server/gateway/test_server.hpp"
#include "tests/support/http_client.hpp"
#include "tests/support/ws_client.hpp"

#include <catch2/catch.hpp>

#include <future>
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

TEST_CASE("a request arrives with its parts", "[gateway][http]") {
  test_server server;
  http_request seen;
  server.request_action = [&](http_request r, const responder& respond) {
    seen = std::move(r);
    respond({.status = 201,
             .content_type = "text/plain",
             .body = "made",
             .headers = {{"Location", "/x"}}});
  };
  http_client client{server.port(listener::intake)};
  const auto reply =
      client.request("POST", "/ttlock/callback/a%2Fb?x=%31",
                     {{"Content-Type", "Application/X-WWW-Form-Urlencoded; charset=utf-8"},
                      {"Authorization", "Bearer t0ken"},
                      {"If-None-Match", "\"etag\""}},
                     "lockId=1");
  CHECK(reply.status == 201);
  CHECK(reply.body == "made");
  CHECK(reply.headers.at("content-length") == "4");
  CHECK(reply.headers.at("content-type") == "text/plain");
  CHECK(reply.headers.at("server") == "palangd");
  CHECK(reply.headers.at("location") == "/x");
  CHECK(seen.from == listener::intake);
  CHECK(seen.method == "POST");
  CHECK(seen.path == "/ttlock/callback/a/b");
  CHECK(seen.query == "x=%31");
  CHECK(seen.content_type == "application/x-www-form-urlencoded");
  CHECK(seen.bearer_token == "t0ken");
  CHECK(seen.if_none_match == "\"etag\"");
  CHECK(seen.body == "lockId=1");
  CHECK(seen.remote == "127.0.0.1");
}

TEST_CASE("a connection serves many requests, also those sent ahead", "[gateway][http]") {
  test_server server;
  http_client client{server.port()};
  for (int i = 0; i < 100; ++i)
    REQUIRE(client.request("POST", "/echo", {}, "body " + std::to_string(i)).body
            == "body " + std::to_string(i));
  std::string ahead;
  for (int i = 0; i < 100; ++i)
    ahead +=
        "POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 2\r\n\r\n" + std::to_string(10 + i % 90);
  client.send_raw(ahead);
  for (int i = 0; i < 100; ++i)
    REQUIRE(client.read_reply().value().body == std::to_string(10 + i % 90));
}

TEST_CASE("the connection stays open or closes as the client asks", "[gateway][http]") {
  test_server server;
  SECTION("HTTP/1.1 with Connection: close") {
    http_client client{server.port()};
    CHECK(client.get("/", {{"Connection", "close"}}).headers.at("connection") == "close");
    CHECK_FALSE(client.read_reply());
  }
  SECTION("HTTP/1.0") {
    http_client client{server.port()};
    client.send_raw("GET / HTTP/1.0\r\n\r\n");
    CHECK(client.read_reply().value().headers.at("connection") == "close");
    CHECK_FALSE(client.read_reply());
  }
  SECTION("HTTP/1.0 with keep-alive") {
    http_client client{server.port()};
    client.send_raw("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    CHECK(client.read_reply().value().headers.at("connection") == "keep-alive");
    CHECK(client.get("/").status == 200);
  }
  SECTION("a client that ends its direction still gets its reply") {
    http_client client{server.port()};
    client.send_raw("POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 2\r\n\r\nhi");
    client.shut_sending();
    CHECK(client.read_reply().value().body == "hi");
    CHECK_FALSE(client.read_reply());
  }
}

TEST_CASE("HEAD is a GET without the body", "[gateway][http]") {
  test_server server;
  server.request_action = [](const http_request& r, const responder& respond) {
    respond({.status = 200, .content_type = "text/plain", .body = r.method, .headers = {}});
  };
  http_client client{server.port()};
  const auto reply = client.request("HEAD", "/");
  CHECK(reply.headers.at("content-length") == "3");
  CHECK(client.get("/").body == "GET");
}

TEST_CASE("a reply without content has no body and no length", "[gateway][http]") {
  test_server server;
  server.request_action = [](http_request r, const responder& respond) {
    respond({.status = r.path == "/304" ? 304U : 204U,
             .content_type = {},
             .body = "ignored",
             .headers = {}});
  };
  http_client client{server.port()};
  CHECK_FALSE(client.get("/304").headers.contains("content-length"));
  CHECK_FALSE(client.get("/204").headers.contains("content-length"));
  CHECK(client.get("/304").status == 304);
}

TEST_CASE("an answer may come later, from another thread, after the client, and again",
          "[gateway][http]") {
  test_server server;
  std::promise<responder> asked;
  server.request_action = [&](const http_request& r, const responder& respond) {
    if (r.path == "/later")
      asked.set_value(respond);
    else
      respond({});
  };
  responder respond;
  SECTION("the client waits") {
    http_client client{server.port()};
    client.send_raw("GET /later HTTP/1.1\r\nHost: t\r\n\r\nGET /next HTTP/1.1\r\nHost: t\r\n\r\n");
    respond = asked.get_future().get();
    respond({.status = 202, .content_type = {}, .body = {}, .headers = {}});
    respond({.status = 500, .content_type = {}, .body = {}, .headers = {}});
    CHECK(client.read_reply().value().status == 202);
    CHECK(client.read_reply().value().status == 200);
  }
  SECTION("the client is gone") {
    {
      http_client client{server.port()};
      client.send_raw("GET /later HTTP/1.1\r\nHost: t\r\n\r\n");
      respond = asked.get_future().get();
    }
    respond({});
    check_alive(server);
  }
  SECTION("the gateway is gone") {
    auto other = std::make_unique<test_server>();
    other->request_action = server.request_action;
    http_client client{other->port()};
    client.send_raw("GET /later HTTP/1.1\r\nHost: t\r\n\r\n");
    respond = asked.get_future().get();
    other.reset();
    respond({});
    CHECK_FALSE(client.read_reply());
  }
}

TEST_CASE("a body may be as large as its limit", "[gateway][http]") {
  test_server server;
  http_client client{server.port()};
  const std::string json(64 * kib, 'j');
  CHECK(client.request("POST", "/v1/login", {}, json).body == json);
  const std::string photo(5 * kib * kib, 'p');
  CHECK(client.request("PUT", "/v1/photos/abc", {{"Content-Type", "image/jpeg"}}, photo).body
        == photo);
}

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
  refused(listener::intake, "PUT /v1/photos/abc HTTP/1.1\r\nContent-Length: 65537\r\n\r\n", over);
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

TEST_CASE("a client that waits for 100 Continue gets it, unless its body is refused",
          "[gateway][http]") {
  test_server server;
  http_client client{server.port()};
  client.send_raw(
      "PUT /v1/photos/abc HTTP/1.1\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
  CHECK(client.read_reply().value().status == 100);
  client.send_raw("jpeg");
  CHECK(client.read_reply().value().body == "jpeg");
  client.send_raw(
      "PUT /v1/photos/abc HTTP/1.1\r\nContent-Length: 5242881\r\nExpect: 100-continue\r\n\r\n");
  CHECK(client.read_reply().value().status == 413);
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
  CHECK_FALSE(silent.read_reply());
  CHECK_FALSE(head.read_reply());
  CHECK_FALSE(body.read_reply());
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

TEST_CASE("an address that cannot be bound is named with its listener", "[gateway]") {
  test_server first;
  settings s;
  s.client.port = 0;
  s.intake.port = first.port();
  const auto taken = start(s, first, first);
  REQUIRE_FALSE(taken);
  CHECK(taken.error().code == errc::invalid);
  CHECK(taken.error().field == "intake");
  CHECK(taken.error().message.find(std::to_string(first.port())) != std::string::npos);

  s.intake.port = 0;
  s.ops.host = "not an address";
  CHECK(start(s, first, first).error().field == "ops");
}
