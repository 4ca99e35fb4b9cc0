// Every page of the supervisors' window: looked at for texts that are cut or lie over each other,
// and kept as pictures in the folder `screens` beside this program.
#include "deskwindow.h"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::mobile;
using namespace palang::test;

namespace {

void whatHappens(DeskWindow& w) {
  w.click("nav.live");
  w.waitFor("live.feed.0");
  w.look("live");
  w.click("nav.vehicles");
  w.waitFor("vehicles.row.0");
  w.look("vehicles");
  w.click("vehicles.filter.closed");
  w.type("vehicles.from", "1-1-2020");
  w.press("Return");
  w.waitFor("vehicles.keepFilter");
  w.press("Ctrl+D");
  w.waitFor("vehicles.naming.name");
  w.look("vehicles-keep");
  w.typeHere("Sudah keluar sejak 2020");
  w.press("Return");
  w.waitFor("vehicles.saved.0");
  w.waitGone("vehicles.naming.name");
  w.press("Ctrl+Shift+L");
  w.waitFor("vehicles.more.attendant");
  w.type("vehicles.more.stayFrom", "lima");
  CHECK_FALSE(w.isEnabled("vehicles.more.submit"));
  w.look("vehicles-more");
  w.press("Ctrl+A");
  w.typeHere("5");
  w.press("Return");
  w.waitText("vehicles.moreFilters", "(1)");
  w.press("Alt+1");
  w.waitGone("vehicles.more.attendant");
  w.click("vehicles.row.0");
  w.look("vehicles-detail");
}

void booksOfGates(DeskWindow& w) {
  w.click("nav.openings");
  w.waitFor("openings.row.0");
  w.look("openings");
  w.click("openings.row.0");
  w.look("opening-unexplained");
  w.click("openings.view.all");
  w.click("openings.row.1");
  w.look("opening-explained");
  w.click("nav.locks");
  w.click("locks.lock.7000001");
  w.look("locks");
  w.click("locks.gateways.row.0");
  w.look("gateway");
}

void booksOfCars(DeskWindow& w) {
  w.click("nav.duplicates");
  w.click("duplicates.row.0");
  w.look("duplicates");
  w.click("duplicates.merge");
  w.look("duplicates-merge");
  w.press("Escape");
  QTest::qWait(250);
  w.click("nav.synclog");
  w.click("sync.devices.row.0");
  w.look("sync-device");
  w.click("sync.log.row.1");
  w.look("sync-submission");
}

void booksOfMoney(DeskWindow& w) {
  w.click("nav.shifts");
  w.click("shifts.row.0");
  w.waitFor("shifts.suspect.0");
  w.look("shift");
  w.click("shifts.view.attendants");
  w.click("shifts.attendants.row.0");
  w.look("attendant");
  w.click("shifts.indicator.mean_fee");
  w.look("indicator");
  w.click("nav.reports");
  w.waitText("reports.revenue", "12.450.000");
  w.look("reports");
  w.click("reports.xlsx");
  w.waitText("reports.outcome", ".xlsx");
  w.scrollTo("reports.gate.1");
  w.look("reports-below");
  w.scrollTo("reports.differences");
  w.click("reports.differences");
  w.look("reports-behind");
}

void settings(DeskWindow& w) {
  w.click("nav.settings");
  for (const auto* part : {"site", "zones", "gates", "tariffs", "users", "devices"}) {
    w.click(("settings.part." + std::string(part)).c_str());
    w.look(("settings-" + std::string(part)).c_str());
  }
}

} // namespace

TEST_CASE("every page of the desk can be read whole, in both sizes and languages", "[screens]") {
  const auto variant =
      GENERATE(DeskVariant{"normal", "id", 1280, 800}, DeskVariant{"normal", "en", 1280, 800},
               DeskVariant{"night", "id", 1920, 1080}, DeskVariant{"sunlight", "en", 1920, 1080});
  DeskWindow w(variant);
  whatHappens(w);
  booksOfGates(w);
  booksOfCars(w);
  booksOfMoney(w);
  settings(w);
  w.type("settings.devices.code", "XXXX-XXXX");
  w.press("Return");
  w.waitFor("settings.devices.match");
  w.look("settings-device-unknown");
  w.press("F1");
  w.look("help");
}

