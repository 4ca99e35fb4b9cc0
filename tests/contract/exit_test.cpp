#include "tests/contract/site.hpp"

#include "shared/protocol/codec.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;
using protocol::session_status;

namespace {

uuid enter(site& s, worker& by, std::string plate) {
  const auto id = make_uuid_v7(s.time.now());
  s.accept(s.make(by, entry_of(std::move(plate), id)));
  return id;
}

std::int64_t number_in(const std::string& json, std::string_view object, std::string_view member) {
  const auto inner = protocol::member_of(json, object);
  REQUIRE(inner);
  return protocol::number_of(protocol::member_of(*inner, member).value_or("")).value_or(-1);
}

ledger::submission offline(ledger::submission made) {
  made.content.is_offline = true;
  return made;
}

} // namespace

TEST_CASE("what was charged is kept; what the tariff says beside it is an alert", "[exit]") {
  site s;
  auto budi = s.log_in("budi");
  const auto id = enter(s, budi, "B 1234 XYZ");
  s.time.advance(125min);
  const auto yes = s.accept(s.make(budi, exit_of(id, 7'000)));
  CHECK(number_in(yes.data, "fee", "due") == 9'000);
  CHECK(number_in(yes.data, "fee", "charged") == 7'000);
  CHECK(number_in(yes.data, "session", "version") == 2);
  CHECK(protocol::member_of(*protocol::member_of(yes.data, "fee"), "difference") == "-2000");
  const auto alerts = s.alerts(protocol::alert_kind::fee_difference);
  REQUIRE(alerts.size() == 1);
  CHECK(alerts.front().refers.session_id == id);
  CHECK(s.session(id).fee == rupiah{9'000});
}

TEST_CASE("a lost ticket costs its fine", "[exit]") {
  site s;
  auto budi = s.log_in("budi");
  const auto id = enter(s, budi, "B 1234 XYZ");
  s.time.advance(125min);
  auto exit = exit_of(id, 34'000);
  exit.is_lost_ticket = true;
  s.accept(s.make(budi, exit));
  CHECK(s.session(id).fee == rupiah{34'000});
  CHECK(s.session(id).flags == std::vector<std::string>{"lost_ticket"});
}

TEST_CASE("a plate gets no second grace within half an hour of a free exit", "[exit]") {
  site s;
  auto budi = s.log_in("budi");
  const auto first = enter(s, budi, "B 1234 XYZ");
  s.time.advance(5min);
  s.accept(s.make(budi, exit_of(first, 0)));
  CHECK(s.session(first).fee == rupiah{0});

  s.time.advance(29min);
  const auto second = enter(s, budi, "B 1234 XYZ");
  s.time.advance(5min);
  s.accept(s.make(budi, exit_of(second, 5'000)));
  CHECK(s.session(second).fee == rupiah{5'000});

  s.time.advance(31min);
  const auto third = enter(s, budi, "B 1234 XYZ");
  s.time.advance(5min);
  s.accept(s.make(budi, exit_of(third, 0)));
  CHECK(s.session(third).fee == rupiah{0});
}

TEST_CASE("money needs a payment and is never negative", "[exit]") {
  site s;
  auto budi = s.log_in("budi");
  const auto id = enter(s, budi, "B 1 A");
  auto exit = exit_of(id, 5'000);
  exit.paid.reset();
  CHECK(s.refuse(s.make(budi, exit)).field == "data.payment");
  CHECK(s.refuse(s.make(budi, exit_of(id, -1))).field == "data.charged");
  exit = exit_of(id, 0);
  exit.gate_id = "in-1";
  CHECK(s.refuse(s.make(budi, exit)).field == "data.gate_id");
  exit.gate_id = "nowhere";
  CHECK(s.refuse(s.make(budi, exit)).code == errc::unknown_gate);
}

TEST_CASE("a second exit is refused online; offline it is kept and raises an alert", "[exit]") {
  site s;
  auto budi = s.log_in("budi");
  auto sari = s.log_in("sari");
  const auto id = enter(s, budi, "B 1234 XYZ");
  s.time.advance(70min);
  auto second = offline(s.make(sari, exit_of(id, 7'000)));
  s.time.advance(10min);
  SECTION("the one that arrives later happened later") {
    second.content.taken_at = s.time.now() + 1min;
  }
  SECTION("the one that arrives later happened earlier: it stands") {}
  const bool is_earlier = second.content.taken_at < s.time.now();
  const auto first_at = s.time.now();
  s.accept(s.make(budi, exit_of(id, 9'000)));
  CHECK(s.refuse(s.make(budi, exit_of(id, 9'000))).code == errc::already_exited);

  second.received_at = s.time.now() + 2min;
  s.accept(second);
  const auto alerts = s.alerts(protocol::alert_kind::double_exit);
  REQUIRE(alerts.size() == 1);
  CHECK(alerts.front().text_en.find(is_earlier ? "Rp9.000" : "Rp7.000") != std::string::npos);
  const auto gone = s.session(id);
  CHECK(gone.exited_at == (is_earlier ? second.content.taken_at : first_at));
  CHECK(gone.charged == (is_earlier ? rupiah{7'000} : rupiah{9'000}));
  CHECK(s.reader().gates()->front().occupancy == 0);
}

TEST_CASE("an exit of an unknown session is refused online", "[exit]") {
  site s;
  auto budi = s.log_in("budi");
  CHECK(s.refuse(s.make(budi, exit_of(make_uuid_v7(s.time.now()), 5'000))).code
        == errc::unknown_session);
}

TEST_CASE("an exit before its entry waits as an orphan and settles when the entry comes",
          "[exit][join]") {
  site s;
  auto budi = s.log_in("budi");
  auto sari = s.log_in("sari");
  const auto id = make_uuid_v7(s.time.now());
  const auto entry = offline(s.make(budi, entry_of("B 1234 XYZ", id)));
  s.time.advance(125min);
  auto exit = exit_of(id, 7'000);
  exit.plate = "B 1234 XYZ";
  s.accept(offline(s.make(sari, exit)));

  const auto orphan = s.session(id);
  CHECK(orphan.status == session_status::exit_only);
  CHECK(orphan.plate == "B 1234 XYZ");
  CHECK_FALSE(orphan.fee);
  CHECK(orphan.charged == rupiah{7'000});
  CHECK(s.alerts(protocol::alert_kind::exit_without_entry).size() == 1);

  auto late = entry;
  late.received_at = s.time.now() + 1min;
  s.accept(late);
  const auto joined = s.session(id);
  CHECK(joined.status == session_status::closed);
  CHECK(joined.entered_at == entry.content.taken_at);
  CHECK(joined.fee == rupiah{9'000});
  CHECK(joined.version == 2);
  CHECK(s.alerts(protocol::alert_kind::exit_without_entry).empty());
  CHECK(s.alerts(protocol::alert_kind::exit_without_entry, false).size() == 1);
  CHECK(s.alerts(protocol::alert_kind::fee_difference).size() == 1);
  CHECK(s.reader().gates()->front().occupancy == 0);
}

TEST_CASE("a photo that was named is pending until it arrives", "[photo]") {
  site s;
  auto budi = s.log_in("budi");
  const std::string in(64, 'a');
  const std::string out(64, 'b');
  const auto id = make_uuid_v7(s.time.now());
  auto entry = entry_of("B 1234 XYZ", id);
  entry.photo = in;
  s.accept(s.make(budi, entry));
  auto exit = exit_of(id, 0);
  exit.photo = out;
  s.accept(s.make(budi, exit));
  CHECK(s.session(id).photo_pending);
  REQUIRE(s.writer().photo_arrived(in, 1'000, "image/jpeg", s.time.now()));
  CHECK(s.session(id).photo_pending);
  REQUIRE(s.writer().photo_arrived(in, 1'000, "image/jpeg", s.time.now()));
  REQUIRE(s.writer().photo_arrived(out, 1'000, "image/jpeg", s.time.now()));
  CHECK_FALSE(s.session(id).photo_pending);

  const auto next = make_uuid_v7(s.time.now());
  entry = entry_of("B 1234 XYZ", next);
  entry.photo = in;
  s.accept(s.make(budi, entry));
  CHECK_FALSE(s.session(next).photo_pending);
}
