// Every page of the supervisors' window: looked at for texts that are cut or lie over each other,
// and kept as pictures in the folder `screens` beside this program.
#include "deskwindow.h"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::mobile;
using namespace palang::test;

namespace {

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
  booksOfGates(w);
  booksOfCars(w);
  booksOfMoney(w);
  settings(w);
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

TEST_CASE("offline the pages stay readable, and what they would change says why not", "[screens]") {
  DeskWindow w({"normal", "id", 1280, 800});
  w.click("nav.openings");
  w.click("openings.row.0");
  w.goOffline();
  w.waitText("openings.age", "Luring · data s.d.");
  w.waitText("openings.action.whyNot", "Luring");
  CHECK_FALSE(w.isEnabled("openings.judge"));
  w.look("offline-openings");
  w.click("nav.duplicates");
  w.waitFor("duplicates.empty");
  w.look("offline-duplicates");
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
