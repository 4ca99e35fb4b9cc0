#include "mobile/features/live/alertlistmodel.h"
#include "mobile/features/live/dayfigures.h"
#include "mobile/features/live/feedmodel.h"
#include "mobile/features/live/lanelistmodel.h"
#include "mobile/features/live/zonelistmodel.h"

#include "samples.h"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::mobile;
using namespace palang::test;
using namespace std::chrono_literals;

namespace {

template <class... Events>
std::vector<LiveEvent> read(const Events&... events) {
  std::vector<LiveEvent> all;
  for (const auto& each : {events...}) {
    auto one = readLiveEvent(each);
    REQUIRE(one);
    all.push_back(*std::move(one));
  }
  return all;
}

template <class Model>
std::string cell(const Model& model, int row, int role) {
  return model.data(model.index(row), role).toString().toStdString();
}

} // namespace

TEST_CASE("an event that cannot be read is no event", "[live]") {
  CHECK_FALSE(readLiveEvent({1, noon, protocol::topic::session, "session.entered", "{}"}));
  CHECK_FALSE(readLiveEvent({1, noon, protocol::topic::gate, "gate.opened", "not json"}));
}

TEST_CASE("a lane shows the last car that passed it", "[live][lanes]") {
  LaneListModel lanes;
  lanes.setSite(sampleSite());
  lanes.setGates({gate("in-1"), gate("out-1")});
  CHECK(cell(lanes, 0, LaneListModel::SessionIdRole).empty());

  lanes.apply(read(event("session.entered", entered("B 1 A")),
                   event("session.exited", exited("D 2 B", {5000}))));
  CHECK(cell(lanes, 0, LaneListModel::PlateRole) == "B 1 A");
  CHECK(cell(lanes, 0, LaneListModel::VehicleRole) == "Mobil");
  CHECK(cell(lanes, 0, LaneListModel::PassedRole) == "14:05:09");
  CHECK(cell(lanes, 1, LaneListModel::PlateRole) == "D 2 B");

  SECTION("not one that was recorded offline and came late") {
    lanes.apply(read(event("session.entered", entered("F 3 C", noon - 2h))));
    CHECK(cell(lanes, 0, LaneListModel::PlateRole) == "B 1 A");
  }
  SECTION("and keeps it when the gates are fetched again") {
    lanes.setGates({gate("out-1"), gate("in-1")});
    CHECK(cell(lanes, 1, LaneListModel::PlateRole) == "B 1 A");
  }
  SECTION("a correction of another car is no passage") {
    lanes.apply(read(event("session.corrected", entered("B 9 Z"))));
    CHECK(cell(lanes, 0, LaneListModel::PlateRole) == "B 1 A");
  }
  SECTION("as it was corrected") {
    auto corrected = entered("B 1 A");
    corrected.plate = "B 1 AA";
    lanes.apply(read(event("session.corrected", corrected)));
    CHECK(cell(lanes, 0, LaneListModel::PlateRole) == "B 1 AA");
  }
}

TEST_CASE("a lane shows its mode and what became of its last opening", "[live][lanes]") {
  LaneListModel lanes;
  lanes.setSite(sampleSite());
  lanes.setGates({gate("in-1")});
  auto held = gate("in-1");
  held.mode = protocol::gate_mode::held_open;
  held.last_open = {{noon, "failed", "macet"}};
  lanes.apply(read(event("gate.open_failed", held)));
  CHECK(cell(lanes, 0, LaneListModel::ModeRole) == "held_open");
  CHECK(cell(lanes, 0, LaneListModel::OutcomeRole) == "failed");
  CHECK(cell(lanes, 0, LaneListModel::CauseRole) == "macet");
}

TEST_CASE("a batch changes each lane once", "[live][lanes]") {
  LaneListModel lanes;
  lanes.setSite(sampleSite());
  lanes.setGates({gate("in-1"), gate("out-1")});
  int changes = 0;
  QObject::connect(&lanes, &QAbstractItemModel::dataChanged, [&] { ++changes; });
  std::vector<LiveEvent> many;
  for (int i = 0; i < 1000; ++i)
    many.push_back({noon, "session.entered", entered("B " + std::to_string(i) + " X")});
  lanes.apply(many);
  CHECK(changes == 1);
  CHECK(cell(lanes, 0, LaneListModel::PlateRole) == "B 999 X");
}

