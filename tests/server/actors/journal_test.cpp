#include "server/actors/journal.hpp"

#include "tests/server/actors/actor_world.hpp"

#include <catch2/catch.hpp>

#include <numeric>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;

namespace {

constexpr actors::journal_sizes small{.ring_events = 4,
                                      .ring_bytes = 1 << 20,
                                      .page_events = 2,
                                      .page_bytes = 1 << 20,
                                      .load_page_events = 3};

std::vector<std::int64_t> numbers(std::int64_t first, std::int64_t last) {
  std::vector<std::int64_t> all(static_cast<std::size_t>(last - first + 1));
  std::iota(all.begin(), all.end(), first);
  return all;
}

void append(actor_world& world, int count) {
  for (int i = 0; i < count; ++i)
    world.ledger.append();
}

protocol::resume_point from(const actor_world& world, std::int64_t seq) {
  return {world.ledger.epoch, seq};
}

/// Another client's entries, committed while somebody else resumes.
void submit(actor_world& world, actors::connection_id by, int count) {
  for (int i = 0; i < count; ++i)
    world.receive(by, actor_world::make_submit());
}

/// Drains links until nobody asks for it any more.
void settle(actor_world& world) {
  world.run();
  for (int i = 0; i < 200; ++i) {
    world.drain_links();
    world.run();
  }
}

} // namespace

TEST_CASE("a resume from the memory brings what was missed and then what happens",
          "[actors][journal]") {
  actor_world world{small};
  append(world, 9);
  world.run();
  const auto worker = world.greet(world.make_token());
  const auto back = world.greet(world.make_token(), from(world, 6));
  CHECK(world.network.last<protocol::welcome>(back)->is_resumed);
  settle(world);
  submit(world, worker, 2);
  settle(world);
  CHECK(world.network.links[back].events == numbers(7, 11));
}

TEST_CASE("a resume from before the memory reads the table", "[actors][journal]") {
  actor_world world{small};
  append(world, 9);
  world.run();
  const auto back = world.greet(world.make_token(), from(world, 0));
  settle(world);
  CHECK(world.network.links[back].events == numbers(1, 9));
  CHECK(world.network.links[back].live);
}

TEST_CASE("a replay waits for the client after each page", "[actors][journal]") {
  actor_world world{small};
  append(world, 9);
  world.run();
  const auto back = world.greet(world.make_token(), from(world, 0));
  CHECK(world.network.links[back].events == numbers(1, 2));
  world.pass(10s);
  CHECK(world.network.links[back].events == numbers(1, 2));
  world.drain_links();
  world.run();
  CHECK(world.network.links[back].events == numbers(1, 4));
}

TEST_CASE("no interleaving of replay, commits and drains gives a gap or a repeat",
          "[actors][journal]") {
  const auto seed = GENERATE(range(0U, 400U));
  INFO("seed " << seed);
  std::mt19937_64 random{seed};
  actor_world world{small};
  append(world, 9);
  world.run();
  const auto worker = world.greet(world.make_token());
  const auto start = static_cast<std::int64_t>(random() % 10);
  const auto token = world.make_token();
  const auto back = world.open();
  protocol::hello h;
  h.token = token;
  h.topics = {"session"};
  h.resume = from(world, start);
  world.receive(back, h);
  // Commits, foreign commits and drains fall anywhere between the actors' steps.
  auto& jobs = world.scheduler().jobs;
  for (int steps = 0; steps < 400; ++steps) {
    switch (random() % 12) {
    case 0:
      submit(world, worker, 1);
      break;
    case 1:
      world.drain_links();
      break;
    case 2:
      if (random() % 4 == 0)
        world.ledger.append();
      break;
    default:
      if (jobs.empty())
        break;
      std::rotate(jobs.begin(), jobs.begin() + static_cast<std::ptrdiff_t>(random() % jobs.size()),
                  jobs.end());
      world.scheduler().run_once();
    }
  }
  settle(world);
  world.pass(2s);
  settle(world);
  CHECK(world.network.links[back].events == numbers(start + 1, world.ledger.newest_seq()));
  CHECK(world.network.published == numbers(10, world.ledger.newest_seq()));
}

