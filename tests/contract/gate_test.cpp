#include "tests/contract/site.hpp"

#include "shared/protocol/codec.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;
using protocol::command_state;

namespace {

protocol::gate_open_data open_by_reason(std::string reason) {
  protocol::gate_open_data out;
  out.gate_id = "in-1";
  out.reason = std::move(reason);
  return out;
}

} // namespace

TEST_CASE("an opening is asked for once, told, and settled with its outcome", "[gate]") {
  site s;
  auto budi = s.log_in("budi");
  const auto done = s.commit({s.make(budi, open_by_reason("tamu"))});
  REQUIRE(done.commands.size() == 1);
  const auto& command = done.commands.front();
  CHECK(command.expires_at == s.time.now() + 30s);
  CHECK(kinds_of(done.events) == std::vector<std::string>{"gate.opening"});
  REQUIRE(s.reader().unsettled_commands());
  CHECK(s.reader().unsettled_commands()->size() == 1);

  const auto sent = s.writer().settle_command(command.id, command_state::sent, "", s.time.now());
  REQUIRE(sent);
  CHECK(sent->events.empty());
  CHECK(s.reader().unsettled_commands()->size() == 1);
  const auto opened =
      s.writer().settle_command(command.id, command_state::confirmed, "", s.time.now());
  REQUIRE(opened);
  CHECK(kinds_of(opened->events) == std::vector<std::string>{"gate.opened"});
  CHECK(s.reader().unsettled_commands()->empty());
  const auto gate = s.reader().gates()->front();
  REQUIRE(gate.last_open);
  CHECK(gate.last_open->outcome == "confirmed");
  CHECK(gate.last_open->cause == "tamu");

  const auto again =
      s.writer().settle_command(command.id, command_state::failed, "late", s.time.now());
  REQUIRE(again);
  CHECK(again->events.empty());
  CHECK(s.writer()
            .settle_command(make_uuid_v7(s.time.now()), command_state::failed, "", s.time.now())
            .error()
            .code
        == errc::not_found);
}

TEST_CASE("a failed opening is told as failed", "[gate]") {
  site s;
  auto budi = s.log_in("budi");
  const auto done = s.commit({s.make(budi, open_by_reason("tamu"))});
  const auto failed = s.writer().settle_command(done.commands.front().id, command_state::failed,
                                                "no gateway", s.time.now());
  REQUIRE(failed);
  CHECK(kinds_of(failed->events) == std::vector<std::string>{"gate.open_failed"});
  const auto told = protocol::member_of(failed->events.front().data, "command")
                        .and_then(protocol::decode_gate_command);
  REQUIRE(told);
  CHECK(told->detail == "no gateway");
}

TEST_CASE("an opening that comes late is worth nothing", "[gate]") {
  site s;
  auto budi = s.log_in("budi");
  auto open = open_by_reason("tamu");
  auto expected = errc::expired;
  auto made = s.make(budi, open);
  SECTION("it was stored offline") {
    made.content.is_offline = true;
  }
  SECTION("its time is over") {
    open.expires_at = s.time.now();
    made.content.data = open;
  }
  SECTION("it was on its way for too long") {
    made.received_at = s.time.now() + 31s;
  }
  SECTION("it would wait for more than 30 s") {
    open.expires_at = s.time.now() + 31s;
    made.content.data = open;
    expected = errc::invalid;
  }
  CHECK(s.refuse(made).code == expected);
  CHECK(s.reader().unsettled_commands()->empty());
}

TEST_CASE("an opening has a known gate and exactly one cause", "[gate]") {
  site s;
  auto budi = s.log_in("budi");
  auto open = open_by_reason("");
  CHECK(s.refuse(s.make(budi, open)).field == "data.reason");
  open.gate_id = "in-7";
  CHECK(s.refuse(s.make(budi, open)).code == errc::unknown_gate);
  open.gate_id = "in-1";
  open.session_id = make_uuid_v7(s.time.now());
  CHECK(s.refuse(s.make(budi, open)).code == errc::unknown_session);
  s.accept(s.make(budi, entry_of("B 1 A", *open.session_id)));
  const auto done = s.commit({s.make(budi, open)});
  REQUIRE(done.commands.size() == 1);
  CHECK(done.commands.front().session_id == open.session_id);
  CHECK(done.commands.front().reason.empty());
}

TEST_CASE("a gate's mode is kept", "[gate]") {
  site s;
  auto wati = s.log_in("wati");
  s.accept(s.make(wati, protocol::gate_mode_data{"out-1", protocol::gate_mode::held_open}));
  s.reopen();
  const auto gates = s.reader().gates();
  REQUIRE(gates);
  for (const auto& gate : *gates)
    CHECK((gate.mode == protocol::gate_mode::held_open) == (gate.id == "out-1"));
}

TEST_CASE("without a TTLock connection a lock cannot be synchronised", "[gate]") {
  site s;
  auto wati = s.log_in("wati");
  CHECK(s.refuse(s.make(wati, protocol::lock_sync_data{"1", {}, {}})).field == "data.lock_id");
}