TEST_CASE("a lane whose gate failed to open says so until its lock tells that it was opened",
          "[live][lanes]") {
  auto stuck = gate("in-1");
  stuck.lock_id = "7";
  stuck.last_open = protocol::gate_last_open{noon, "failed", "session"};
  LaneListModel lanes;
  lanes.setSite(sampleSite());
  lanes.setGates({stuck});
  protocol::lock_record record;
  record.lock_id = "7";
  record.is_success = true;
  record.corrected_at = noon + std::chrono::seconds{20};
  record.text_id = "Tombol";
  const auto tell = [&] {
    lanes.apply(read(protocol::event{1, noon, protocol::topic::lock, "lock.record",
                                     protocol::object({{"record", protocol::encode(record)}})}));
  };
  tell();
  CHECK(cell(lanes, 0, LaneListModel::OutcomeRole) == "failed");
  record.opening_id = idOf("opening");
  tell();
  CHECK(cell(lanes, 0, LaneListModel::OutcomeRole) == "confirmed");
  CHECK(cell(lanes, 0, LaneListModel::CauseRole) == "Tombol");
  lanes.setGates({stuck});
  CHECK(cell(lanes, 0, LaneListModel::OutcomeRole) == "confirmed");
  stuck.last_open = protocol::gate_last_open{noon + std::chrono::minutes{1}, "failed", "session"};
  lanes.setGates({stuck});
  CHECK(cell(lanes, 0, LaneListModel::OutcomeRole) == "failed");
}

TEST_CASE("a zone fills as its gates tell, and says how far", "[live][zones]") {
  ZoneListModel zones;
  zones.setSite(sampleSite());
  zones.setGates({gate("in-1", 10), gate("out-1", 10)});
  REQUIRE(zones.count() == 1);
  CHECK(cell(zones, 0, ZoneListModel::NameRole) == "Halaman");

  const auto [occupancy, level] = GENERATE(table<int, std::string>(
      {{74, "free"}, {75, "filling"}, {90, "nearly_full"}, {100, "full"}, {101, "full"}}));
  zones.apply(read(event("gate.occupancy", gate("in-1", occupancy))));
  CHECK(cell(zones, 0, ZoneListModel::OccupancyRole) == std::to_string(occupancy));
  CHECK(cell(zones, 0, ZoneListModel::LevelRole) == level);
}

TEST_CASE("the feed shows the newest first and forgets the oldest", "[live][feed]") {
  FeedModel feed;
  feed.setSite(sampleSite());
  std::vector<LiveEvent> many;
  for (std::size_t i = 0; i < FeedModel::limit + 100; ++i)
    many.push_back({noon, "session.entered", entered("B " + std::to_string(i) + " X")});
  feed.apply(std::span{many}.first(300));
  feed.apply(std::span{many}.subspan(300));
  CHECK(feed.count() == static_cast<int>(FeedModel::limit));
  CHECK(cell(feed, 0, FeedModel::PlateRole) == "B 599 X");
  CHECK(cell(feed, feed.count() - 1, FeedModel::PlateRole) == "B 100 X");
}

TEST_CASE("the feed tells a car once though the first list and an event tell of it",
          "[live][feed]") {
  FeedModel feed;
  feed.setSite(sampleSite());
  feed.reset(eventsOf({exited("D 2 B", {5000})}));
  REQUIRE(feed.count() == 2);
  CHECK(cell(feed, 0, FeedModel::TitleRole) == "Keluar");
  feed.apply(read(event("session.exited", exited("D 2 B", {5000}))));
  CHECK(feed.count() == 2);
}

TEST_CASE("the feed says what a person needs of each kind", "[live][feed]") {
  FeedModel feed;
  feed.setSite(sampleSite());
  feed.apply(read(event("session.exited", exited("D 2 B", {5000}))));
  CHECK(cell(feed, 0, FeedModel::DetailRole) == "Mobil · Keluar 1 · Rp5.000");
  feed.apply(read(event("alert.raised", alert("Palang dipaksa", protocol::severity::critical))));
  CHECK(cell(feed, 0, FeedModel::ToneRole) == "critical");
  CHECK(cell(feed, 0, FeedModel::DetailRole) == "Palang dipaksa");
  feed.apply(
      read(protocol::event{1, noon, protocol::topic::sync, "sync.received",
                           R"({"device_no":3,"device_seq":9,"kind":"entry","delay_ms":720000})"}));
  CHECK(cell(feed, 0, FeedModel::DetailRole) == "HP 3, terlambat 12 menit");
  feed.apply(
      read(protocol::event{1, noon, protocol::topic::sync, "sync.received",
                           R"({"device_no":3,"device_seq":10,"kind":"entry","delay_ms":59999})"}));
  CHECK(cell(feed, 0, FeedModel::DetailRole) == "HP 3");
  feed.apply(read(event("gate.occupancy", gate("in-1", 5))));
  CHECK(feed.count() == 4);
}

