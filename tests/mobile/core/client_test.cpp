#include "mobile/core/client.h"

#include "clientfixture.h"

#include "mobile/core/link.h"
#include "shared/protocol/codec.hpp"
#include "shared/protocol/limits.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::mobile;
using namespace palang::test;
using namespace std::chrono_literals;
using sync::record_state;
using Words = std::vector<std::string>;

namespace {

[[nodiscard]] std::string memberText(const std::string& json, std::string_view name) {
  const auto member = protocol::member_of(json, name);
  return member ? protocol::string_of(*member).value_or("") : "";
}

[[nodiscard]] Client::Entry entryAt(const std::string& gate, const std::string& plate) {
  Client::Entry entry;
  entry.gateId = gate;
  entry.plate = plate;
  return entry;
}

} // namespace

TEST_CASE_METHOD(ClientFixture, "a log-in carries the device and greets with the token",
                 "[client]") {
  goOnline();
  REQUIRE(server.loginBodies.size() == 1);
  const auto& body = server.loginBodies[0];
  CHECK(memberText(body, "username") == "budi");
  CHECK(memberText(body, "device_id") == to_string(client->deviceId()));
  CHECK(crypto::from_base64(memberText(body, "device_key")).value().size() == 32);
  REQUIRE(server.hellos.size() == 1);
  CHECK(server.hellos[0].token == "token-1");
  CHECK(server.hellos[0].app == "handheld");
  CHECK(server.hellos[0].is_batch);
  CHECK(server.hellos[0].topics == Words{"session", "config"});
  CHECK(client->isLoggedIn());
  CHECK_FALSE(client->needsLogin());
  CHECK(client->deviceNo() == 7);
  CHECK(client->identity()->user.username == "budi");
}

TEST_CASE_METHOD(ClientFixture, "a restarted client goes on as the same person on the same device",
                 "[client]") {
  goOnline();
  const auto device = client->deviceId();
  restart();
  CHECK(client->deviceId() == device);
  CHECK(client->isLoggedIn());
  CHECK(client->deviceNo() == 7);
  CHECK(client->config() == demoConfig());
  REQUIRE(eventually([&] { return client->isOnline(); }));
  CHECK(server.loginBodies.size() == 1);
  CHECK(server.hellos.back().token == "token-1");
}

TEST_CASE_METHOD(ClientFixture, "a refused log-in tells the server's reason", "[client]") {
  const auto [status, code] = GENERATE(table<int, errc>({{401, errc::bad_credentials},
                                                         {403, errc::device_pending},
                                                         {403, errc::device_revoked},
                                                         {429, errc::too_many_attempts},
                                                         {503, errc::db_unavailable}}));
  server.loginStatus = status;
  server.loginBody = protocol::encode_http_error({code, "by script", {}});
  client->login(server.address(), "budi", "wrong");
  REQUIRE(eventually([&] { return !loginFailures.empty(); }));
  CHECK(loginFailures == Words{std::string{to_string(code)}});
  CHECK_FALSE(client->isLoggedIn());
  CHECK(server.hellos.empty());
}

TEST_CASE_METHOD(ClientFixture, "a server that is not there or no address at all is told",
                 "[client]") {
  client->login("127.0.0.1:1", "budi", "x");
  REQUIRE(eventually([&] { return !loginFailures.empty(); }));
  CHECK(loginFailures == Words{"unreachable"});
  client->login("ftp://x", "budi", "x");
  CHECK(loginFailures.back() == "bad_address");
}

TEST_CASE_METHOD(ClientFixture, "nobody records before a first log-in", "[client]") {
  const auto refused = client->recordEntry(entryAt("in-1", "B 1 A"));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == errc::unauthorized);
}

