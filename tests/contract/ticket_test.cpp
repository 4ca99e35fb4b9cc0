#include "tests/contract/site.hpp"

#include "shared/protocol/codec.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;
using protocol::session_status;

namespace {

std::string ticket_of(const worker& by, std::uint32_t seq, instant at) {
  domain::ticket t;
  t.site_no = 1;
  t.device_no = by.who.device_no;
  t.device_seq = seq;
  t.entered_s = static_cast<std::uint32_t>(to_ms(at) / 1000);
  t.vehicle = domain::vehicle_class::mobil;
  t.tariff_version = 1;
  t.plate_key = "B1234XYZ";
  return domain::sign_ticket(t, by.keys.sec);
}

protocol::exit_data exit_by(std::string ticket, std::int64_t charged) {
  auto out = exit_of({}, charged);
  out.session_id.reset();
  out.ticket = std::move(ticket);
  return out;
}

struct entry_with_ticket {
  ledger::submission made;
  uuid id;
  std::string ticket;
};

entry_with_ticket entered(site& s, worker& by) {
  entry_with_ticket out{{}, make_uuid_v7(s.time.now()), ticket_of(by, by.next_seq, s.time.now())};
  auto entry = entry_of("B 1234 XYZ", out.id);
  entry.ticket = out.ticket;
  out.made = s.make(by, entry);
  return out;
}

} // namespace

TEST_CASE("an entry's ticket must be the one that the device issued with it", "[ticket]") {
  site s;
  auto budi = s.log_in("budi");
  auto sari = s.log_in("sari");
  auto entry = entry_of("B 1234 XYZ", make_uuid_v7(s.time.now()));
  SECTION("its own is taken") {
    entry.ticket = ticket_of(budi, budi.next_seq, s.time.now());
    s.accept(s.make(budi, entry));
    return;
  }
  SECTION("another number") {
    entry.ticket = ticket_of(budi, budi.next_seq + 1, s.time.now());
  }
  SECTION("another device") {
    entry.ticket = ticket_of(sari, budi.next_seq, s.time.now());
  }
  SECTION("another key") {
    auto forged = budi;
    forged.keys = crypto::make_key_pair();
    entry.ticket = ticket_of(forged, budi.next_seq, s.time.now());
  }
  SECTION("no ticket at all") {
    entry.ticket = "https://example.org";
  }
  const auto why = s.refuse(s.make(budi, entry));
  CHECK(why.code == errc::bad_ticket);
  CHECK(why.field == "data.ticket");
}

TEST_CASE("a ticket opens its session at the exit, whole or as a number read aloud", "[ticket]") {
  site s;
  auto budi = s.log_in("budi");
  auto sari = s.log_in("sari");
  const auto entry = entered(s, budi);
  s.accept(entry.made);
  s.time.advance(70min);
  const auto number = s.session(entry.id).ticket_no;
  s.accept(s.make(sari, exit_by(GENERATE_COPY(values({entry.ticket, number})), 7'000)));
  CHECK(s.session(entry.id).status == session_status::closed);
}

TEST_CASE("a ticket whose entry nobody has yet prices the exit, and the entry joins it later",
          "[ticket][join]") {
  site s;
  auto budi = s.log_in("budi");
  auto sari = s.log_in("sari");
  auto shift = s.make(sari, protocol::shift_open_data{make_uuid_v7(s.time.now()), rupiah{0}});
  s.accept(shift);
  auto entry = entered(s, budi);
  entry.made.content.is_offline = true;
  s.time.advance(125min);

  const auto yes = s.accept(s.make(sari, exit_by(entry.ticket, 9'000)));
  const auto orphan = protocol::decode_session(*protocol::member_of(yes.data, "session"));
  REQUIRE(orphan);
  CHECK(orphan->status == session_status::exit_only);
  CHECK(orphan->plate == "B 1234 XYZ");
  CHECK(orphan->fee == rupiah{9'000});
  CHECK(orphan->entry_seq == entry.made.content.device_seq);
  CHECK(s.alerts(protocol::alert_kind::exit_without_entry).size() == 1);
  CHECK(s.refuse(s.make(sari, exit_by(entry.ticket, 9'000))).code == errc::already_exited);

  entry.made.received_at = s.time.now();
  s.accept(entry.made);
  const auto joined = s.session(entry.id);
  CHECK(joined.status == session_status::closed);
  CHECK(joined.charged == rupiah{9'000});
  CHECK(joined.exit_gate_id == "out-1");
  CHECK(s.session(orphan->id).merged_into == entry.id);
  CHECK(s.alerts(protocol::alert_kind::exit_without_entry).empty());
  CHECK(s.alerts(protocol::alert_kind::fee_difference).empty());
}

TEST_CASE("a forged or foreign ticket opens nothing", "[ticket]") {
  site s;
  auto budi = s.log_in("budi");
  auto forged = budi;
  forged.keys = crypto::make_key_pair();
  CHECK(s.refuse(s.make(budi, exit_by(ticket_of(forged, 1, s.time.now()), 0))).code
        == errc::bad_ticket);
  CHECK(s.refuse(s.make(budi, exit_by(domain::ticket_number(2, 1, 1), 0))).code
        == errc::bad_ticket);
  CHECK(s.refuse(s.make(budi, exit_by(domain::ticket_number(1, 1, 99), 0))).code
        == errc::unknown_session);
}

TEST_CASE("tickets of a revoked device count up to its revocation", "[ticket]") {
  site s;
  auto admin = s.log_in("wati", false);
  admin.who.user_role = protocol::role::admin;
  auto budi = s.log_in("budi");
  auto sari = s.log_in("sari");
  const auto before = ticket_of(budi, 1, s.time.now());
  s.time.advance(1min);
  s.accept(s.make(admin, protocol::device_revoke_data{*budi.who.device_id}));
  s.time.advance(10min);
  const auto after = ticket_of(budi, 2, s.time.now());
  s.accept(s.make(sari, exit_by(before, 5'000)));
  CHECK(s.refuse(s.make(sari, exit_by(after, 5'000))).code == errc::bad_ticket);
}
