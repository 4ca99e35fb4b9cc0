#include "server/gateway/gateway.hpp"

#include "tests/server/gateway/test_server.hpp"
#include "tests/support/http_client.hpp"
#include "tests/support/ws_client.hpp"

#include <catch2/catch.hpp>

#include <deque>
#include <future>

using namespace palang;
using namespace palang::gateway;
using namespace std::chrono_literals;
using testing::http_client;
using testing::ws_client;

TEST_CASE("stopping closes everyone 1001, after what was queued", "[gateway][stop]") {
  test_server server;
  std::deque<ws_client> clients;
  for (std::size_t i = 0; i < 20; ++i) {
    clients.emplace_back(server.port());
    const auto id = server.wait_open(i);
    for (int n = 0; n < 10; ++n)
      server->send(id, "queued " + std::to_string(n));
  }
  auto stopped = std::async(std::launch::async, [&] { server->stop(10s); });
  for (auto& client : clients) {
    for (int n = 0; n < 10; ++n)
      REQUIRE(client.read() == "queued " + std::to_string(n));
    REQUIRE(client.read_close() == 1001);
    REQUIRE(client.is_ended());
  }
  CHECK(stopped.wait_for(5s) == std::future_status::ready);
  CHECK(server->connection_count() == 0);
  CHECK(server.wait_close(server.wait_open(7)) == 1001);
  CHECK(server.closed_once_each());
  CHECK_THROWS(http_client(server.port()));
}

TEST_CASE("a large queue is flushed before the close", "[gateway][stop]") {
  test_server server;
  ws_client client{server.port(), {.stream = {.receive_buffer_bytes = 4 * 1024}}};
  server->send(server.wait_open(), std::string(4'000'000, 'x'));
  auto stopped = std::async(std::launch::async, [&] { server->stop(10s); });
  CHECK(client.read().size() == 4'000'000);
  CHECK(client.read_close() == 1001);
}

TEST_CASE("who does not answer is cut at the deadline", "[gateway][stop]") {
  test_server server;
  ws_client deaf{server.port(), {.stream = {.receive_buffer_bytes = 4 * 1024}}};
  const auto id = server.wait_open();
  server->send(id, std::string(4'000'000, 'x'));
  const auto from = std::chrono::steady_clock::now();
  server->stop(300ms);
  CHECK(std::chrono::steady_clock::now() - from < 5s);
  CHECK(server.wait_close(id) == 1001);
}

TEST_CASE("a request that is being answered gets its answer, a new one does not begin",
          "[gateway][stop]") {
  test_server server;
  std::promise<responder> asked;
  server.request_action = [&](const http_request&, responder respond) {
    asked.set_value(std::move(respond));
  };
  http_client busy{server.port()};
  http_client idle{server.port()};
  http_client half{server.port(listener::ops)};
  half.send_raw("GET / HTTP/1.1\r\nHost: ");
  busy.send_raw("GET / HTTP/1.1\r\nHost: t\r\n\r\n");
  const auto respond = asked.get_future().get();
  auto stopped = std::async(std::launch::async, [&] { server->stop(10s); });
  CHECK_FALSE(idle.read_reply());
  half.send_raw("t\r\n\r\n");
  const auto refused = half.read_reply();
  REQUIRE(refused);
  CHECK(refused->status == 503);
  CHECK(refused->body.find("shutting_down") != std::string::npos);
  respond({.status = 200, .content_type = "text/plain", .body = "done", .headers = {}});
  const auto reply = busy.read_reply();
  REQUIRE(reply);
  CHECK(reply->body == "done");
  CHECK(reply->headers.at("connection") == "close");
}

TEST_CASE("after a stop every call is ignored", "[gateway][stop]") {
  test_server server;
  server->stop(1s);
  server->stop(1s);
  server->send(1, "nobody");
  server->publish(std::make_shared<const std::vector<encoded_event>>());
  server->close(1, 1000, "");
  CHECK(server->connection_count() == 0);
}