TEST_CASE("every order of a short replay beside two commits is gapless", "[actors][journal]") {
  // Depth-first over all choices of which actor moves next: `path` holds the choice made at each
  // step.
  constexpr actors::journal_sizes tiny{.ring_events = 1,
                                       .ring_bytes = 1 << 20,
                                       .page_events = 1,
                                       .page_bytes = 1 << 20,
                                       .load_page_events = 8};
  std::vector<std::size_t> path;
  int runs = 0;
  do {
    actor_world world{tiny};
    append(world, 2);
    world.run();
    const auto back = world.greet(world.make_token());
    world.network.links[back] = {};
    auto& jobs = world.scheduler().jobs;
    // From here on by hand: one page of the table, one of the memory, and two commits beside them.
    const auto& at = world.at();
    const auto serve = [&](std::int64_t after) {
      world.tell(at.journal,
                 actors::serve_page{back, {protocol::bit(protocol::topic::session)}, after});
    };
    const auto commit = [&] {
      const auto e = world.ledger.append();
      world.tell(at.journal, actors::committed_events{
                                 std::make_shared<const std::vector<protocol::event>>(1, e), {}});
    };
    const std::vector<std::function<void()>> outside{[&] { serve(0); }, commit, [&] { serve(1); },
                                                     commit};
    std::size_t next_outside = 0;
    std::size_t depth = 0;
    std::vector<std::size_t> widths;
    while (true) {
      const auto width = jobs.size() + (next_outside < outside.size() ? 1 : 0);
      if (width == 0)
        break;
      if (path.size() == depth)
        path.push_back(0);
      widths.push_back(width);
      const auto choice = path[depth++];
      if (choice < jobs.size()) {
        std::rotate(jobs.begin(), jobs.begin() + static_cast<std::ptrdiff_t>(choice), jobs.end());
        world.scheduler().run_once();
      } else {
        outside[next_outside++]();
      }
    }
    // Whatever was live: nothing twice, nothing out of order, and what is live now continues what
    // was sent.
    const auto& events = world.network.links[back].events;
    INFO("run " << runs);
    CHECK(world.network.published == numbers(3, 4));
    if (world.network.links[back].live) {
      const auto after = world.network.links[back].after_seq;
      std::vector<std::int64_t> live;
      for (const auto seq : world.network.published)
        if (seq > after)
          live.push_back(seq);
      REQUIRE(events.size() >= live.size());
      CHECK(std::equal(live.rbegin(), live.rend(), events.rbegin()));
    }
    ++runs;
    path.resize(depth);
    while (!path.empty() && path.back() + 1 >= widths[path.size() - 1])
      path.pop_back();
    if (!path.empty())
      ++path.back();
  } while (!path.empty() && runs < 3000);
  CHECK(runs > 10);
}

TEST_CASE("what another process commits is published within a moment", "[actors][journal]") {
  actor_world world{small};
  world.run();
  append(world, 5);
  world.pass(2s);
  CHECK(world.network.published == numbers(1, 5));
}

TEST_CASE("a journal that fails is started again and has lost nothing", "[actors][journal]") {
  actor_world world{small};
  append(world, 3);
  world.run();
  const auto worker = world.greet(world.make_token());
  const auto watcher = world.greet(world.make_token());
  world.network.failing_publishes = 1;
  submit(world, worker, 1);
  world.run();
  CHECK(world.network.published.empty());
  submit(world, worker, 1);
  world.pass(2s);
  CHECK(world.network.published == numbers(4, 5));
  CHECK(world.network.links[watcher].events == numbers(4, 5));
}

TEST_CASE("a replay goes on without a gap while the journal is started again",
          "[actors][journal]") {
  actor_world world{small};
  append(world, 9);
  world.run();
  const auto worker = world.greet(world.make_token());
  const auto back = world.greet(world.make_token(), from(world, 0));
  CHECK(world.network.links[back].events == numbers(1, 2));
  world.network.failing_publishes = 1;
  submit(world, worker, 1);
  world.run();
  // The client has read its page just when the new journal has not read anything yet.
  world.hold("store-reader");
  world.pass(100ms);
  world.drain_links();
  world.pass(1s);
  CHECK_FALSE(world.network.links[back].live);
  world.release();
  world.pass(2s);
  settle(world);
  submit(world, worker, 1);
  settle(world);
  CHECK(world.network.links[back].events == numbers(1, 11));
}

TEST_CASE("events go to those who asked for their topic, device events to admins only",
          "[actors][journal]") {
  actor_world world{small};
  world.run();
  const auto admin = world.greet(world.make_token(protocol::role::admin), {}, {"config"});
  const auto attendant = world.greet(world.make_token(), {}, {"config"});
  const auto other = world.greet(world.make_token(), {}, {"session"});
  world.ledger.append(protocol::topic::config, "config.changed");
  world.ledger.append(protocol::topic::config, "device.pending");
  world.pass(2s);
  CHECK(world.network.links[admin].events == numbers(1, 2));
  CHECK(world.network.links[attendant].events == numbers(1, 1));
  CHECK(world.network.links[other].events.empty());
}

TEST_CASE("a journal that cannot be read at the start is loaded when it can", "[actors][journal]") {
  actor_world world{small};
  world.ledger.is_down = true;
  append(world, 2);
  world.run();
  const auto early = world.ask<actors::position_result>(world.at().journal, actors::ask_position{});
  REQUIRE(early);
  CHECK_FALSE(*early);
  world.ledger.is_down = false;
  world.pass(2s);
  const auto late = world.ask<actors::position_result>(world.at().journal, actors::ask_position{});
  REQUIRE(late);
  REQUIRE(*late);
  CHECK((*late)->newest_seq == 2);
  CHECK((*late)->config_version == 7);
}
