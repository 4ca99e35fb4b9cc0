#include "mobile/core/finder.h"

#include "clientfixture.h"

#include "shared/protocol/codec.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::mobile;
using namespace palang::test;

namespace {

struct FinderFixture : ClientFixture {
  FinderFixture() {
    const auto other = crypto::make_key_pair();
    otherKey = other.sec;
    server.keys = {{9, crypto::to_base64(other.pub), from_ms(0), {}}};
    goOnline();
  }

  [[nodiscard]] result<Client::Found> find(const std::string& text) {
    std::optional<result<Client::Found>> found;
    client->find(QString::fromStdString(text),
                 [&](result<Client::Found> f) { found = std::move(f); });
    CHECK_FALSE(found);
    REQUIRE(eventually([&] { return found.has_value(); }));
    return *found;
  }

  /// A ticket of device 9, whose entry no database knows.
  [[nodiscard]] std::string foreignTicket() const {
    domain::ticket ticket;
    ticket.site_no = 12;
    ticket.device_no = 9;
    ticket.device_seq = 44;
    ticket.entered_s = static_cast<std::uint32_t>(to_ms(clock.now()) / 1000 - 600);
    ticket.vehicle = domain::vehicle_class::mobil;
    ticket.plate_key = "B77XY";
    return domain::sign_ticket(ticket, otherKey);
  }

  crypto::secret_key otherKey{};
};

[[nodiscard]] protocol::session stay(const std::string& plateKey) {
  protocol::session s;
  s.id = make_uuid_v5({}, plateKey);
  s.plate = s.plate_key = plateKey;
  s.entered_at = from_ms(1'760'000'000'000);
  return s;
}

} // namespace

TEST_CASE_METHOD(FinderFixture, "online the server is asked", "[finder]") {
  server.open = {stay("B55ZZ")};
  const auto found = find(" b 55 ");
  REQUIRE(found);
  CHECK(found->source == Client::Source::Server);
  REQUIRE(found->sessions.size() == 1);
  CHECK(found->sessions[0].plate_key == "B55ZZ");
  const auto& asked = std::get<protocol::session_find>(server.queries.back().data);
  CHECK(asked.plate == "B55");
}

TEST_CASE_METHOD(FinderFixture, "offline the replica answers and says how old it is", "[finder]") {
  const auto entry = enter("B 55 ZZ");
  goOffline();
  const auto found = find("55Z");
  REQUIRE(found);
  CHECK(found->source == Client::Source::Replica);
  CHECK(found->asOf);
  REQUIRE(found->sessions.size() == 1);
  CHECK(found->sessions[0].id == entry.session.id);
  CHECK(find(entry.ticketNo)->sessions.size() == 1);
  CHECK(find(entry.ticketText)->sessions.size() == 1);
}

TEST_CASE_METHOD(FinderFixture, "a connection that breaks meanwhile falls back to the replica",
                 "[finder]") {
  (void)enter("B 55 ZZ");
  server.onQuery = [this](const protocol::query& q) -> std::optional<std::string> {
    if (std::holds_alternative<protocol::session_find>(q.data))
      server.drop();
    return "";
  };
  const auto found = find("B55");
  REQUIRE(found);
  CHECK(found->source == Client::Source::Replica);
  CHECK(found->sessions.size() == 1);
}

TEST_CASE_METHOD(FinderFixture, "a server that keeps silent is not waited for", "[finder]") {
  (void)enter("B 55 ZZ");
  server.onQuery = [](const protocol::query&) { return std::optional{std::string{}}; };
  const auto found = find("B55");
  REQUIRE(found);
  CHECK(found->source == Client::Source::Replica);
}

TEST_CASE_METHOD(FinderFixture, "a refusal of the server is told", "[finder]") {
  server.onQuery = [this](const protocol::query& q) -> std::optional<std::string> {
    server.send(protocol::error_message{q.id, {errc::bad_ticket, "revoked", {}}, {}});
    return "";
  };
  CHECK(find(foreignTicket()).error().code == errc::bad_ticket);
}

TEST_CASE_METHOD(FinderFixture,
                 "an entry that waits on this device is found though the server lacks it",
                 "[finder]") {
  goOffline();
  const auto entry = enter("B 55 ZZ");
  goBack();
  client->sync().later();
  const auto found = find("B55");
  REQUIRE(found);
  CHECK(found->source == Client::Source::Server);
  REQUIRE(found->sessions.size() == 1);
  CHECK(found->sessions[0].id == entry.session.id);
}

TEST_CASE_METHOD(FinderFixture,
                 "an exit that waits on this device wins over the server's open session",
                 "[finder]") {
  const auto entry = enter("B 55 ZZ");
  REQUIRE(eventually([&] { return stateOf(entry) == sync::record_state::applied; }));
  goOffline();
  (void)leave(entry);
  goBack();
  server.open = {entry.session};
  const auto found = find("B55");
  REQUIRE(found);
  REQUIRE(found->sessions.size() == 1);
  CHECK(found->sessions[0].status == protocol::session_status::closed);
}

TEST_CASE_METHOD(FinderFixture, "offline a ticket that no database knows proves its stay by itself",
                 "[finder]") {
  goOffline();
  const auto text = foreignTicket();
  const auto found = find(text);
  REQUIRE(found);
  CHECK(found->source == Client::Source::Ticket);
  REQUIRE(found->sessions.size() == 1);
  const auto& s = found->sessions[0];
  CHECK(s.id.is_nil());
  CHECK(s.plate == "B 77 XY");
  CHECK(s.entry_device_no == 9);
  CHECK(client->quote(s, false)->total == rupiah{5000});

  Client::Exit exit;
  exit.ticket = text;
  exit.gateId = "out-1";
  exit.charged = {5000};
  const auto left = client->recordExit(exit);
  REQUIRE(left);
  const auto& data = std::get<protocol::exit_data>(left->row.submission.data);
  CHECK(data.ticket == text);
  CHECK_FALSE(data.session_id);
  CHECK(client->recordExit(exit).error().code == errc::already_exited);
}

TEST_CASE_METHOD(FinderFixture, "offline a forged, foreign or torn ticket is refused", "[finder]") {
  goOffline();
  const auto real = foreignTicket();
  otherKey = crypto::make_key_pair().sec;
  CHECK(find(foreignTicket()).error().code == errc::bad_ticket);
  CHECK(find(real.substr(0, 40)).error().code == errc::bad_ticket);
  CHECK(find(real));
}

TEST_CASE_METHOD(FinderFixture, "one character is too little to look for", "[finder]") {
  const auto refused = find(" B ");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == errc::invalid);
}
