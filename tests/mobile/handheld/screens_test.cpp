// Every screen of the handheld, in the window that attendants have: looked at for texts that are
// cut or lie over each other, and kept as pictures in the folder `screens` beside this program.
#include "screens.h"

using namespace palang;
using namespace palang::mobile;
using namespace palang::test;

namespace {

void entryScreens(Screens& s) {
  s.waitFor("entry.saveButton");
  s.look("entry");
  s.click("entry.class.MOBIL");
  s.type("B1234XYZ");
  s.look("entry-plate");
  s.click("entry.saveButton");
  s.waitFor("entry.ticketNumber");
  s.look("entry-ticket");
  s.click("ticket.share");
  s.click("ticket.share");
  s.look("ticket-copy");
  s.escape();
  s.click("entry.nextButton");
  s.type("B1234XYZ");
  s.click("entry.saveButton");
  s.look("entry-inside");
  s.escape();
  s.click("entry.pad.skip");
  s.look("entry-no-plate");
  s.click("entry.noPlate.fallen");
  s.look("entry-no-plate-photo");
  s.escape();
}

void exitScreens(Screens& s) {
  s.changeGate("gates.out-1");
  s.waitFor("exit.search");
  s.look("exit-search");
  s.click("exit.scan");
  s.look("exit-scan");
  s.click("exit.scan");
  s.type("1234");
  s.waitFor("exit.found.0");
  s.look("exit-found");
  s.click("exit.found.0");
  s.waitFor("exit.payButton");
  s.look("exit-fee");
  s.click("exit.lostTicket");
  s.look("exit-lost");
  s.click("exit.method.qris");
  s.look("exit-qris");
  s.click("exit.manual");
  s.type("exit.manualSheet.amount", "2000");
  s.type("exit.manualSheet.reason", "Komplain");
  s.look("exit-manual");
  s.click("exit.manualSheet.save");
  s.look("exit-approval");
  s.escape();
  s.click("exit.payButton");
  s.waitFor("exit.done");
  s.look("exit-done");
  s.click("exit.nextButton");
}

void handOverScreens(Screens& s) {
  s.click("outbox.move");
  s.click("outbox.give");
  s.waitFor("outbox.giving.camera");
  s.look("outbox-give");
  s.showToCamera("https://example.org");
  s.waitFor("outbox.giving.networkTrouble");
  s.look("outbox-give-trouble");
  s.showToCamera("");
  s.click("outbox.giving.by.codes");
  s.waitFor("outbox.giving.code");
  s.look("outbox-give-codes");
  s.escape();
  s.click("outbox.move");
  s.click("outbox.take");
  s.waitFor("outbox.taking.code");
  s.look("outbox-take");
  s.click("outbox.taking.by.codes");
  s.waitFor("outbox.taking.camera");
  s.look("outbox-take-codes");
  s.escape();
}

void otherScreens(Screens& s) {
  s.click("nav.outbox");
  s.waitFor("outbox.list");
  s.look("outbox");
  s.click("outbox.row.0");
  s.look("outbox-story");
  s.escape();
  s.click("outbox.move");
  s.look("outbox-move");
  s.click("outbox.import.open");
  s.look("outbox-import");
  s.escape();
  handOverScreens(s);
  s.click("nav.shift");
  s.look("shift-ready");
  s.type("shift.openingCash", "100000");
  s.click("shift.open");
  s.look("shift-open");
  s.click("shift.close");
  s.click("shift.countBy.pieces");
  s.look("shift-count");
  s.click("shift.pieces.50000.plus");
  s.click("shift.confirmClose");
  s.look("shift-sure");
  s.click("shift.sure.close");
  s.look("shift-counted");
  s.click("nav.more");
  s.look("more");
  s.click("more.openGate");
  s.look("gate");
  s.escape();
  s.click("more.printer");
  s.look("printer");
  s.escape();
  s.click("more.pin");
  s.type("pin.entry", "4711");
  s.look("pin");
  s.click("pin.save");
  s.click("connection");
  s.look("connection");
  s.escape();
  s.click("more.logout");
  s.look("more-leaving");
  s.escape();
}

/// The way back to the server, which refuses the first record and what depends on it.
void syncScreens(Screens& s) {
  s.server.onSubmit = [&](const protocol::submit& submit) {
    if (s.server.submits.size() == 1)
      s.server.reject(submit, errc::already_inside);
    else
      s.server.accept(submit);
  };
  s.goBack();
  s.waitFor("sync.prompt.now");
  s.look("sync-prompt");
  s.click("sync.prompt.now");
  s.waitFor("sync.summary.done");
  s.look("sync-summary");
  s.click("sync.summary.view");
  s.look("outbox-attention");
  s.click("outbox.row.0");
  s.look("outbox-story-refused");
  s.escape();
  s.click("nav.more");
  s.click("more.history");
  s.look("sync-history");
  s.escape();
  const auto words = wording::of(QStringLiteral("taken_over"), {});
  emit s.workplace->noticed(words.text, words.nextStep, QStringLiteral("taken_over"));
  s.look("notice");
  s.escape();
}

void lastScreens(Screens& s) {
  s.click("nav.entry");
  s.waitFor("gateHint.choose");
  s.look("gate-hint");
  s.click("gateHint.choose");
  s.look("gates");
  s.click("gates.out-1");
  s.click("nav.more");
  s.click("more.lock");
  s.look("lock");
  s.click("lock.forgot");
  s.waitFor("login.submit");
  s.look("login");
  s.click("login.submit");
  s.waitFor("login.error");
  s.look("login-error");
  s.click("login.more");
  s.type("login.enrolment", "K4-7Q");
  s.look("login-enrolment");
}

} // namespace

TEST_CASE("every screen can be read whole, narrow or wide, in both languages", "[screens]") {
  const auto variant = GENERATE(Variant{"normal", "id", 320, 2}, Variant{"night", "en", 320, 2},
                                Variant{"normal", "id", 360, 2}, Variant{"sunlight", "en", 360, 2},
                                Variant{"night", "id", 320, 1.3}, Variant{"normal", "en", 412, 1.3},
                                Variant{"normal", "id", 360, 1}, Variant{"sunlight", "en", 320, 1},
                                Variant{"night", "id", 412, 1}, Variant{"normal", "id", 320, 1},
                                Variant{"normal", "en", 360, 1});
  Screens s(variant);
  s.goOffline();
  entryScreens(s);
  exitScreens(s);
  otherScreens(s);
  syncScreens(s);
  lastScreens(s);
}
