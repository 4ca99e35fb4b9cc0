#include "mobile/features/gate/openingmodel.h"

#include "shared/protocol/codec.hpp"
#include "shared/protocol/limits.hpp"
#include "workplacefixture.h"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::mobile;
using namespace palang::test;
using Outcome = OpeningModel::Outcome;
using protocol::command_state;
using namespace std::chrono_literals;

namespace {

struct OpeningFixture : WorkplaceFixture {
  OpeningFixture() {
    model.setWorkplace(workplace.get());
    command.id = make_uuid_v7(clock.now());
    command.gate_id = "in-1";
    server.onSubmit = [this](const protocol::submit& s) { server.accept(s, false, told()); };
  }

  [[nodiscard]] std::string told() const {
    return protocol::object({{"command", protocol::encode(command)}});
  }
  void tell(command_state state, const char* kind, const char* detail = "") {
    command.state = state;
    command.detail = detail;
    server.send(protocol::event{++seq, clock.now(), protocol::topic::gate, kind, told()});
  }
  void open() { model.open(QStringLiteral("in-1"), QStringLiteral("Uji palang"), {}); }
  /// The server accepted: the command is on its way.
  void openAccepted() {
    open();
    REQUIRE(eventually([&] { return client->sync().pendingCount() == 0; }));
  }

  OpeningModel model;
  protocol::gate_command command;
  std::int64_t seq = 5000;
};

} // namespace

TEST_CASE_METHOD(OpeningFixture, "an accepted opening is not yet an open gate", "[gate]") {
  openAccepted();
  CHECK(model.outcome() == Outcome::Asked);
  CHECK(model.mayBeOpen());
  CHECK(sent<protocol::gate_open_data>(0).reason == "Uji palang");
  REQUIRE(sent<protocol::gate_open_data>(0).expires_at);
  // Well inside the server's limit, however far the clocks are apart.
  CHECK(*sent<protocol::gate_open_data>(0).expires_at
        < clock.now() + protocol::limits::gate_open_horizon - 5s);
  tell(command_state::confirmed, "gate.opened");
  CHECK(eventually([&] { return model.outcome() == Outcome::Opened; }));
  CHECK(model.outcomeText() == QStringLiteral("Palang dibuka"));
}

TEST_CASE_METHOD(OpeningFixture, "an opening that failed says why", "[gate]") {
  openAccepted();
  tell(command_state::failed, "gate.open_failed", "gateway offline");
  CHECK(eventually([&] { return model.outcome() == Outcome::Failed; }));
  CHECK(model.detail() == QStringLiteral("gateway offline"));
}

TEST_CASE_METHOD(OpeningFixture, "the reason is told in one language", "[gate]") {
  openAccepted();
  tell(command_state::failed, "gate.open_failed", "Gateway putus. (The gateway is offline.)");
  CHECK(eventually([&] { return model.outcome() == Outcome::Failed; }));
  CHECK(model.detail() == QStringLiteral("Gateway putus."));
}

TEST_CASE_METHOD(OpeningFixture, "an outcome that nobody knows is never called open", "[gate]") {
  openAccepted();
  tell(command_state::unknown, "gate.open_failed");
  CHECK(eventually([&] { return model.outcome() == Outcome::Unknown; }));
  CHECK(model.outcomeText().startsWith(QStringLiteral("Belum pasti")));
}

TEST_CASE_METHOD(OpeningFixture, "another command's outcome is not this one's", "[gate]") {
  openAccepted();
  command.id = make_uuid_v7(clock.now());
  tell(command_state::confirmed, "gate.opened");
  settle(*client);
  CHECK(model.outcome() == Outcome::Asked);
}

TEST_CASE_METHOD(OpeningFixture, "a refusal is a failure with its reason", "[gate]") {
  server.onSubmit = [this](const protocol::submit& s) { server.reject(s, errc::expired); };
  open();
  CHECK(eventually([&] { return model.outcome() == Outcome::Failed; }));
  CHECK(model.detail() == QStringLiteral("Perintah terlambat dan tidak dijalankan"));
}

TEST_CASE_METHOD(OpeningFixture,
                 "offline a gate is not opened, nothing is stored, and the screen says why",
                 "[gate]") {
  goOffline();
  CHECK_FALSE(model.isAvailable());
  CHECK_FALSE(model.whyNot().isEmpty());
  open();
  CHECK(model.outcome() == Outcome::Failed);
  CHECK(client->sync().pendingCount() == 0);
}

TEST_CASE_METHOD(OpeningFixture, "an opening for a car names the car and needs no reason",
                 "[gate]") {
  const auto car = make_uuid_v7(clock.now());
  model.open(QStringLiteral("in-1"), {}, QString::fromStdString(to_string(car)));
  REQUIRE(eventually([&] { return server.submits.size() == 1; }));
  CHECK(sent<protocol::gate_open_data>(0).session_id == car);
  CHECK_FALSE(sent<protocol::gate_open_data>(0).reason);
}

