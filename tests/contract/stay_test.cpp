#include "tests/contract/site.hpp"

#include "shared/protocol/codec.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;

TEST_CASE("an entry is found, told once and counted, and its exit closes it", "[entry][exit]") {
  site s;
  auto budi = s.log_in("budi");
  const auto id = make_uuid_v7(s.time.now());
  const auto before = s.events().size();

  const auto entered = s.commit({s.make(budi, entry_of("b 1234 xyz", id))});

  REQUIRE(kinds_of(entered.events)
          == std::vector<std::string>{"session.entered", "gate.occupancy"});
  const auto& yes = std::get<protocol::accepted>(entered.answers.front());
  CHECK(yes.seq == static_cast<std::int64_t>(before) + 1);
  CHECK(yes.data == entered.events.front().data);
  const auto inside = s.session(id);
  CHECK(inside.plate == "B 1234 XYZ");
  CHECK(inside.status == protocol::session_status::open);
  CHECK(inside.ticket_no == domain::ticket_number(1, budi.who.device_no, 1));
  CHECK(inside.entered_at == s.time.now());
  CHECK(inside.tariff_version == 1);

  s.time.advance(125min);
  const auto left = s.commit({s.make(budi, exit_of(id, 9'000))});

  CHECK(kinds_of(left.events) == std::vector<std::string>{"session.exited", "gate.occupancy"});
  const auto gone = s.session(id);
  CHECK(gone.status == protocol::session_status::closed);
  CHECK(gone.fee.value_or(rupiah{-1}).value == 9'000);
  CHECK(gone.charged == rupiah{9'000});
  CHECK(s.alerts(protocol::alert_kind::fee_difference).empty());
  const auto gates = s.reader().gates();
  REQUIRE(gates);
  CHECK(gates->front().occupancy == 0);
}