TEST_CASE("the gravest alert comes first, of these the newest", "[live][alerts]") {
  AlertListModel alerts;
  alerts.setSite(sampleSite());
  alerts.setAlerts({alert("old", protocol::severity::warning, noon - 1h),
                    alert("note", protocol::severity::info)});
  alerts.apply(
      read(event("alert.raised", alert("new", protocol::severity::warning)),
           event("alert.raised", alert("grave", protocol::severity::critical, noon - 2h))));
  REQUIRE(alerts.count() == 4);
  CHECK(cell(alerts, 0, AlertListModel::TextRole) == "grave");
  CHECK(cell(alerts, 1, AlertListModel::TextRole) == "new");
  CHECK(cell(alerts, 2, AlertListModel::TextRole) == "old");
  CHECK(alerts.criticalCount() == 1);

  SECTION("told twice it is there once") {
    alerts.apply(read(event("alert.raised", alert("new", protocol::severity::warning))));
    CHECK(alerts.count() == 4);
  }
  SECTION("resolved by anybody it is gone") {
    auto done = alert("grave", protocol::severity::critical);
    done.resolved_at = noon;
    alerts.apply(read(event("alert.resolved", done)));
    CHECK(alerts.count() == 3);
    CHECK(alerts.criticalCount() == 0);
  }
}

TEST_CASE("only what is newly grave calls for attention, once for several", "[live][alerts]") {
  using protocol::severity;
  AlertListModel alerts;
  alerts.setSite(sampleSite());
  int calls = 0;
  QObject::connect(&alerts, &AlertListModel::criticalRaised, [&] { ++calls; });
  alerts.setAlerts({alert("known", severity::critical)});
  CHECK(calls == 0);

  SECTION("events") {
    alerts.apply(read(event("alert.raised", alert("known", severity::critical)),
                      event("alert.raised", alert("mild", severity::warning))));
    CHECK(calls == 0);
    alerts.apply(read(event("alert.raised", alert("one", severity::critical)),
                      event("alert.raised", alert("two", severity::critical))));
    CHECK(calls == 1);
    alerts.apply(read(event("alert.raised", alert("mild", severity::critical))));
    CHECK(calls == 2);
  }
  SECTION("a list that was fetched again after a gap") {
    alerts.setAlerts({alert("known", severity::critical)});
    CHECK(calls == 0);
    alerts.setAlerts({alert("known", severity::critical), alert("new", severity::critical)});
    CHECK(calls == 1);
  }
}

TEST_CASE("the day's figures go on from the server's sums", "[live][figures]") {
  DayFigures figures(SiteTime(sampleConfig()), noon);
  CHECK(figures.to() - figures.from() == 24h);
  figures.set({{.from = {}, .gate_id = "in-1", .entries = 7, .exits = 0, .revenue = {}},
               {.from = {}, .gate_id = "out-1", .entries = 0, .exits = 3, .revenue = {15000}}});
  for (const auto& e : read(event("session.entered", entered("B 1 A")),
                            event("session.exited", exited("D 2 B", {5000}))))
    CHECK(figures.count(e));
  CHECK(figures.entries() == 8);
  CHECK(figures.exits() == 4);
  CHECK(figures.revenue() == rupiah{20000});
}

TEST_CASE("a car of yesterday that was told today is not today's", "[live][figures]") {
  DayFigures figures(SiteTime(sampleConfig()), noon);
  const auto midnight = figures.from();
  const auto count = [&](instant at) {
    return figures.count(read(event("session.entered", entered("B 1 A", at))).front());
  };
  CHECK_FALSE(count(midnight - 1ms));
  CHECK(count(midnight));
  CHECK(count(figures.to() - 1ms));
  CHECK_FALSE(count(figures.to()));
}
