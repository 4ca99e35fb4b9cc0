#include "server/gateway/gateway.hpp"

#include "tests/server/gateway/test_server.hpp"
#include "tests/support/http_client.hpp"

#include <catch2/catch.hpp>

#include <future>

using namespace palang;
using namespace palang::gateway;
using namespace std::chrono_literals;
using testing::http_client;

namespace {

constexpr std::size_t kib = 1024;

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
