// The plain values that the actors are made of.
#include "server/actors/answer_queue.hpp"
#include "server/actors/event_ring.hpp"
#include "server/actors/hasher.hpp"
#include "server/actors/lock_out.hpp"
#include "server/actors/token_cache.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace std::chrono_literals;

namespace {

protocol::server_message pong(std::int64_t n) {
  return protocol::pong{n, true, {}, 0};
}

actors::encoded_event event(std::int64_t seq, std::size_t bytes = 10) {
  return {seq, protocol::topic::session, false, std::string(bytes, 'x')};
}

} // namespace

TEST_CASE("answers leave in the order of the questions", "[actors]") {
  actors::answer_queue queue;
  const auto first = queue.ask();
  const auto second = queue.ask();
  const auto third = queue.ask();
  CHECK(queue.answer(third, pong(3)).empty());
  CHECK(queue.answer(first, pong(1)).size() == 1);
  const auto rest = queue.answer(second, pong(2));
  REQUIRE(rest.size() == 2);
  CHECK(std::get<protocol::pong>(rest[0]).n == 2);
  CHECK(std::get<protocol::pong>(rest[1]).n == 3);
  CHECK(queue.size() == 0);
}

TEST_CASE("a ring keeps the newest events within both its limits", "[actors]") {
  actors::event_ring ring;
  ring.limit(3, 100);
  ring.restart_after(6);
  CHECK(ring.oldest_seq() == 7);
  CHECK(ring.covers_after(6));
  for (std::int64_t seq = 7; seq <= 10; ++seq)
    ring.push(event(seq));
  CHECK(ring.oldest_seq() == 8);
  CHECK(ring.newest_seq() == 10);
  CHECK(ring.at(8).seq == 8);
  CHECK(ring.covers_after(7));
  CHECK_FALSE(ring.covers_after(6));
  ring.push(event(11, 95));
  CHECK(ring.oldest_seq() == 11);
  ring.push(event(12, 500));
  CHECK(ring.oldest_seq() == 12);
  CHECK(ring.bytes() == 500);
}

TEST_CASE("a lock-out lasts until the oldest failure leaves the window", "[actors]") {
  actors::lock_out names{2};
  CHECK_FALSE(names.wait_for("budi", 0ms));
  names.failed("budi", 0ms);
  names.failed("budi", 20s);
  CHECK(names.wait_for("budi", 20s) == 40s);
  CHECK(names.wait_for("budi", 59'500ms) == 1s);
  CHECK_FALSE(names.wait_for("budi", 60s));
  CHECK_FALSE(names.wait_for("sari", 20s));
  names.failed("budi", 61s);
  CHECK(names.wait_for("budi", 61s));
  names.succeeded("budi");
  CHECK_FALSE(names.wait_for("budi", 61s));
}

TEST_CASE("a lock-out forgets names that were quiet", "[actors]") {
  actors::lock_out names{2};
  for (int i = 0; i < 100; ++i)
    names.failed("name" + std::to_string(i), 0ms);
  names.failed("late", 3min);
  CHECK(names.size() == 1);
}

TEST_CASE("a token cache is bounded in number and in time", "[actors]") {
  actors::token_cache tokens{2, 1min};
  tokens.put("a", {}, 0ms);
  tokens.put("b", {}, 0ms);
  tokens.put("c", {}, 0ms);
  CHECK(tokens.size() == 2);
  CHECK(tokens.find("c", 59s) != nullptr);
  CHECK(tokens.find("c", 60s) == nullptr);
  tokens.forget("c");
  CHECK(tokens.find("c", 0ms) == nullptr);
}

TEST_CASE("password hashes are libsodium's own form", "[actors]") {
  const uuid salt = make_uuid_v7(from_ms(1));
  const auto hash = actors::hash_of("a long password", salt);
  REQUIRE(hash);
  CHECK(actors::is_password("a long password", *hash));
  CHECK_FALSE(actors::is_password("a long passwore", *hash));
  CHECK_FALSE(actors::is_password("a long password", ""));
  CHECK_FALSE(actors::is_password("", "not a hash"));
  CHECK(*hash == *actors::hash_of("a long password", salt));
  CHECK(*hash != *actors::hash_of("a long password", make_uuid_v7(from_ms(2))));
}
