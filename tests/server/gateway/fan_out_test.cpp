#include "server/gateway/fan_out.hpp"

#include "shared/protocol/limits.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <string_view>

using namespace palang;
using namespace palang::gateway;
using protocol::bit;
using protocol::topic;

namespace {

struct receiver final : subscriber {
  void push(const shared_block& frames) override {
    blocks.push_back(frames);
    queue.push(frames);
    bytes += frames->bytes;
  }
  std::vector<shared_block> blocks;
  write_queue queue;
  std::string bytes;
};

encoded_event event(std::int64_t seq, topic t = topic::session, bool is_admin_only = false) {
  return {seq, t, is_admin_only, "{\"seq\":" + std::to_string(seq) + "}"};
}

event_batch batch(std::vector<encoded_event> events) {
  return std::make_shared<const std::vector<encoded_event>>(std::move(events));
}

void publish(fan_out& fans, std::vector<encoded_event> events) {
  const std::vector one{batch(std::move(events))};
  fans.publish(one);
}

constexpr auto all_topics = static_cast<protocol::topic_mask>(0x7F);

/// The payloads of the frames that `r` received.
std::vector<std::string> texts(const receiver& r) {
  std::vector<std::string> found;
  for (std::string_view rest = r.bytes; !rest.empty();) {
    REQUIRE(rest[0] == '\x81');
    std::size_t size = static_cast<unsigned char>(rest[1]);
    const std::size_t length_bytes = size == 126 ? 2 : size == 127 ? 8 : 0;
    if (length_bytes > 0)
      size = 0;
    for (const char c : rest.substr(2, length_bytes))
      size = size << 8U | static_cast<unsigned char>(c);
    found.emplace_back(rest.substr(2 + length_bytes, size));
    rest.remove_prefix(2 + length_bytes + size);
  }
  return found;
}

} // namespace

TEST_CASE("without batching each event is a frame of its own", "[gateway][fan-out]") {
  fan_out fans;
  receiver r;
  fans.subscribe(r, {.topics = all_topics});
  publish(fans, {event(1), event(2)});
  CHECK(texts(r) == std::vector<std::string>{R"({"seq":1})", R"({"seq":2})"});
  CHECK(r.blocks.size() == 1);
}

TEST_CASE("with batching several events are an array and one is an object", "[gateway][fan-out]") {
  fan_out fans;
  receiver r;
  fans.subscribe(r, {.topics = all_topics, .is_batch = true});
  publish(fans, {event(1), event(2), event(3)});
  publish(fans, {event(4)});
  CHECK(texts(r) == std::vector<std::string>{R"([{"seq":1},{"seq":2},{"seq":3}])", R"({"seq":4})"});
}

TEST_CASE("batches that are published together go out together", "[gateway][fan-out]") {
  fan_out fans;
  receiver r;
  fans.subscribe(r, {.topics = all_topics, .is_batch = true});
  const std::vector two{batch({event(1)}), batch({event(2), event(3)})};
  fans.publish(two);
  CHECK(texts(r) == std::vector<std::string>{R"([{"seq":1},{"seq":2},{"seq":3}])"});
}

TEST_CASE("an array never outgrows the largest frame, an event that does goes alone",
          "[gateway][fan-out]") {
  constexpr auto largest = protocol::limits::max_frame_bytes;
  fan_out fans;
  receiver r;
  fans.subscribe(r, {.topics = all_topics, .is_batch = true});
  const auto sized = [](std::int64_t seq, std::size_t bytes) {
    return encoded_event{seq, topic::session, false,
                         std::string(bytes, static_cast<char>('0' + seq))};
  };
  publish(fans, {sized(1, largest / 2 - 1), sized(2, largest / 2 - 2), sized(3, 1),
                 sized(4, largest + 1), sized(5, 1)});
  const auto frames = texts(r);
  REQUIRE(frames.size() == 4);
  CHECK(frames[0].size() == largest); // Two events, two brackets, one comma.
  CHECK(frames[1] == "3");
  CHECK(frames[2].size() == largest + 1);
  CHECK(frames[3] == "5");
}

