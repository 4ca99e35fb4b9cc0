#include "server/gateway/gateway.hpp"

#include "tests/server/gateway/test_server.hpp"
#include "tests/support/ws_client.hpp"

#include <catch2/catch.hpp>

#include <deque>
#include <thread>

using namespace palang;
using namespace palang::gateway;
using namespace std::chrono_literals;
using protocol::bit;
using protocol::topic;
using testing::ws_client;
using testing::ws_frame;

namespace {

constexpr auto all_topics = static_cast<protocol::topic_mask>(0x7F);

event_batch batch(std::int64_t first, std::int64_t count, std::size_t padding = 0,
                  topic t = topic::session) {
  auto events = std::make_shared<std::vector<encoded_event>>();
  for (auto seq = first; seq < first + count; ++seq)
    events->push_back(
        {seq, t, false, "{\"seq\":" + std::to_string(seq) + std::string(padding, ' ') + "}"});
  return events;
}

/// Every seq in a frame, which is one event or an array of them.
std::vector<std::int64_t> seqs_in(const std::string& frame) {
  std::vector<std::int64_t> seqs;
  for (auto at = frame.find("\"seq\":"); at != std::string::npos;
       at = frame.find("\"seq\":", at + 1))
    seqs.push_back(std::stoll(frame.substr(at + 6)));
  return seqs;
}

/// Reads until `last` has come; requires that nothing is missing, doubled or out of order since
/// `first`.
void require_all(ws_client& client, std::int64_t first, std::int64_t last) {
  auto expected = first;
  while (expected <= last)
    for (const auto seq : seqs_in(client.read()))
      REQUIRE(seq == expected++);
}

} // namespace