TEST_CASE_METHOD(ClientFixture, "an offline entry is committed with its ticket and its session",
                 "[client]") {
  goOnline();
  goOffline();
  const auto entry = enter("b1234xyz");
  const auto& submission = entry.row.submission;
  CHECK(submission.is_offline);
  CHECK(submission.device_seq == 1);
  CHECK(submission.clock.source == protocol::clock_source::server);
  const auto& data = std::get<protocol::entry_data>(submission.data);
  CHECK(data.plate == "B 1234 XYZ");
  CHECK(data.session_id == entry.session.id);
  CHECK(data.ticket == entry.ticketText);
  CHECK(entry.row.summary == "B 1234 XYZ · MOBIL · in-1");
  CHECK(entry.row.username == "budi");

  const auto ticket = domain::parse_ticket(entry.ticketText);
  REQUIRE(ticket);
  CHECK(ticket->site_no == 12);
  CHECK(ticket->device_no == 7);
  CHECK(ticket->device_seq == 1);
  CHECK(ticket->tariff_version == 3);
  CHECK(ticket->plate_key == "B1234XYZ");
  CHECK(entry.ticketNo == domain::ticket_number(12, 7, 1));

  const auto kept = client->store().session(entry.session.id);
  REQUIRE(kept);
  REQUIRE(*kept);
  CHECK(**kept == entry.session);
  CHECK((*kept)->status == protocol::session_status::open);
}

TEST_CASE_METHOD(ClientFixture, "what the device can judge is refused before it is stored",
                 "[client]") {
  goOnline();
  const auto refusal = [this](const Client::Entry& entry) {
    const auto recorded = client->recordEntry(entry);
    return recorded ? std::optional<errc>{} : recorded.error().code;
  };
  auto lorry = entryAt("in-1", "B 1 A");
  lorry.vehicle = domain::vehicle_class::truk;
  auto nameless = entryAt("in-1", "");
  nameless.plate.reset();
  CHECK(refusal(entryAt("in-9", "B 1 A")) == errc::unknown_gate);
  CHECK(refusal(entryAt("out-1", "B 1 A")) == errc::unknown_gate);
  CHECK(refusal(entryAt("in-1", "- -")) == errc::bad_plate);
  CHECK(refusal(lorry) == errc::bad_vehicle_type);
  CHECK(refusal(nameless) == errc::bad_plate);
  nameless.plateReason = "baru";
  CHECK_FALSE(refusal(nameless));
  CHECK(client->store().rows(std::nullopt, 10)->size() == 1);
}

TEST_CASE_METHOD(ClientFixture,
                 "a vehicle that is inside comes in again only when a person says so", "[client]") {
  goOnline();
  (void)enter("B 1 A");
  const auto refused = client->recordEntry(entryAt("in-1", "b-1-a"));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == errc::already_inside);
  auto again = entryAt("in-1", "B 1 A");
  again.isInsideAnyway = true;
  CHECK(client->recordEntry(again));
}

TEST_CASE_METHOD(ClientFixture, "an exit depends on its entry, closes the session and happens once",
                 "[client]") {
  goOnline();
  goOffline();
  const auto entry = enter("B 1 A");
  const auto exit = leave(entry);
  CHECK(exit.row.dependsOn == std::vector{entry.row.submission.id});
  CHECK(exit.session.status == protocol::session_status::closed);
  CHECK(exit.session.fee == rupiah{5000});
  CHECK(exit.row.summary == "B 1 A · Rp5.000 · out-1");

  Client::Exit second;
  second.sessionId = entry.session.id;
  second.gateId = "out-1";
  const auto refused = client->recordExit(second);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == errc::already_exited);
  second.gateId = "in-1";
  CHECK(client->recordExit(second).error().code == errc::unknown_gate);
}

TEST_CASE_METHOD(ClientFixture, "an exit by the ticket of a known session names the session",
                 "[client]") {
  goOnline();
  const auto entry = enter("B 1 A");
  Client::Exit exit;
  exit.ticket = entry.ticketText;
  exit.gateId = "out-1";
  const auto left = client->recordExit(exit);
  REQUIRE(left);
  const auto& data = std::get<protocol::exit_data>(left->row.submission.data);
  CHECK(data.session_id == entry.session.id);
  CHECK_FALSE(data.ticket);
}

