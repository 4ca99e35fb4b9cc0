// A history that began from a backup takes what its handhelds give back, in whatever order they
// return.
#include "server/storage/soci/history.hpp"

#include "shared/domain/ticket.hpp"
#include "tests/contract/ports.hpp"
#include "tests/contract/site.hpp"

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;
using protocol::alert_kind;

namespace {

/// A site that was restored; what its devices made an hour before is not in it.
struct restored_site : site {
  worker budi = log_in("budi");
  worker sari = log_in("sari");

  restored_site() {
    storage::connection db{place().speaks(storage::purpose::change_schema)};
    REQUIRE(storage::begin_new_history(
        db, [](const std::string&) { return true; }, time.now()));
    reopen();
  }

  /// A record that was made, and accepted, before the restore.
  ledger::submission from_before(worker& by, protocol::submit_data data, milliseconds ago = 1h) {
    auto made = make(by, std::move(data));
    made.content.taken_at = time.now() - ago;
    sign(made);
    return made;
  }

  /// A device that this history does not know logs in and is approved.
  result<ledger::token_grant> meet(const uuid& id, const crypto::key_pair& keys,
                                   std::optional<std::uint16_t> number) {
    ledger::writer::login_facts facts;
    facts.user_id = budi.who.user_id;
    facts.at = time.now();
    facts.auto_approve = true;
    facts.token_hash = to_string(id);
    facts.device_id = id;
    facts.device_key = crypto::to_base64(keys.pub);
    facts.device_no = number;
    return given(writer().login(facts)).grant;
  }
};

std::string ticket_of(std::uint16_t device_no, const crypto::key_pair& keys, instant at) {
  domain::ticket t;
  t.site_no = 1;
  t.device_no = device_no;
  t.device_seq = 1;
  t.entered_s = static_cast<std::uint32_t>(to_ms(at) / 1000);
  t.vehicle = domain::vehicle_class::mobil;
  t.tariff_version = 1;
  t.plate_key = "B1A";
  return domain::sign_ticket(t, keys.sec);
}

} // namespace

TEST_CASE("an exit that returns before its entry waits for it, though it was made online",
          "[restored]") {
  restored_site s;
  const auto id = make_uuid_v7(s.time.now());
  s.accept(s.from_before(s.sari, exit_of(id, 5'000), 30min));
  CHECK(s.session(id).status == protocol::session_status::exit_only);
  s.accept(s.from_before(s.budi, entry_of("B 1 A", id)));
  const auto stay = s.session(id);
  CHECK(stay.status == protocol::session_status::closed);
  CHECK(stay.charged == rupiah{5'000});
  CHECK(stay.flags.empty());
  CHECK(s.alerts(alert_kind::exit_without_entry).empty());
}

TEST_CASE("a car that seems to be inside twice is settled by the exit that another device returns",
          "[restored]") {
  restored_site s;
  const auto first = make_uuid_v7(s.time.now());
  const auto second = make_uuid_v7(s.time.now());
  s.accept(s.from_before(s.budi, entry_of("B 1 A", first), 3h));
  s.accept(s.from_before(s.budi, entry_of("B 1 A", second), 1h));
  CHECK(s.alerts(alert_kind::duplicate).size() == 1);
  SECTION("it had left before") {
    s.accept(s.from_before(s.sari, exit_of(first, 5'000), 2h));
    CHECK(s.alerts(alert_kind::duplicate).empty());
  }
  SECTION("it had not") {
    s.accept(s.from_before(s.sari, exit_of(first, 5'000), 30min));
    CHECK(s.alerts(alert_kind::duplicate).size() == 1);
  }
}

TEST_CASE("while handhelds may still return, the exit of an unknown session is kept",
          "[restored]") {
  restored_site s;
  const auto unknown = make_uuid_v7(s.time.now());
  s.time.advance(std::chrono::days{6});
  s.accept(s.make(s.sari, exit_of(unknown, 5'000)));
  s.time.advance(std::chrono::days{2});
  const auto other = make_uuid_v7(s.time.now());
  CHECK(s.refuse(s.make(s.sari, exit_of(other, 5'000))).code == errc::unknown_session);
}

TEST_CASE("a command from before is over and opens nothing", "[restored]") {
  restored_site s;
  protocol::gate_open_data open;
  open.gate_id = "in-1";
  open.session_id = make_uuid_v7(s.time.now());
  const auto done = s.commit({s.from_before(s.budi, open)});
  CHECK(std::get<protocol::rejected>(done.answers.front()).why.code == errc::expired);
  CHECK(done.commands.empty());
}

TEST_CASE("what the backup has is answered as before, what it lacks fills the device's numbers",
          "[restored]") {
  restored_site s;
  const auto known = s.from_before(s.budi, entry_of("B 1 A", make_uuid_v7(s.time.now())));
  s.accept(known);
  const auto lost = s.from_before(s.budi, entry_of("B 2 A", make_uuid_v7(s.time.now())));
  const auto later = s.make(s.budi, entry_of("B 3 A", make_uuid_v7(s.time.now())));
  s.accept(later);
  CHECK(s.accept(known).is_duplicate);
  CHECK_FALSE(s.accept(lost).is_duplicate);
  CHECK(s.accept(later).is_duplicate);
}

TEST_CASE("a device that the backup lacks gets its number back, and nobody else does",
          "[restored]") {
  restored_site s;
  const auto keys = crypto::make_key_pair();
  const auto lost = make_uuid_v7(s.time.now());
  const auto fresh = given(s.meet(make_uuid_v7(s.time.now()), crypto::make_key_pair(), {}));
  CHECK(fresh.who.device_no > 1'000);
  const std::uint16_t number = s.sari.who.device_no + 1;
  CHECK(given(s.meet(lost, keys, number)).who.device_no == number);
  const auto thief =
      given(s.meet(make_uuid_v7(s.time.now()), crypto::make_key_pair(), s.budi.who.device_no));
  CHECK(thief.who.device_no > 1'000);
}

TEST_CASE("a ticket of a device that has not returned lets its car out, to be proved later",
          "[restored]") {
  restored_site s;
  const auto keys = crypto::make_key_pair();
  const std::uint16_t number = s.sari.who.device_no + 1;
  auto exit = exit_of({}, 5'000);
  exit.session_id.reset();
  exit.ticket = ticket_of(number, keys, s.time.now() - 1h);
  s.accept(s.make(s.sari, exit));
  CHECK(s.alerts(alert_kind::exit_without_entry).size() == 1);

  worker returned;
  returned.keys = keys;
  returned.who = given(s.meet(make_uuid_v7(s.time.now()), keys, number)).who;
  const auto id = make_uuid_v7(s.time.now());
  auto entry = entry_of("B 1 A", id);
  entry.ticket = exit.ticket;
  s.accept(s.from_before(returned, entry));
  CHECK(s.session(id).status == protocol::session_status::closed);
  CHECK(s.alerts(alert_kind::exit_without_entry).empty());
}

TEST_CASE("a history of its own knows no such leniency", "[restored]") {
  site s;
  auto sari = s.log_in("sari");
  auto exit = exit_of({}, 5'000);
  exit.session_id.reset();
  exit.ticket = ticket_of(77, crypto::make_key_pair(), s.time.now());
  CHECK(s.refuse(s.make(sari, exit)).code == errc::bad_ticket);
  CHECK(s.refuse(s.make(sari, exit_of(make_uuid_v7(s.time.now()), 5'000))).code
        == errc::unknown_session);
}
