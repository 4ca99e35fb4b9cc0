// Commands through a gateway.
#include "tests/ttlock_sim/model/errcodes.hpp"
#include "tests/ttlock_sim/model/remote.hpp"
#include "tests/ttlock_sim/site.hpp"

#include <catch2/catch.hpp>

#include <optional>

using namespace palang;
using namespace palang::ttlock_sim;
using namespace std::chrono_literals;

namespace {

struct sent {
  site s;
  remote far{s.w};
  std::optional<int> code;

  void unlock(lock_id id = site::entrance) {
    code.reset();
    far.send(id, command::unlock, [this](int c) { code = c; });
  }
};

} // namespace

TEST_CASE("an unlock opens the door after a while and leaves a record 28/12", "[ttlock_sim]") {
  sent t;
  t.unlock();
  CHECK_FALSE(t.code);
  t.s.pass(1'999ms);
  CHECK_FALSE(t.s.at(site::entrance).is_open);
  t.s.pass(1ms);
  CHECK(t.code == errcode::ok);
  CHECK(t.s.at(site::entrance).is_open);
  REQUIRE(t.s.listed(site::entrance).total == 1);
  const auto r = t.s.listed(site::entrance).records[0].record;
  CHECK(r.type_from_lock == 28);
  CHECK(r.type == 12);
  CHECK(r.passcode.empty());
  CHECK(t.s.at(site::entrance).commands.at(0).has_moved);
}

TEST_CASE("auto-lock closes the door again, with a record when that is set", "[ttlock_sim]") {
  site s;
  s.at(site::entrance).auto_lock_s = 5;
  s.w.rules.lock.auto_lock_records = GENERATE(false, true);
  s.card(site::entrance);
  s.pass(4s);
  s.card(site::entrance);
  s.pass(4s);
  CHECK(s.at(site::entrance).is_open);
  s.pass(1s);
  CHECK_FALSE(s.at(site::entrance).is_open);
  CHECK(s.w.truth().size() == (s.w.rules.lock.auto_lock_records ? 3U : 2U));
}

TEST_CASE("a gateway does one command at a time", "[ttlock_sim]") {
  sent t;
  t.unlock(site::entrance);
  t.unlock(site::exit);
  CHECK(t.code == errcode::gateway_busy);
  t.s.pass(2s);
  t.unlock(site::exit);
  CHECK_FALSE(t.code);
}

TEST_CASE("a command times out with the door moved or not, as scripted", "[ttlock_sim]") {
  sent t;
  const bool moves = GENERATE(false, true);
  t.far.script({moves ? outcome::kind::timeout_moves : outcome::kind::timeout});
  t.unlock();
  t.s.pass(29'999ms);
  CHECK_FALSE(t.code);
  t.s.pass(1ms);
  CHECK(t.code == errcode::failed);
  CHECK(t.s.at(site::entrance).is_open == moves);
  CHECK(t.s.w.truth().size() == (moves ? 1U : 0U));
}

TEST_CASE("a command may succeed without the door moving, or be refused", "[ttlock_sim]") {
  sent t;
  t.far.script({outcome::kind::no_move});
  t.far.script({outcome::kind::refused, -3037});
  t.unlock();
  t.s.pass(2s);
  CHECK(t.code == errcode::ok);
  CHECK(t.s.w.truth().empty());
  t.unlock();
  t.s.pass(2s);
  CHECK(t.code == errcode::lock_busy);
}

TEST_CASE("what stands in the way of a command has its errcode", "[ttlock_sim]") {
  sent t;
  auto& l = t.s.at(site::entrance);
  const auto code_after = [&t](milliseconds wait) {
    t.unlock();
    t.s.pass(wait);
    return t.code;
  };
  SECTION("no such lock") {
    t.unlock(77);
    CHECK(t.code == errcode::no_such_lock);
  }
  SECTION("remote unlock is off") {
    l.is_remote_unlock_on = false;
    CHECK(code_after(0ms) == errcode::not_supported);
  }
  SECTION("the gateway is gone: first unnoticed, then offline, also when its cache is over") {
    t.s.w.cut(t.s.hub());
    CHECK_FALSE(code_after(0ms));
    t.s.pass(2s);
    CHECK(t.code == errcode::lock_busy);
    t.s.pass(10min);
    CHECK(code_after(0ms) == errcode::gateway_offline);
    t.s.pass(1h);
    CHECK(code_after(0ms) == errcode::gateway_offline);
    CHECK(t.s.w.truth().empty());
  }
  SECTION("the lock is out of reach: first offline, then without any gateway") {
    t.s.w.set_reachable(l, false);
    CHECK(code_after(2s) == errcode::lock_offline);
    t.s.pass(30min);
    CHECK(code_after(0ms) == errcode::no_gateway);
  }
  SECTION("somebody holds the lock") {
    l.is_busy = true;
    CHECK(code_after(2s) == errcode::lock_busy);
  }
}

TEST_CASE("a gateway that goes away meanwhile leaves the outcome unknown", "[ttlock_sim]") {
  sent t;
  t.unlock();
  t.s.pass(1s);
  t.s.w.cut(t.s.hub());
  t.s.pass(1s);
  CHECK(t.code == errcode::lock_busy);
  CHECK(t.s.at(site::entrance).is_open);
  CHECK(t.s.listed(site::entrance).total == 0);
  t.s.w.restore(t.s.hub());
  t.s.pass(1s);
  CHECK(t.s.listed(site::entrance).total == 1);
}

TEST_CASE("a command that was refused at the lock opens nothing", "[ttlock_sim]") {
  sent t;
  t.far.script({outcome::kind::refused, errcode::failed});
  t.unlock();
  t.s.pass(1h);
  CHECK(t.code == errcode::failed);
  CHECK_FALSE(t.s.at(site::entrance).is_open);
  CHECK(t.s.w.truth().empty());
}

TEST_CASE("setting a lock's clock takes its offset away", "[ttlock_sim]") {
  sent t;
  auto& l = t.s.at(site::entrance);
  l.clock.set(90s, t.s.w.now());
  t.far.send(site::entrance, command::set_clock, [&t](int c) { t.code = c; });
  t.s.pass(2s);
  CHECK(t.code == errcode::ok);
  CHECK(l.clock.read(t.s.w.now()) == t.s.w.now());
}
