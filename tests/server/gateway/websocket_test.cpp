#include "server/gateway/gateway.hpp"

#include "tests/server/gateway/test_server.hpp"
#include "tests/support/http_client.hpp"
#include "tests/support/ws_client.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::gateway;
using testing::ws_client;
using testing::ws_frame;

TEST_CASE("a text comes back as it went, at every length that changes the frame's header",
          "[gateway][websocket]") {
  test_server server;
  ws_client client{server.port()};
  for (const std::size_t size : {0U, 1U, 125U, 126U, 127U, 65'535U, 65'536U}) {
    CAPTURE(size);
    std::string text(size, 'a');
    if (size > 2)
      text[size / 2] = 'b';
    client.send(text);
    REQUIRE(client.read() == text);
  }
}

TEST_CASE("a text that comes in fragments is one text", "[gateway][websocket]") {
  test_server server;
  ws_client client{server.port()};
  client.send_frame({ws_frame::text, "one ", false});
  client.send_frame({ws_frame::ping, "between"});
  client.send_frame({ws_frame::continuation, "two", true});
  const auto pong = client.read_frame();
  REQUIRE(pong);
  CHECK(pong->opcode == ws_frame::pong);
  CHECK(pong->payload == "between");
  CHECK(client.read() == "one two");
}

TEST_CASE("a text over 64 KiB closes 1009", "[gateway][websocket]") {
  test_server server;
  ws_client client{server.port()};
  client.send(std::string(65'537, 'a'));
  CHECK(client.read_close() == 1009);
  CHECK(server.wait_close(server.wait_open()) == 1009);
}

TEST_CASE("a binary frame closes 1003", "[gateway][websocket]") {
  test_server server;
  ws_client client{server.port()};
  client.send_frame({ws_frame::binary, "bytes"});
  CHECK(client.read_close() == 1003);
  CHECK(server.wait_close(server.wait_open()) == 1003);
  CHECK(client.is_ended());
}

TEST_CASE("a text that is not UTF-8 closes 1007", "[gateway][websocket]") {
  test_server server;
  ws_client client{server.port()};
  client.send("\xC3\x28");
  CHECK(client.read_close() == 1007);
  CHECK(server.wait_close(server.wait_open()) == 1007);
}

TEST_CASE("a frame that breaks the protocol closes 1002", "[gateway][websocket]") {
  test_server server;
  ws_client client{server.port()};
  client.send_raw("\xFF\x80\x01\x02\x03\x04"); // Reserved bits and an unknown opcode.
  CHECK(client.read_close() == 1002);
  CHECK(server.wait_close(server.wait_open()) == 1002);
}

TEST_CASE("the peer's close is answered with its code and told once", "[gateway][websocket]") {
  test_server server;
  ws_client client{server.port()};
  client.send_close(1000);
  CHECK(client.read_close() == 1000);
  CHECK(client.is_ended());
  CHECK(server.wait_close(server.wait_open()) == 1000);
  CHECK(server->connection_count() == 0);
}

TEST_CASE("a link that breaks is told as 1006", "[gateway][websocket]") {
  test_server server;
  connection_id id = 0;
  {
    ws_client client{server.port()};
    id = server.wait_open();
    CHECK(server->connection_count() == 1);
  }
  CHECK(server.wait_close(id) == 1006);
}

TEST_CASE("a thousand texts are answered in order", "[gateway][websocket]") {
  test_server server;
  ws_client client{server.port()};
  for (int i = 0; i < 1'000; ++i)
    client.send("text " + std::to_string(i));
  for (int i = 0; i < 1'000; ++i)
    REQUIRE(client.read() == "text " + std::to_string(i));
}

TEST_CASE("two clients never get each other's texts", "[gateway][websocket]") {
  test_server server;
  ws_client one{server.port()};
  ws_client two{server.port()};
  for (int i = 0; i < 200; ++i) {
    one.send("one " + std::to_string(i));
    two.send("two " + std::to_string(i));
  }
  for (int i = 0; i < 200; ++i) {
    REQUIRE(one.read() == "one " + std::to_string(i));
    REQUIRE(two.read() == "two " + std::to_string(i));
  }
}

TEST_CASE("an upgrade needs the path and the subprotocol", "[gateway][websocket]") {
  test_server server;
  CHECK_THROWS_WITH(ws_client(server.port(), {.subprotocol = ""}), Catch::Contains("400"));
  CHECK_THROWS_WITH(ws_client(server.port(), {.subprotocol = "chat, other"}),
                    Catch::Contains("400"));
  CHECK_THROWS_WITH(ws_client(server.port(), {.path = "/v2"}), Catch::Contains("200"));
  CHECK_THROWS_WITH(ws_client(server.port(listener::ops), {}), Catch::Contains("200"));
  ws_client among_others{server.port(),
                         {.path = "/v1?from=test", .subprotocol = "chat, palang.v1"}};
  among_others.send("hello");
  CHECK(among_others.read() == "hello");

  testing::http_client plain{server.port()};
  const auto reply = plain.get("/v1");
  CHECK(reply.status == 426);
  CHECK(reply.headers.at("upgrade") == "websocket");
  CHECK(reply.body.find(R"("code":"upgrade_required")") != std::string::npos);
}

TEST_CASE("closing sends what was queued first, then the close frame", "[gateway][websocket]") {
  test_server server;
  ws_client client{server.port()};
  const auto id = server.wait_open();
  for (int i = 0; i < 100; ++i)
    server->send(id, "last words " + std::to_string(i));
  server->close(id, 4401, "log in again");
  server->send(id, "too late");
  for (int i = 0; i < 100; ++i)
    REQUIRE(client.read() == "last words " + std::to_string(i));
  const auto frame = client.read_frame();
  REQUIRE(frame);
  CHECK(frame->opcode == ws_frame::close);
  CHECK(frame->close_code() == 4401);
  CHECK(frame->payload.substr(2) == "log in again");
  CHECK(server.wait_close(id) == 4401);
}