TEST_CASE("from a shift's missing cash to the stay that explains it in under ten clicks",
          "[screens]") {
  DeskWindow w({"normal", "id", 1280, 800});
  w.click("nav.shifts");
  w.click("shifts.view.different");
  w.click("shifts.row.0");
  w.waitText("shifts.difference", "−Rp50.000");
  w.click("shifts.suspect.0");
  w.waitText("vehicles.class", "Mobil");
  CHECK(w.clicks < 10);
}

TEST_CASE("offline every page stays readable with its age, and its actions say why they wait",
          "[screens]") {
  DeskWindow w({"normal", "id", 1280, 800});
  struct Page {
    const char* nav;
    const char* row;    ///< Opened before the network goes; nullptr: none.
    const char* shown;  ///< Still there without it.
    const char* age;    ///< Says how old it is.
    const char* action; ///< Cannot be done; nullptr: nothing can be changed here.
    const char* whyNot;
  };
  const Page page = GENERATE(
      Page{"nav.live", nullptr, "live.feed.0", "notice.note", nullptr, "notice.note"},
      Page{"nav.vehicles", "vehicles.row.0", "vehicles.row.0", "vehicles.note", "vehicles.correct",
           "vehicles.whyNot"},
      Page{"nav.openings", "openings.row.0", "openings.row.0", "openings.age", "openings.judge",
           "openings.action.whyNot"},
      Page{"nav.locks", "locks.lock.7000001", "locks.lock.7000001", "locks.age", "locks.pull",
           "locks.action.whyNot"},
      Page{"nav.duplicates", "duplicates.row.0", "duplicates.row.0", "duplicates.age",
           "duplicates.merge", "duplicates.action.whyNot"},
      Page{"nav.synclog", "sync.devices.row.0", "sync.devices.row.0", "sync.age", nullptr, nullptr},
      Page{"nav.shifts", "shifts.row.0", "shifts.row.0", "shifts.age", nullptr, nullptr},
      Page{"nav.reports", nullptr, "reports.revenue", "reports.age", "reports.stays",
           "notice.note"},
      Page{"nav.settings", nullptr, "settings.site.name", "settings.age", "settings.save",
           "settings.action.whyNot"});
  INFO(page.nav);
  w.click(page.nav);
  if (page.row != nullptr)
    w.click(page.row);
  w.waitFor(page.shown);
  QTest::qWait(300);
  w.goOffline();
  w.waitText("notice", "Luring");
  w.waitFor(page.shown);
  w.waitText(page.age, "s.d.");
  if (page.action != nullptr)
    CHECK_FALSE(w.isEnabled(page.action));
  if (page.whyNot != nullptr)
    w.waitText(page.whyNot, "server terhubung");
  w.look((std::string("offline-") + (page.nav + 4)).c_str());
  w.goBack();
  w.waitGone("notice");
  w.waitFor(page.shown);
}

TEST_CASE("a page that was never loaded says offline that it comes later", "[screens]") {
  DeskWindow w({"normal", "id", 1280, 800});
  w.goOffline();
  w.click("nav.duplicates");
  w.waitFor("duplicates.empty");
  w.look("offline-never-loaded");
}

TEST_CASE("the keyboard alone reaches an opening and its judgement", "[screens]") {
  DeskWindow w({"normal", "id", 1280, 800});
  w.press("Ctrl+3");
  w.waitFor("openings.row.0");
  QTest::qWait(100);
  w.press("Down");
  w.press("Return");
  w.waitFor("openings.pane.title");
  w.press("Escape");
  w.press("F1");
  w.waitFor("help.close");
}