TEST_CASE("a subscriber gets the topics that it asked for", "[gateway][fan-out]") {
  fan_out fans;
  receiver gates;
  receiver nothing;
  fans.subscribe(gates, {.topics = bit(topic::gate)});
  fans.subscribe(nothing, {.topics = bit(topic::lock)});
  publish(fans, {event(1, topic::session), event(2, topic::gate), event(3, topic::alert)});
  CHECK(texts(gates) == std::vector<std::string>{R"({"seq":2})"});
  CHECK(nothing.bytes.empty());
}

TEST_CASE("events for admins reach admins only", "[gateway][fan-out]") {
  fan_out fans;
  receiver admin;
  receiver other;
  fans.subscribe(admin, {.topics = bit(topic::config), .is_admin = true});
  fans.subscribe(other, {.topics = bit(topic::config)});
  publish(fans, {event(1, topic::config), event(2, topic::config, true)});
  CHECK(texts(admin).size() == 2);
  CHECK(texts(other) == std::vector<std::string>{R"({"seq":1})"});
}

TEST_CASE("what a subscriber has from its replay is not sent again", "[gateway][fan-out]") {
  fan_out fans;
  receiver before;
  receiver edge;
  receiver inside;
  receiver behind;
  fans.subscribe(before, {.topics = all_topics, .is_batch = true, .after_seq = 9});
  fans.subscribe(edge, {.topics = all_topics, .is_batch = true, .after_seq = 10});
  fans.subscribe(inside, {.topics = all_topics, .is_batch = true, .after_seq = 11});
  fans.subscribe(behind, {.topics = all_topics, .is_batch = true, .after_seq = 12});
  publish(fans, {event(10), event(11), event(12)});
  publish(fans, {event(13)});
  CHECK(texts(before)
        == std::vector<std::string>{R"([{"seq":10},{"seq":11},{"seq":12}])", R"({"seq":13})"});
  CHECK(texts(edge) == std::vector<std::string>{R"([{"seq":11},{"seq":12}])", R"({"seq":13})"});
  CHECK(texts(inside) == std::vector<std::string>{R"({"seq":12})", R"({"seq":13})"});
  CHECK(texts(behind) == std::vector<std::string>{R"({"seq":13})"});
}

TEST_CASE("subscribers of one shape share the bytes, and consecutive blocks are linked",
          "[gateway][fan-out]") {
  fan_out fans;
  receiver one;
  receiver two;
  fans.subscribe(one, {.topics = all_topics});
  fans.subscribe(two, {.topics = all_topics});
  publish(fans, {event(1)});
  publish(fans, {event(2)});
  REQUIRE(one.blocks.size() == 2);
  CHECK(one.blocks == two.blocks);
  CHECK(one.blocks[0]->next == one.blocks[1]);
}

TEST_CASE("one who has stopped reading costs one pointer, however much is published",
          "[gateway][fan-out]") {
  fan_out fans;
  receiver stopped;
  fans.subscribe(stopped, {.topics = bit(topic::session), .is_batch = true});
  for (std::int64_t seq = 1; seq <= 1'000; ++seq)
    publish(fans, {event(seq), event(seq, topic::lock)});
  publish(fans, {event(1'001, topic::lock)});
  publish(fans, {event(1'002)});
  CHECK(stopped.queue.runs() == 1);
  CHECK(stopped.queue.bytes() == stopped.bytes.size());
}

TEST_CASE("a new subscription replaces the old one, and after unsubscribing nothing comes",
          "[gateway][fan-out]") {
  fan_out fans;
  std::array<receiver, 4> rs;
  for (auto& r : rs)
    fans.subscribe(r, {.topics = bit(topic::session)});
  fans.subscribe(rs[0], {.topics = bit(topic::gate)});
  fans.unsubscribe(rs[1]);
  fans.unsubscribe(rs[1]);
  publish(fans, {event(1, topic::session), event(2, topic::gate)});
  CHECK(texts(rs[0]) == std::vector<std::string>{R"({"seq":2})"});
  CHECK(rs[1].bytes.empty());
  CHECK(texts(rs[2]) == std::vector<std::string>{R"({"seq":1})"});
  CHECK(texts(rs[3]) == std::vector<std::string>{R"({"seq":1})"});
  for (auto& r : rs)
    fans.unsubscribe(r);
  publish(fans, {event(3)});
  CHECK(texts(rs[2]).size() == 1);
}
