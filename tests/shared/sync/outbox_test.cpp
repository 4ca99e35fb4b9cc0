#include "shared/sync/outbox.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace palang;
using namespace palang::sync;
using namespace std::chrono_literals;

namespace {

using ids = std::vector<uuid>;
constexpr instant t0{};

uuid id_of(std::uint8_t n) {
  uuid id;
  id.bytes[15] = n;
  return id;
}

ids ids_of(std::initializer_list<std::uint8_t> numbers) {
  ids out;
  for (const auto n : numbers)
    out.push_back(id_of(n));
  return out;
}

struct memory_outbox final : outbox_store {
  std::vector<outbox_record> records;
  ids applied;
  std::vector<ids> quarantine_calls;
  std::string reason;
  std::set<uuid> quarantined;
  bool is_broken = false;

  result<void> check() const {
    if (is_broken)
      return fail(errc::db_unavailable, "disk full");
    return {};
  }
  result<std::vector<outbox_record>> pending() override {
    return check().map([&] { return records; });
  }
  result<void> mark_applied(const uuid& id, const answer&) override {
    return check().map([&] {
      applied.push_back(id);
      std::erase_if(records, [&](const auto& r) { return r.id == id; });
    });
  }
  result<void> mark_quarantined(const ids& refused, const error& why) override {
    return check().map([&] {
      quarantine_calls.push_back(refused);
      quarantined.insert(refused.begin(), refused.end());
      reason = why.message;
      std::erase_if(records, [&](const auto& r) { return quarantined.contains(r.id); });
    });
  }
  result<bool> is_quarantined(const uuid& id) override {
    return check().map([&] { return quarantined.contains(id); });
  }
};

/// Records 1, 2, … as given by what each depends on, loaded and with the link up.
struct outbox_fixture {
  memory_outbox store;
  outbox_sender sender;

  explicit outbox_fixture(std::vector<ids> dependencies, std::size_t window = 1)
      : sender{store, {.window = window}} {
    for (auto& d : dependencies)
      store.records.push_back(make(d));
    REQUIRE(sender.reload());
    sender.link_up();
  }
  outbox_record make(ids depends_on) {
    const auto n = static_cast<std::uint8_t>(store.records.size() + 1);
    return {id_of(n), n, std::move(depends_on)};
  }
  void add(ids depends_on) {
    store.records.push_back(make(std::move(depends_on)));
    sender.added(store.records.back());
  }
  void accept(std::uint8_t n, instant now = t0) {
    REQUIRE(sender.answered({.id = id_of(n), .is_accepted = true, .why = {}}, now));
  }
  void refuse(std::uint8_t n, errc code, instant now = t0) {
    REQUIRE(sender.answered({.id = id_of(n), .why = error{code, "because", {}}}, now));
  }
};

} // namespace

TEST_CASE("every record state has a word that is read back", "[sync][outbox]") {
  for (int i = 0; i <= static_cast<int>(record_state::last); ++i) {
    const auto state = static_cast<record_state>(i);
    CHECK(record_state_from(to_string(state)) == state);
  }
  CHECK_FALSE(record_state_from("sent"));
}

TEST_CASE("records go one by one in order of position", "[sync][outbox]") {
  outbox_fixture f{{{}, {}, {}}};
  CHECK(f.sender.tick(t0) == ids_of({1}));
  CHECK(f.sender.tick(t0).empty());
  f.accept(1);
  CHECK(f.sender.tick(t0) == ids_of({2}));
  f.accept(2);
  CHECK(f.sender.tick(t0) == ids_of({3}));
  f.accept(3);
  CHECK(f.sender.tick(t0).empty());
  CHECK(f.store.applied == ids_of({1, 2, 3}));
  CHECK(f.sender.pending_count() == 0);
}

TEST_CASE("a window is filled, but a dependant waits until what it depends on is applied",
          "[sync][outbox]") {
  outbox_fixture f{{{}, ids_of({1}), {}, {}}, 3};
  CHECK(f.sender.tick(t0) == ids_of({1, 3, 4}));
  f.accept(3);
  CHECK(f.sender.tick(t0).empty());
  f.accept(1);
  CHECK(f.sender.tick(t0) == ids_of({2}));
}

TEST_CASE("nothing is sent while the link is down", "[sync][outbox]") {
  outbox_fixture f{{{}}};
  f.sender.link_down();
  CHECK(f.sender.tick(t0).empty());
  CHECK_FALSE(f.sender.next_tick());
}

