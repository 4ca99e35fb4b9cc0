#include "mobile/features/live/livemodel.h"

#include "deskfixture.h"
#include "mobile/features/live/alertsound.h"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::mobile;
using namespace palang::test;

namespace {

struct LiveFixture : DeskFixture {
  LiveFixture() {
    // Of today, whatever day the tests run on.
    now = clock.now();
    sessions = {entered("B 1 A", now)};
    sums = {{.from = {}, .gate_id = "in-1", .entries = 1, .exits = 0, .revenue = {}}};
    live.setWorkplace(workplace.get());
    REQUIRE(eventually([&] { return live.isLoaded() && live.isCounted(); }));
  }

  [[nodiscard]] std::string inFeed(int row) {
    return live.feed()
        ->data(live.feed()->index(row), FeedModel::PlateRole)
        .toString()
        .toStdString();
  }
  [[nodiscard]] std::string inLane(int row) {
    return live.lanes()
        ->data(live.lanes()->index(row), LaneListModel::PlateRole)
        .toString()
        .toStdString();
  }
  /// Everything that was told is on the screen.
  void flush() {
    settle(*client);
    bool isOver = false;
    QTimer::singleShot(2 * LiveModel::period, [&] { isOver = true; });
    REQUIRE(eventually([&] { return isOver; }));
  }

  instant now;
  LiveModel live;
};

} // namespace

TEST_CASE_METHOD(LiveFixture, "the picture comes first and events go on from it, in their order",
                 "[live]") {
  CHECK(live.feed()->count() == 1);
  CHECK(live.entries() == 1);
  tell("session.entered", entered("B 2 B", now));
  tell("session.entered", entered("B 3 C", now));
  flush();
  REQUIRE(live.feed()->count() == 3);
  CHECK(inFeed(0) == "B 3 C");
  CHECK(inFeed(1) == "B 2 B");
  CHECK(inFeed(2) == "B 1 A");
  CHECK(inLane(0) == "B 3 C");
  CHECK(live.entries() == 3);
}

TEST_CASE_METHOD(LiveFixture,
                 "after a broken connection nothing is told twice and nothing is missing",
                 "[live]") {
  tell("session.entered", entered("B 2 B", now));
  flush();
  goOffline();
  CHECK_FALSE(live.asOf().isEmpty());
  CHECK(live.feed()->count() == 2);
  goBack();
  REQUIRE(server.hellos.back().resume);
  CHECK(server.hellos.back().resume->seq == seq);
  tellAgain("session.entered", entered("B 2 B", now));
  tell("session.entered", entered("B 3 C", now));
  flush();
  CHECK(live.asOf().isEmpty());
  REQUIRE(live.feed()->count() == 3);
  CHECK(inFeed(0) == "B 3 C");
  CHECK(inFeed(1) == "B 2 B");
  CHECK(live.entries() == 3);
  CHECK(asked<protocol::gate_list>() == 1);
}

TEST_CASE_METHOD(LiveFixture, "a history that cannot be resumed is fetched anew", "[live]") {
  server.greeting.epoch = "epoch-2";
  goOffline();
  sessions = {entered("B 9 Z", now)};
  sums.clear();
  goBack();
  CHECK(eventually([&] { return live.feed()->count() == 1 && inFeed(0) == "B 9 Z"; }));
  CHECK(eventually([&] { return live.entries() == 0; }));
}

TEST_CASE_METHOD(LiveFixture,
                 "an alert is gone when the server took its resolution, and back when not",
                 "[live]") {
  tell("alert.raised", alert("forced", protocol::severity::critical));
  flush();
  REQUIRE(live.alerts()->count() == 1);
  const auto id = QString::fromStdString(to_string(idOf("forced")));

  SECTION("taken") {
    REQUIRE(live.resolve(id, QStringLiteral("petugas membuka dengan kunci")));
    CHECK(eventually([&] { return live.alerts()->count() == 0; }));
  }
  SECTION("refused") {
    server.onSubmit = [&](const protocol::submit& s) { server.reject(s, errc::forbidden); };
    REQUIRE(live.resolve(id, QStringLiteral("x")));
    CHECK(eventually([&] { return !live.trouble().isEmpty(); }));
    CHECK(live.alerts()->count() == 1);
  }
}

TEST_CASE_METHOD(DeskFixture, "the bell is silent once muted, also after the next start",
                 "[live][sound]") {
  int rung = 0;
  AlertSound sound(nullptr, [&] { ++rung; });
  sound.setWorkplace(workplace.get());
  sound.play();
  CHECK(rung == 1);
  sound.setMuted(true);
  sound.play();
  CHECK(rung == 1);

  AlertSound next;
  next.setWorkplace(workplace.get());
  CHECK(next.isMuted());
}
