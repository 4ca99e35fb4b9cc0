#include "mobile/features/vehicles/sessionlistmodel.h"
#include "mobile/features/vehicles/vehiclemodel.h"

#include "deskfixture.h"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::mobile;
using namespace palang::test;
using namespace std::chrono_literals;
using State = SessionListModel::State;

namespace {

struct SessionsFixture : DeskFixture {
  SessionsFixture() {
    sessions = {entered("D 2 B"), exited("B 1234 XYZ", {5000}), entered("B 1 A", noon - 1h)};
    list.setWorkplace(workplace.get());
    vehicle.setWorkplace(workplace.get());
    REQUIRE(eventually([&] { return list.state() == State::Ready; }));
  }

  [[nodiscard]] std::vector<std::string> plates() const {
    std::vector<std::string> all;
    for (int row = 0; row < list.count(); ++row)
      all.push_back(
          list.data(list.index(row), SessionListModel::PlateRole).toString().toStdString());
    return all;
  }
  [[nodiscard]] bool becomes(const std::vector<std::string>& wanted) {
    return eventually([&] { return list.state() == State::Ready && plates() == wanted; });
  }
  /// Whatever was told before is in the list once this car is, at its end.
  void catchUp() {
    tell("session.entered", entered("Z 9 Z", noon - 2h));
    REQUIRE(eventually([&] { return list.find(idOf("Z 9 Z")) != nullptr; }));
  }
  void show(const std::string& plate) {
    vehicle.show(QString::fromStdString(to_string(idOf(plate))), &list);
  }

  SessionListModel list;
  VehicleModel vehicle;
};

using Plates = std::vector<std::string>;

} // namespace

TEST_CASE_METHOD(SessionsFixture, "a car that comes in appears on top, once", "[vehicles]") {
  tell("session.entered", entered("F 3 C", noon + 1min));
  CHECK(becomes({"F 3 C", "D 2 B", "B 1234 XYZ", "B 1 A"}));
  tellAgain("session.entered", entered("F 3 C", noon + 1min));
  catchUp();
  CHECK(plates() == Plates{"F 3 C", "D 2 B", "B 1234 XYZ", "B 1 A", "Z 9 Z"});
}

TEST_CASE_METHOD(SessionsFixture,
                 "after a broken connection the list is what the server has, without a repeat",
                 "[vehicles]") {
  goOffline();
  CHECK(list.state() == State::Stale);
  CHECK_FALSE(list.note().isEmpty());
  sessions.insert(sessions.begin(), entered("F 3 C", noon + 1min));
  goBack();
  tell("session.entered", entered("F 3 C", noon + 1min));
  CHECK(becomes({"F 3 C", "D 2 B", "B 1234 XYZ", "B 1 A"}));
  catchUp();
  CHECK(plates() == Plates{"F 3 C", "D 2 B", "B 1234 XYZ", "B 1 A", "Z 9 Z"});
}

TEST_CASE_METHOD(SessionsFixture, "a filter holds for what the server lists and for what happens",
                 "[vehicles]") {
  list.setFilter({{"status", "open"}});
  REQUIRE(becomes({"D 2 B", "B 1 A"}));
  tell("session.exited", exited("D 2 B", {5000}));
  CHECK(becomes({"B 1 A"}));
  tell("session.exited", exited("F 3 C", {5000}, noon + 1min));
  catchUp();
  CHECK(plates() == Plates{"B 1 A", "Z 9 Z"});
}

TEST_CASE_METHOD(SessionsFixture,
                 "a search shows what has it in its plate, and one character is too short",
                 "[vehicles]") {
  list.setText(QStringLiteral("234 x"));
  CHECK(becomes({"B 1234 XYZ"}));
  list.setText(QStringLiteral("B"));
  CHECK(eventually([&] { return list.state() == State::TooShort; }));
  list.setText({});
  CHECK(becomes({"D 2 B", "B 1234 XYZ", "B 1 A"}));
}