namespace {

/// Gates with locks; the car's record is accepted before its gate is asked for.
struct LockFixture : OpeningFixture {
  LockFixture() {
    auto config = demoConfig();
    config.gates[0].lock_id = "lock-in";
    config.gates[1].lock_id = "lock-out";
    server.config = protocol::encode(config);
    server.greeting.config_version = 2;
    goOffline();
    goBack();
    REQUIRE(eventually([&] { return workplace->hasGateLock(); }));
    server.onSubmit = [this](const protocol::submit& s) {
      const bool isOpening = std::holds_alternative<protocol::gate_open_data>(s.data);
      server.accept(s, false, isOpening ? told() : "{}");
    };
  }

  void openAfter(const Client::Recorded& record) {
    model.openAfter(QString::fromStdString(to_string(record.row.submission.id)));
  }
  [[nodiscard]] std::vector<protocol::gate_open_data> openings() const {
    std::vector<protocol::gate_open_data> all;
    for (const auto& s : server.submits)
      if (const auto* opening = std::get_if<protocol::gate_open_data>(&s.data))
        all.push_back(*opening);
    return all;
  }
};

} // namespace

TEST_CASE_METHOD(LockFixture,
                 "an accepted entry opens its gate for its car, for half a minute at most",
                 "[gate]") {
  const auto entry = enter("B 1 A");
  openAfter(entry);
  CHECK(model.outcome() == Outcome::Asked);
  REQUIRE(eventually([&] { return openings().size() == 1; }));
  CHECK(openings()[0].gate_id == "in-1");
  CHECK(openings()[0].session_id == entry.session.id);
  REQUIRE(openings()[0].expires_at);
  CHECK(*openings()[0].expires_at < clock.now() + protocol::limits::gate_open_horizon - 5s);
  tell(command_state::confirmed, "gate.opened");
  CHECK(eventually([&] { return model.outcome() == Outcome::Opened; }));
}

TEST_CASE_METHOD(LockFixture, "a paid exit opens the gate where it was paid, once", "[gate]") {
  const auto exit = leave(enter("B 1 A"));
  openAfter(exit);
  REQUIRE(eventually([&] { return openings().size() == 1; }));
  CHECK(openings()[0].gate_id == "out-1");
  CHECK(openings()[0].session_id == exit.session.id);
  settle(*client);
  CHECK(openings().size() == 1);
}

TEST_CASE_METHOD(LockFixture, "the session that the server tells is the one that is let out",
                 "[gate]") {
  protocol::session told;
  told.id = make_uuid_v7(clock.now());
  server.onSubmit = [this, told](const protocol::submit& s) {
    server.accept(s, false, protocol::object({{"session", protocol::encode(told)}}));
  };
  openAfter(enter("B 1 A"));
  REQUIRE(eventually([&] { return openings().size() == 1; }));
  CHECK(openings()[0].session_id == told.id);
}

TEST_CASE_METHOD(LockFixture, "a refused record opens nothing and says so", "[gate]") {
  server.onSubmit = [this](const protocol::submit& s) { server.reject(s, errc::bad_plate); };
  openAfter(enter("B 1 A"));
  CHECK(eventually([&] { return model.outcome() == Outcome::Failed; }));
  CHECK(model.detail() == QStringLiteral("Server menolak catatannya: Plat tidak terbaca"));
  CHECK_FALSE(model.mayBeOpen());
  CHECK(openings().empty());
}

TEST_CASE_METHOD(LockFixture, "a record that was made offline opens nothing, also later",
                 "[gate]") {
  goOffline();
  openAfter(enter("B 1 A"));
  CHECK(model.outcome() == Outcome::None);
  goBack();
  client->sync().startNow();
  REQUIRE(eventually([&] { return client->sync().pendingCount() == 0; }));
  settle(*client);
  CHECK(openings().empty());
}

TEST_CASE_METHOD(LockFixture,
                 "a record whose answer comes after the connection was lost opens nothing",
                 "[gate]") {
  server.onSubmit = [](const protocol::submit&) {};
  openAfter(enter("B 1 A"));
  CHECK(model.outcome() == Outcome::Asked);
  goOffline();
  CHECK(model.outcome() == Outcome::Failed);
  server.onSubmit = nullptr;
  goBack();
  REQUIRE(eventually([&] { return client->sync().pendingCount() == 0; }));
  settle(*client);
  CHECK(openings().empty());
}

TEST_CASE_METHOD(OpeningFixture, "a gate without a lock is not asked to open", "[gate]") {
  const auto entry = enter("B 1 A");
  model.openAfter(QString::fromStdString(to_string(entry.row.submission.id)));
  CHECK(model.outcome() == Outcome::None);
  REQUIRE(eventually([&] { return client->sync().pendingCount() == 0; }));
  settle(*client);
  CHECK(server.submits.size() == 1);
}