TEST_CASE_METHOD(ClientFixture, "an expired token asks for a log-in while the work goes on",
                 "[client]") {
  goOnline();
  server.refuseWith = protocol::close_code::unauthorized;
  server.close(protocol::close_code::unauthorized);
  REQUIRE(eventually([&] { return notices == Words{"login_needed"}; }));
  CHECK(client->isLoggedIn());
  CHECK(client->needsLogin());
  const auto entry = enter("B 1 A");
  CHECK(entry.row.username == "budi");

  SECTION("also after a restart") {
    notices.clear();
    restart();
    CHECK(client->isLoggedIn());
    CHECK(client->needsLogin());
    CHECK(eventually([&] { return notices == Words{"login_needed"}; }));
    CHECK(client->link().state() == Link::State::Idle);
  }
  SECTION("and the next log-in offers what was recorded meanwhile") {
    server.refuseWith.reset();
    logIn();
    REQUIRE(eventually([&] { return client->sync().promptWanted(); }));
    client->sync().startNow();
    CHECK(eventually([&] { return stateOf(entry) == record_state::applied; }));
  }
}

TEST_CASE_METHOD(ClientFixture, "a device that is taken over stays away until a person asks",
                 "[client]") {
  goOnline();
  server.close(protocol::close_code::taken_over);
  REQUIRE(eventually([&] { return notices == Words{"taken_over"}; }));
  CHECK(client->link().state() == Link::State::Idle);
  CHECK_FALSE(client->needsLogin());
  client->link().checkNow();
  CHECK(eventually([&] { return client->isOnline(); }));
}

TEST_CASE_METHOD(ClientFixture, "a revoked device is told so", "[client]") {
  goOnline();
  server.close(protocol::close_code::forbidden);
  CHECK(eventually([&] { return notices == Words{"revoked"}; }));
}

TEST_CASE_METHOD(ClientFixture, "signing out keeps the records for the next person", "[client]") {
  goOnline();
  goOffline();
  const auto entry = enter("B 1 A");
  client->logout();
  CHECK_FALSE(client->isLoggedIn());
  CHECK(client->link().state() == Link::State::Idle);
  CHECK(eventually([&] { return server.httpPaths.back() == "/v1/logout"; }));
  CHECK(stateOf(entry) == record_state::pending);
  server.greeting.is_db_up = true;
  logIn();
  REQUIRE(eventually([&] { return client->sync().promptWanted(); }));
  client->sync().startNow();
  CHECK(eventually([&] { return stateOf(entry) == record_state::applied; }));
}

TEST_CASE_METHOD(ClientFixture, "records of one site are never sent to another", "[client]") {
  goOnline();
  goOffline();
  const auto entry = enter("B 1 A");
  server.greeting.is_db_up = true;
  server.greeting.who.id = make_uuid_v5({}, "another site");
  client->login(server.address(), "budi", "x");
  REQUIRE(eventually([&] { return loginFailures == Words{"other_site"}; }));
  CHECK(stateOf(entry) == record_state::pending);
  CHECK(client->identity()->siteId == demoConfig().site.id);
}

TEST_CASE_METHOD(ClientFixture, "a gate is never opened later, and a password never stored",
                 "[client]") {
  goOnline();
  const auto opening = client->record(protocol::gate_open_data{"in-1", "uji", {}, {}}, "in-1");
  REQUIRE(opening);
  const auto& command = std::get<protocol::gate_open_data>(opening->submission.data);
  CHECK(command.expires_at.value() <= client->correctedNow() + 30s);
  protocol::user_set_data person{.username = "sari", .name = "Sari", .password = "rahasia"};
  CHECK(client->record(person, "sari").error().code == errc::invalid);
  goOffline();
  const auto refused = client->record(protocol::gate_open_data{"in-1", "uji", {}, {}}, "in-1");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == errc::db_unavailable);
}

