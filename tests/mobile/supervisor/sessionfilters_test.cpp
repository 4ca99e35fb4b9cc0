#include "mobile/features/vehicles/savedfilters.h"
#include "mobile/features/vehicles/sessionlistmodel.h"

#include "deskfixture.h"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::mobile;
using namespace palang::test;
using namespace std::chrono_literals;

namespace {

protocol::session_list lastList(const ScriptedServer& server) {
  protocol::session_list last;
  for (const auto& q : server.queries)
    if (const auto* list = std::get_if<protocol::session_list>(&q.data))
      last = *list;
  return last;
}

SessionFilter filterOf(const QVariantMap& values) {
  return {values, SiteTime(sampleConfig())};
}

} // namespace

TEST_CASE("a filter fits the same stays that the server lists for it", "[vehicles]") {
  auto lost = exited("B 2 B", {20'000});
  lost.flags = {"lost_ticket"};
  lost.fee = rupiah{30'000};
  CHECK(filterOf({{"status", "closed"}}).fits(lost, noon));
  CHECK_FALSE(filterOf({{"status", "open"}}).fits(lost, noon));
  CHECK(filterOf({{"gate", "in-1"}}).fits(lost, noon));
  CHECK(filterOf({{"gate", "out-1"}}).fits(lost, noon));
  CHECK_FALSE(filterOf({{"gate", "in-2"}}).fits(lost, noon));
  CHECK(filterOf({{"flag", "lost_ticket"}}).fits(lost, noon));
  CHECK_FALSE(filterOf({{"flag", "no_plate"}}).fits(lost, noon));
  CHECK(filterOf({{"amount", "under"}}).fits(lost, noon));
  CHECK(filterOf({{"amount", "different"}}).fits(lost, noon));
  CHECK_FALSE(filterOf({{"amount", "free"}}).fits(lost, noon));
  CHECK(filterOf({{"notable", "yes"}}).fits(lost, noon));
  CHECK_FALSE(filterOf({{"notable", "yes"}}).fits(exited("B 2 B", {20'000}), noon));
  CHECK_FALSE(filterOf({{"type", "BUS"}}).fits(lost, noon));
  CHECK(filterOf({{"flag", ""}, {"type", ""}}).question() == protocol::session_list{});
}

TEST_CASE("a filter knows who recorded a stay, how long it was and what was taken", "[vehicles]") {
  auto stay = exited("B 2 B", {20'000});
  stay.entry_by = "budi";
  stay.exit_by = "sari";
  CHECK(filterOf({{"attendant", "budi"}}).fits(stay, noon));
  CHECK(filterOf({{"attendant", "sari"}}).fits(stay, noon));
  CHECK_FALSE(filterOf({{"attendant", "wati"}}).fits(stay, noon));
  CHECK(filterOf({{"stayFrom", "60"}, {"stayTo", "60"}}).fits(stay, noon));
  CHECK_FALSE(filterOf({{"stayFrom", "61"}}).fits(stay, noon));
  CHECK_FALSE(filterOf({{"stayTo", "59"}}).fits(stay, noon));
  CHECK(filterOf({{"stayFrom", "120"}}).fits(entered("A", noon - 2h), noon));
  CHECK_FALSE(filterOf({{"stayFrom", "120"}}).fits(entered("A", noon - 2h + 1ms), noon));
  CHECK(filterOf({{"chargedFrom", "20.000"}, {"chargedTo", "20000"}}).fits(stay, noon));
  CHECK_FALSE(filterOf({{"chargedFrom", "20001"}}).fits(stay, noon));
  CHECK_FALSE(filterOf({{"chargedTo", "19999"}}).fits(stay, noon));
  CHECK_FALSE(filterOf({{"chargedFrom", "0"}}).fits(entered("A"), noon));
}

TEST_CASE("numbers are read as people write them", "[vehicles]") {
  CHECK(wholeNumberFrom("90") == "90");
  CHECK(wholeNumberFrom(" Rp 1.250.000 ") == "1250000");
  CHECK(wholeNumberFrom("5.00").isEmpty());
  CHECK(wholeNumberFrom("-5").isEmpty());
  CHECK(wholeNumberFrom("lima").isEmpty());
  CHECK(wholeNumberFrom("9999999999999").isEmpty());
}

TEST_CASE("the days of a filter are the site's and both belong to it", "[vehicles]") {
  const auto day = filterOf({{"from", "2025-03-24"}, {"to", "2025-03-24"}});
  const auto midnight = from_ms(1742749200000); // 24 March 2025, 00:00 in UTC+7
  CHECK(day.fits(entered("A", midnight), noon));
  CHECK_FALSE(day.fits(entered("A", midnight - 1ms), noon));
  CHECK(day.fits(entered("A", midnight + 24h - 1ms), noon));
  CHECK_FALSE(day.fits(entered("A", midnight + 24h), noon));
  CHECK(dayFrom("24-3-2025") == "2025-03-24");
  CHECK(dayFrom("24/03/2025") == "2025-03-24");
  CHECK(dayFrom("kemarin").isEmpty());
}

TEST_CASE_METHOD(DeskFixture,
                 "a filter is asked of the server, with the plate that is searched for",
                 "[vehicles]") {
  sessions = {entered("D 2 B"), exited("B 1234 XYZ", {5000})};
  SessionListModel list;
  list.setWorkplace(workplace.get());
  list.setFilter({{"status", "closed"}, {"gate", "out-1"}, {"from", "2025-03-24"}});
  REQUIRE(eventually([&] { return lastList(server).gate_id == "out-1"; }));
  CHECK(lastList(server).status == protocol::session_status::closed);
  CHECK(to_ms(lastList(server).window.from.value()) == 1742749200000);
  list.setFilter({{"attendant", "budi"},
                  {"method", "qris"},
                  {"stayFrom", "60"},
                  {"stayTo", "90"},
                  {"chargedFrom", "5000"},
                  {"chargedTo", "7000"}});
  REQUIRE(eventually([&] { return lastList(server).attendant == "budi"; }));
  CHECK(lastList(server).method == "qris");
  CHECK(lastList(server).stay_from == 60);
  CHECK(lastList(server).stay_to == 91);
  CHECK(lastList(server).charged_from == rupiah{5000});
  CHECK(lastList(server).charged_to == rupiah{7001});
  list.setText("b 12");
  CHECK(eventually([&] { return lastList(server).plate == "B12"; }));
}

TEST_CASE_METHOD(DeskFixture, "filters are kept by name over a restart", "[vehicles]") {
  const QVariantMap night{{"status", "open"}, {"type", "MOBIL"}, {"flag", ""}};
  {
    SavedFilters filters;
    filters.setWorkplace(workplace.get());
    CHECK_FALSE(filters.keep("  ", night));
    CHECK(filters.keep(" Mobil  malam ", night));
    CHECK(filters.keep("Gratis", {{"amount", "free"}}));
    CHECK(filters.keep("gratis", {{"amount", "under"}}));
    CHECK(filters.count() == 2);
    CHECK_FALSE(filters.rename(0, "GRATIS"));
    CHECK(filters.rename(0, "Mobil di dalam"));
  }
  SavedFilters filters;
  filters.setWorkplace(workplace.get());
  REQUIRE(filters.count() == 2);
  CHECK(filters.nameAt(0) == "Mobil di dalam");
  CHECK(filters.rowOf({{"type", "MOBIL"}, {"status", "open"}}) == 0);
  CHECK(filters.valuesAt(1) == QVariantMap{{"amount", "under"}});
  filters.remove(0);
  CHECK(filters.nameAt(0) == "gratis");
  SavedFilters again;
  again.setWorkplace(workplace.get());
  CHECK(again.count() == 1);
}