TEST_CASE("what was in flight when the link broke is sent again", "[sync][outbox]") {
  outbox_fixture f{{{}, {}}, 2};
  CHECK(f.sender.tick(t0) == ids_of({1, 2}));
  f.sender.link_down();
  CHECK_FALSE(f.sender.is_in_flight(id_of(1)));
  f.sender.link_up();
  CHECK(f.sender.tick(t0) == ids_of({1, 2}));
}

TEST_CASE("a record without an answer is sent again after the timeout", "[sync][outbox]") {
  outbox_fixture f{{{}, {}}};
  CHECK(f.sender.tick(t0) == ids_of({1}));
  CHECK(f.sender.next_tick() == t0 + 10s);
  CHECK(f.sender.tick(t0 + 9'999ms).empty());
  CHECK(f.sender.tick(t0 + 10s) == ids_of({1}));
}

TEST_CASE("after a retryable refusal the same record goes first, within a doubling back-off",
          "[sync][outbox]") {
  outbox_fixture f{{{}, {}}};
  auto now = t0;
  milliseconds most{500};
  for (int attempt = 0; attempt < 12; ++attempt) {
    CAPTURE(attempt);
    REQUIRE(f.sender.tick(now) == ids_of({1}));
    CHECK(f.sender.next_tick() == now + 10s);
    f.refuse(1, errc::db_unavailable, now);
    const auto next = f.sender.next_tick();
    REQUIRE(next);
    CHECK(*next - now <= most);
    if (*next > now)
      CHECK(f.sender.tick(*next - 1ms).empty());
    now = *next;
    most = std::min<milliseconds>(most * 2, 30s);
  }
  CHECK(f.store.quarantine_calls.empty());
}

TEST_CASE("the back-off is drawn from its whole width", "[sync][outbox]") {
  milliseconds least{500};
  milliseconds most{0};
  for (std::uint32_t seed = 1; seed <= 200; ++seed) {
    memory_outbox store;
    store.records.push_back({id_of(1), 1, {}});
    outbox_sender sender{store, {.jitter_seed = seed}};
    REQUIRE(sender.reload());
    sender.link_up();
    REQUIRE(sender.tick(t0).size() == 1);
    REQUIRE(sender.answered({.id = id_of(1), .why = error{errc::busy, {}, {}}}, t0));
    const auto wait = *sender.next_tick() - t0;
    least = std::min(least, wait);
    most = std::max(most, wait);
  }
  CHECK(least < 50ms);
  CHECK(most > 450ms);
}

TEST_CASE("a window refused as one backs off once, and success ends the doubling",
          "[sync][outbox]") {
  outbox_fixture f{{{}, {}, {}, {}, {}, {}, {}, {}}, 8};
  REQUIRE(f.sender.tick(t0).size() == 8);
  for (std::uint8_t n = 1; n <= 8; ++n)
    f.refuse(n, errc::busy);
  CHECK(*f.sender.next_tick() - t0 <= 500ms);
  REQUIRE(f.sender.tick(t0 + 500ms).size() == 8);
  f.accept(1, t0 + 500ms);
  f.refuse(2, errc::busy, t0 + 500ms);
  CHECK(*f.sender.next_tick() - t0 <= 1s);
}

TEST_CASE("a person's now ends a back-off", "[sync][outbox]") {
  outbox_fixture f{{{}}};
  for (int i = 0; i < 8; ++i) {
    f.sender.release_all();
    REQUIRE(f.sender.tick(t0) == ids_of({1}));
    f.refuse(1, errc::busy);
  }
}

TEST_CASE("the link's return ends a back-off, and the next one is short again", "[sync][outbox]") {
  outbox_fixture f{{{}}};
  for (int i = 0; i < 8; ++i) {
    REQUIRE(f.sender.tick(t0) == ids_of({1}));
    f.refuse(1, errc::db_unavailable);
    CHECK(*f.sender.next_tick() - t0 <= 500ms);
    f.sender.link_down();
    f.sender.link_up();
  }
}

TEST_CASE("a refused record steps aside with its dependants in one call and the rest goes on",
          "[sync][outbox]") {
  outbox_fixture f{{{}, ids_of({1}), {}, ids_of({2}), ids_of({3})}};
  REQUIRE(f.sender.tick(t0) == ids_of({1}));
  f.refuse(1, errc::bad_plate);
  CHECK(f.store.quarantine_calls == std::vector<ids>{ids_of({1, 2, 4})});
  CHECK(f.sender.tick(t0) == ids_of({3}));
  f.accept(3);
  CHECK(f.sender.tick(t0) == ids_of({5}));
}

TEST_CASE("what a record depends on may be later than the record", "[sync][outbox]") {
  outbox_fixture f{{ids_of({4}), ids_of({1}), {}, {}}};
  REQUIRE(f.sender.tick(t0) == ids_of({3}));
  f.accept(3);
  REQUIRE(f.sender.tick(t0) == ids_of({4}));
  f.refuse(4, errc::bad_plate);
  CHECK(f.store.quarantine_calls == std::vector<ids>{ids_of({4, 1, 2})});
  CHECK(f.sender.pending_count() == 0);
}

TEST_CASE("a dependency that nobody knows counts as applied", "[sync][outbox]") {
  outbox_fixture f{{ids_of({99})}};
  CHECK(f.sender.tick(t0) == ids_of({1}));
}

TEST_CASE("a dependant of a quarantined record is quarantined when it is added", "[sync][outbox]") {
  outbox_fixture f{{{}}};
  f.store.quarantined.insert(id_of(99));
  f.add(ids_of({99}));
  CHECK(f.store.quarantine_calls == std::vector<ids>{ids_of({2})});
  CHECK(f.store.reason.find(to_string(id_of(99))) != std::string::npos);
  CHECK(f.sender.pending_count() == 1);
}

TEST_CASE("a dependant of a quarantined record is found after a restart", "[sync][outbox]") {
  memory_outbox store;
  store.quarantined.insert(id_of(99));
  store.records = {{id_of(1), 1, ids_of({99})}, {id_of(2), 2, ids_of({1})}, {id_of(3), 3, {}}};
  outbox_sender sender{store, {}};
  REQUIRE(sender.reload());
  CHECK(store.quarantine_calls == std::vector<ids>{ids_of({1, 2})});
  sender.link_up();
  CHECK(sender.tick(t0) == ids_of({3}));
}

TEST_CASE("dependencies that could not be looked up are looked up before the record goes",
          "[sync][outbox]") {
  outbox_fixture f{{}};
  f.store.quarantined.insert(id_of(99));
  f.store.is_broken = true;
  f.add(ids_of({99}));
  f.add({});
  CHECK(f.sender.tick(t0).empty());
  const auto next = f.sender.next_tick();
  REQUIRE(next);
  f.store.is_broken = false;
  CHECK(f.sender.tick(*next) == ids_of({2}));
  CHECK(f.store.quarantine_calls == std::vector<ids>{ids_of({1})});
}

TEST_CASE("a store that fails keeps the record pending and it is sent again", "[sync][outbox]") {
  const bool is_accepted = GENERATE(true, false);
  outbox_fixture f{{{}}};
  REQUIRE(f.sender.tick(t0) == ids_of({1}));
  const answer a{.id = id_of(1), .is_accepted = is_accepted, .why = error{errc::bad_plate, {}, {}}};
  f.store.is_broken = true;
  CHECK_FALSE(f.sender.answered(a, t0));
  CHECK(f.sender.pending_count() == 1);
  f.store.is_broken = false;
  CHECK(f.sender.tick(t0 + 10s) == ids_of({1}));
  CHECK(f.sender.answered(a, t0 + 10s));
  CHECK(f.sender.pending_count() == 0);
}

TEST_CASE("answers to unknown and to settled records are ignored", "[sync][outbox]") {
  outbox_fixture f{{{}}};
  f.accept(77);
  REQUIRE(f.sender.tick(t0) == ids_of({1}));
  f.accept(1);
  f.refuse(1, errc::bad_plate);
  CHECK(f.store.applied == ids_of({1}));
  CHECK(f.store.quarantine_calls.empty());
}

TEST_CASE("later holds what is here; what is new goes at once with what it depends on",
          "[sync][outbox]") {
  outbox_fixture f{{{}, {}, ids_of({2})}};
  f.sender.hold_existing();
  CHECK(f.sender.has_held());
  CHECK(f.sender.tick(t0).empty());
  f.add(ids_of({3}));
  CHECK(f.sender.tick(t0) == ids_of({2}));
  f.accept(2);
  CHECK(f.sender.tick(t0) == ids_of({3}));
  f.accept(3);
  CHECK(f.sender.tick(t0) == ids_of({4}));
  f.accept(4);
  CHECK(f.sender.tick(t0).empty());
  f.sender.release_all();
  CHECK_FALSE(f.sender.has_held());
  CHECK(f.sender.tick(t0) == ids_of({1}));
}

TEST_CASE("loading again keeps what is in flight and what is held", "[sync][outbox]") {
  outbox_fixture f{{{}, {}}};
  REQUIRE(f.sender.tick(t0) == ids_of({1}));
  f.sender.hold_existing();
  f.store.records.push_back(f.make({}));
  REQUIRE(f.sender.reload());
  CHECK(f.sender.is_in_flight(id_of(1)));
  CHECK(f.sender.pending_count() == 3);
  f.accept(1);
  CHECK(f.sender.tick(t0) == ids_of({3}));
}