TEST_CASE_METHOD(
    SessionsFixture,
    "a list that is scrolled far holds what is near, and has the rest again on the way "
    "back",
    "[vehicles]") {
  onQuestion = [](const protocol::query_data& q) -> std::optional<std::string> {
    const auto* asked = std::get_if<protocol::session_list>(&q);
    if (asked == nullptr)
      return std::nullopt;
    const int first = asked->window.after ? std::stoi(*asked->window.after) : 0;
    std::vector<std::string> rows;
    for (int row = first; row < first + 100; ++row)
      rows.push_back(protocol::encode(entered("B " + std::to_string(row), noon - row * 1min)));
    return protocol::object({{"sessions", protocol::array(rows)},
                             {"next", protocol::text(std::to_string(first + 100))}});
  };
  list.refresh();
  REQUIRE(eventually([&] { return list.count() == 100; }));
  while (list.count() < 3'000) {
    const int before = list.count();
    list.fetchMore({});
    list.lookAt(before - 1);
    REQUIRE(eventually([&] { return list.count() > before; }));
  }
  CHECK(list.held() <= 1'000);
  CHECK(list.sessionIdAt(0).isEmpty());
  CHECK(list.canFetchMore({}));
  list.lookAt(0);
  CHECK(eventually([&] { return list.rowOf(list.sessionIdAt(0)) == 0 && list.held() >= 500; }));
  CHECK(list.count() == 3'000);
  tell("session.entered", entered("F 3 C", noon + 1min));
  CHECK(eventually([&] { return list.find(idOf("F 3 C")) != nullptr; }));
  CHECK(list.count() == 3'001);
}

TEST_CASE_METHOD(SessionsFixture, "an older state of a car never takes back a newer one",
                 "[vehicles]") {
  auto stale = entered("B 1234 XYZ", noon - 1h);
  stale.version = 1;
  tell("session.corrected", stale);
  catchUp();
  CHECK(list.find(idOf("B 1234 XYZ"))->status == protocol::session_status::closed);
}

TEST_CASE_METHOD(SessionsFixture, "a shown car follows what happens to it", "[vehicles]") {
  show("D 2 B");
  CHECK(vehicle.status() == QStringLiteral("open"));
  tell("session.exited", exited("D 2 B", {7000}));
  CHECK(eventually([&] { return vehicle.status() == QStringLiteral("closed"); }));
  CHECK(vehicle.charged() == QStringLiteral("Rp7.000"));
  CHECK_FALSE(vehicle.isQuotable());
}

TEST_CASE_METHOD(SessionsFixture, "a correction says what the server made of it", "[vehicles]") {
  show("D 2 B");
  SECTION("nothing to change") {
    CHECK_FALSE(vehicle.correct(QStringLiteral("d2b"), QStringLiteral("MOBIL"),
                                QStringLiteral("salah ketik")));
    CHECK(vehicle.verdict() == VehicleModel::Verdict::Refused);
    CHECK(server.submits.empty());
  }
  SECTION("taken") {
    REQUIRE(vehicle.correct(QStringLiteral("D 2 BB"), QStringLiteral("MOBIL"),
                            QStringLiteral("salah ketik")));
    CHECK(eventually([&] { return vehicle.verdict() == VehicleModel::Verdict::Done; }));
    const auto& sent = std::get<protocol::correct_data>(server.submits.at(0).data);
    CHECK(sent.plate == "D 2 BB");
    CHECK_FALSE(sent.vehicle_type);
    CHECK(sent.reason == "salah ketik");
  }
  SECTION("refused") {
    server.onSubmit = [&](const protocol::submit& s) { server.reject(s, errc::forbidden); };
    REQUIRE(vehicle.correct(QStringLiteral("D 2 BB"), QStringLiteral("MOBIL"),
                            QStringLiteral("salah ketik")));
    CHECK(eventually([&] { return vehicle.verdict() == VehicleModel::Verdict::Refused; }));
  }
}