TEST_CASE_METHOD(ClientFixture, "a stay is priced here with the tariff of its entry", "[client]") {
  goOnline();
  const auto entry = enter("B 1 A");
  CHECK(client->quote(entry.session, false)->total == rupiah{5000});
  clock.advance(61min);
  CHECK(client->quote(entry.session, false)->total == rupiah{7000});
}

TEST_CASE_METHOD(ClientFixture, "a query is answered, refused or given up by its id", "[client]") {
  goOnline();
  std::vector<std::string> answers;
  const auto note = [&](const result<std::string>& answer) {
    answers.push_back(answer ? *answer : std::string{to_string(answer.error().code)});
  };
  server.onQuery = [](const protocol::query& q) -> std::optional<std::string> {
    return std::holds_alternative<protocol::gate_list>(q.data) ? R"({"gates":[]})" : "";
  };
  client->query(protocol::gate_list{}, note);
  REQUIRE(eventually([&] { return answers == Words{R"({"gates":[]})"}; }));

  client->query(protocol::lock_list{}, note);
  REQUIRE(eventually(
      [&] { return std::holds_alternative<protocol::lock_list>(server.queries.back().data); }));
  server.send(protocol::error_message{server.queries.back().id, {errc::forbidden, "no", {}}, {}});
  REQUIRE(eventually([&] { return answers.size() == 2; }));
  CHECK(answers.back() == "forbidden");

  client->query(protocol::lock_list{}, note);
  settle(*client);
  server.drop();
  REQUIRE(eventually([&] { return answers.size() == 3; }));
  CHECK(answers.back() == "db_unavailable");
  client->query(protocol::lock_list{}, note);
  CHECK(answers.size() == 3);
  REQUIRE(eventually([&] { return answers.size() == 4; }));
  CHECK(answers.back() == "db_unavailable");
}

TEST_CASE_METHOD(ClientFixture, "a change that only makes sense now is sent once and never stored",
                 "[client]") {
  std::vector<std::string> answers;
  const auto note = [&](const result<std::string>& answer) {
    answers.push_back(answer ? *answer : std::string{to_string(answer.error().code)});
  };
  const protocol::user_set_data person{.username = "sari", .name = "Sari", .password = "rahasia"};
  SECTION("by a client without a device") {
    make({.dataDir = dir.path(), .app = "supervisor", .hasDevice = false, .topics = {"session"}});
    goOnline();
    CHECK(server.loginBodies.back().find("device_id") == std::string::npos);
    server.onSubmit = [this](const protocol::submit& s) {
      server.accept(s, false, R"({"user":1})");
    };
    client->submitNow(person, note);
    REQUIRE(eventually([&] { return answers == Words{R"({"user":1})"}; }));
    CHECK_FALSE(server.submits.back().device_seq);
    server.onSubmit = [this](const protocol::submit& s) { server.reject(s, errc::forbidden); };
    client->submitNow(person, note);
    REQUIRE(eventually([&] { return answers.size() == 2; }));
    CHECK(answers.back() == "forbidden");
    CHECK(client->store().rows(std::nullopt, 10)->empty());
    CHECK(verdicts.empty());
  }
  SECTION("but not by a numbered device") {
    goOnline();
    client->submitNow(person, note);
    CHECK(eventually([&] { return answers == Words{"not_supported"}; }));
  }
}