TEST_CASE("fifty subscribers receive every event in order, batched or not", "[gateway][delivery]") {
  test_server server;
  std::deque<ws_client> clients;
  for (std::size_t i = 0; i < 50; ++i) {
    clients.emplace_back(server.port());
    server->subscribe(server.wait_open(i), {.topics = all_topics, .is_batch = i % 2 == 0});
  }
  for (std::int64_t seq = 1; seq <= 1'000; seq += 10)
    server->publish(batch(seq, 10));
  for (auto& client : clients)
    require_all(client, 1, 1'000);
}

TEST_CASE("a subscription chooses topics, rights and where to start", "[gateway][delivery]") {
  test_server server;
  ws_client gates{server.port()};
  server->subscribe(server.wait_open(0), {.topics = bit(topic::gate)});
  ws_client admin{server.port()};
  server->subscribe(server.wait_open(1), {.topics = bit(topic::config), .is_admin = true});
  ws_client resumed{server.port()};
  server->subscribe(server.wait_open(2), {.topics = all_topics, .after_seq = 2});
  server->publish(std::make_shared<const std::vector<encoded_event>>(
      std::vector<encoded_event>{{1, topic::gate, false, "one"},
                                 {2, topic::session, false, "two"},
                                 {3, topic::config, true, "three"},
                                 {4, topic::gate, false, "four"}}));
  CHECK(gates.read() == "one");
  CHECK(gates.read() == "four");
  CHECK(admin.read() == "three");
  CHECK(resumed.read() == "four");
}

TEST_CASE("answers and events reach a client in the order in which they were given",
          "[gateway][delivery]") {
  test_server server;
  ws_client client{server.port()};
  const auto id = server.wait_open();
  for (std::int64_t seq = 1; seq <= 500; ++seq) {
    server->send(id, "before " + std::to_string(seq));
    if (seq == 1)
      server->subscribe(id, {.topics = all_topics, .is_batch = true});
    server->publish(batch(seq, 1));
  }
  for (std::int64_t seq = 1; seq <= 500; ++seq) {
    REQUIRE(client.read() == "before " + std::to_string(seq));
    REQUIRE(seqs_in(client.read()) == std::vector{seq});
  }
}

TEST_CASE("a broadcast reaches those who said hello, whatever their topics",
          "[gateway][delivery]") {
  test_server server;
  ws_client greeted{server.port()};
  const auto id = server.wait_open(0);
  ws_client stranger{server.port()};
  const auto strangers_id = server.wait_open(1);
  server->mark_greeted(id);
  server->broadcast("status");
  server->send(strangers_id, "other");
  CHECK(greeted.read() == "status");
  CHECK(stranger.read() == "other");
}

TEST_CASE("pings are answered in the midst of a flood, and no frame is torn",
          "[gateway][delivery]") {
  test_server server;
  ws_client client{server.port(), {.stream = {.receive_buffer_bytes = 8 * 1024}}};
  const auto id = server.wait_open();
  server->subscribe(id, {.topics = all_topics, .is_batch = true});
  constexpr std::int64_t events = 5'000;
  std::thread flood{[&] {
    for (std::int64_t seq = 1; seq <= events; seq += 5) {
      server->publish(batch(seq, 5, 200));
      if (seq % 500 == 1)
        std::this_thread::yield();
    }
  }};
  std::int64_t expected = 1;
  int pings = 0;
  int pongs = 0;
  while (expected <= events || pongs < pings) {
    if (pings < 100 && expected % 3 != 0)
      client.send_frame({ws_frame::ping, std::to_string(pings++)});
    const auto frame = client.read_frame();
    if (!frame) {
      flood.join();
      FAIL("the link ended");
    }
    if (frame->opcode == ws_frame::pong)
      CHECK(frame->payload == std::to_string(pongs++));
    for (const auto seq : seqs_in(frame->payload))
      if (seq == expected)
        ++expected;
  }
  flood.join();
  CHECK(expected == events + 1);
  CHECK(pongs == pings);
  CHECK(pings > 0);
}

TEST_CASE("on_drained is told once for each notify, after all has left", "[gateway][delivery]") {
  test_server server;
  ws_client client{server.port()};
  const auto id = server.wait_open();
  server->notify_drained(id);
  CHECK(server.wait_drained(id) == 1);

  ws_client slow{server.port(), {.stream = {.receive_buffer_bytes = 4 * 1024}}};
  const auto slow_id = server.wait_open(1);
  server->send(slow_id, std::string(3'000'000, 'x'));
  server->notify_drained(slow_id);
  server->send(id, "meanwhile");
  CHECK(client.read() == "meanwhile");
  CHECK(slow.read().size() == 3'000'000);
  CHECK(server.wait_drained(slow_id) == 1);
}

TEST_CASE("a reader that has stopped is closed 4503 when 8 MiB wait, and the others lose nothing",
          "[gateway][delivery]") {
  test_server server;
  ws_client stopped{server.port(), {.stream = {.receive_buffer_bytes = 4 * 1024}}};
  const auto stopped_id = server.wait_open(0);
  server->subscribe(stopped_id, {.topics = all_topics, .is_batch = true});
  ws_client reader{server.port()};
  server->subscribe(server.wait_open(1), {.topics = all_topics, .is_batch = true});
  std::int64_t seq = 1;
  for (int i = 0; i < 160; ++i, seq += 16) {
    server->publish(batch(seq, 16, 4'000));
    require_all(reader, seq, seq + 15);
  }
  CHECK(server.wait_close(stopped_id) == 4503);
  std::int64_t expected = 1;
  std::uint16_t code = 0;
  while (const auto frame = stopped.read_frame()) {
    if (frame->opcode == ws_frame::close)
      code = frame->close_code();
    for (const auto got : seqs_in(frame->payload))
      if (frame->opcode == ws_frame::text)
        REQUIRE(got == expected++);
  }
  CHECK(code == 4503);
  CHECK(expected < seq);
}

TEST_CASE("a reader of whose queue nothing went out is closed 4503", "[gateway][delivery]") {
  settings s;
  s.waits.stall = 300ms;
  test_server server{s};
  ws_client stopped{server.port(), {.stream = {.receive_buffer_bytes = 4 * 1024}}};
  const auto id = server.wait_open();
  server->send(id, std::string(2'000'000, 'x'));
  CHECK(server.wait_close(id) == 4503);
}

TEST_CASE("the server pings, and drops whoever is silent", "[gateway][delivery]") {
  settings s;
  s.waits.ping = 200ms;
  s.waits.silence = 900ms;
  test_server server{s};
  ws_client silent{server.port()};
  const auto id = server.wait_open(0);
  ws_client alive{server.port()};
  const auto frame = silent.read_frame();
  REQUIRE(frame);
  CHECK(frame->opcode == ws_frame::ping);
  while (const auto ping = alive.read_frame()) {
    REQUIRE(ping->opcode == ws_frame::ping);
    if (server->connection_count() == 1)
      break;
    alive.send_frame({ws_frame::pong, ping->payload});
  }
  CHECK(server.wait_close(id) == 1006);
  alive.send("still here");
  CHECK(alive.read() == "still here");
}

TEST_CASE("who speaks too fast is told busy once, and closed when it goes on",
          "[gateway][delivery]") {
  settings s;
  s.messages_per_second = 10;
  s.message_burst = 20;
  test_server server{s};
  ws_client client{server.port()};
  for (int i = 0; i < 60; ++i)
    client.send(std::to_string(i));
  int echoed = 0;
  int busy = 0;
  std::uint16_t code = 0;
  while (const auto frame = client.read_frame()) {
    if (frame->opcode == ws_frame::close)
      code = frame->close_code();
    else if (frame->payload.find(R"("code":"busy")") != std::string::npos)
      busy += frame->payload.find(R"("retry_after_ms":1000)") != std::string::npos ? 1 : 100;
    else
      ++echoed;
    if (code != 0)
      break;
  }
  CHECK(echoed >= 20);
  CHECK(echoed <= 30);
  CHECK(busy == 1);
  CHECK(code == 4429);
}

TEST_CASE("a flood of pings is a flood too", "[gateway][delivery]") {
  settings s;
  s.messages_per_second = 10;
  s.message_burst = 20;
  test_server server{s};
  ws_client client{server.port()};
  for (int i = 0; i < 60; ++i)
    client.send_frame({ws_frame::ping, ""});
  CHECK(client.read_close() == 4429);
}
