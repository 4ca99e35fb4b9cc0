#include "mobile/features/gate/openingmodel.h"

#include "shared/protocol/codec.hpp"
#include "workplacefixture.h"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::mobile;
using namespace palang::test;
using Outcome = OpeningModel::Outcome;
using protocol::command_state;

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
  CHECK(sent<protocol::gate_open_data>(0).reason == "Uji palang");
  CHECK(sent<protocol::gate_open_data>(0).expires_at);
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

TEST_CASE_METHOD(OpeningFixture, "an outcome that nobody knows is never called open", "[gate]") {
  openAccepted();
  tell(command_state::unknown, "gate.open_failed");
  CHECK(eventually([&] { return model.outcome() == Outcome::Unknown; }));
  CHECK(model.outcomeText().startsWith(QStringLiteral("Belum diketahui")));
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