TEST_CASE_METHOD(ClientFixture, "photos wait for the connection and are uploaded once",
                 "[client]") {
  const QByteArray first = QByteArray::fromHex("89504e470d0a1a0a") + "first";
  const QByteArray second = QByteArray::fromHex("ffd8ffe0") + "second";
  goOnline();
  goOffline();
  const auto sha256 = client->addPhoto(first, PhotoKind::Entry);
  REQUIRE(sha256);
  REQUIRE(client->addPhoto(second, PhotoKind::Exit));
  CHECK(client->photosPending() == 2);
  CHECK(server.photoBodies.empty());

  SECTION("in order, with the token") {
    goBack();
    REQUIRE(eventually([&] { return client->photosPending() == 0; }));
    CHECK(server.photoBodies == Words{first.toStdString(), second.toStdString()});
    CHECK(std::ranges::count(server.httpPaths, "/v1/photos/" + *sha256) == 1);
    CHECK(server.authorization == "Bearer token-1");
    REQUIRE(client->addPhoto(first + "third", PhotoKind::Entry));
    CHECK(eventually([&] { return server.photoBodies.size() == 3; }));
  }
  SECTION("whole, after a cut in the middle") {
    server.photoCuts = 2;
    goBack();
    REQUIRE(eventually([&] { return server.photoCuts == 0; }));
    settle(*client);
    CHECK(client->photosPending() == 2);
    goOffline();
    goBack();
    REQUIRE(eventually([&] { return client->photosPending() == 0; }));
    REQUIRE(server.photoBodies.size() == 2);
    for (const auto& body : server.photoBodies) {
      const auto path = "/v1/photos/" + crypto::to_hex(crypto::sha256_of(body));
      CHECK(std::ranges::count(server.httpPaths, path) == 1);
    }
  }
  SECTION("and a refused one stays without holding up the rest") {
    server.photoStatus = GENERATE(401, 413, 422, 503);
    goBack();
    REQUIRE(eventually([&] { return server.photoBodies.size() == 2; }));
    settle(*client);
    CHECK(client->photosPending() == 2);
    server.photoStatus = 200;
    goOffline();
    goBack();
    CHECK(eventually([&] { return client->photosPending() == 0; }));
  }
}

namespace {

/// The device's zone as its person sets it.
class DeviceZone {
public:
  explicit DeviceZone(const char* name) { set(name); }
  DeviceZone(const DeviceZone&) = delete;
  DeviceZone& operator=(const DeviceZone&) = delete;
  ~DeviceZone() {
    if (m_before)
      set(m_before->c_str());
    else {
      ::unsetenv("TZ");
      ::tzset();
    }
  }
  static void set(const char* name) {
    ::setenv("TZ", name, 1);
    ::tzset();
  }

private:
  static std::optional<std::string> current() {
    const auto* name = std::getenv("TZ");
    return name == nullptr ? std::nullopt : std::optional<std::string>(name);
  }

  std::optional<std::string> m_before = current();
};

} // namespace

TEST_CASE_METHOD(ClientFixture,
                 "a clock and zone that somebody changes during a stay cost nobody money",
                 "[client][clock]") {
  DeviceZone zone("Asia/Jakarta");
  goOnline();
  goOffline();
  const auto entry = enter("B 1 A");
  // Two zones to the east, and the clock on the wall with them, as it is done by hand.
  const auto wall = GENERATE(std::chrono::hours{2}, std::chrono::hours{-2});
  DeviceZone::set("Asia/Jayapura");
  clock.setWall(wall);
  clock.advance(std::chrono::minutes{90});
  CHECK(client->quote(entry.session, false)->minutes == 90);
  CHECK(client->quote(entry.session, false)->total == rupiah{7000});
  const auto left = leave(entry);
  const auto stay = left.session.exited_at.value() - entry.session.entered_at.value();
  CHECK(std::chrono::floor<std::chrono::minutes>(stay) == std::chrono::minutes{90});
  CHECK(left.row.position > entry.row.position);
  // Both times travel: what the wall clock said, and by how much it is known to be wrong.
  const auto& sent = left.row.submission;
  CHECK(sent.clock.source == protocol::clock_source::monotonic);
  CHECK(sent.taken_at - entry.row.submission.taken_at >= wall + std::chrono::minutes{90});
  CHECK(std::abs(sent.clock.offset_ms + milliseconds{wall}.count()) < 1'000);
}
