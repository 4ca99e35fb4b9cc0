// One handheld's records reach the server through another one's camera: two real windows, the codes
// as pixels, a real server; killed after the scan, and whoever comes first.
#include "tests/support/server_process.hpp"
#include "tests/system/handheld_window.hpp"
#include "tests/system/handover_steps.hpp"
#include "tests/system/site_books.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

using namespace palang;
using namespace palang::testing;

namespace {

/// Pictures of the codes as they go round; the slow pace leaves time to look at each.
std::string grab_codes(const handheld_window& from, int count) {
  std::string out = "click outbox.giving.pace\n";
  for (int i = 0; i < count; ++i)
    out += "grab " + from.file("code" + std::to_string(i) + ".png") + "\nsleep 150\n";
  return out;
}

/// Two phones at a gate without a network: what waits on `lost` is on `carrier`, too, and that one
/// was killed the moment it said so.
struct two_phones {
  two_phones() {
    lost.play(log_in_at("in-1") + "stop in\nwaitText connection Terputus\n" + let_in("B1234XYZ")
              + let_in("B77AB") + open_moving
              + "click outbox.give\nclick outbox.giving.by.codes\nwait outbox.giving.code\n"
              + grab_codes(lost, codes) + "stop shown\n"
              + "click outbox.giving.close\nwaitText connection Terhubung\n"
                "wait sync.prompt.now\nclick sync.prompt.now\nwait sync.summary.done\n"
                "click sync.summary.done\nwaitSaid outbox.list Semua sudah terkirim\nquit\n");
    lost.reach("in");
    carrier.play(log_in_at("out-1") + "stop in\nwaitText connection Terputus\n" + open_moving
                 + "click outbox.take\nclick outbox.taking.by.codes\nwait outbox.taking.done\n"
                   "waitSaid outbox.taking.kept 2 catatan dari HP 1\nstop kept\nquit\n");
    carrier.reach("in");
    server.kill();
    lost.let_go("in");
    lost.reach("shown");
    for (int i = 0; i < codes; ++i) {
      const auto name = "code" + std::to_string(i) + ".png";
      std::filesystem::copy_file(lost.file(name), carrier.camera_dir() + "/" + name);
    }
    carrier.let_go("in");
    carrier.reach("kept");
    carrier.running().kill();
  }

  void send_from_lost() {
    lost.let_go("shown");
    lost.finish();
  }
  /// Started again, it still has the copy, and brings it.
  void bring() {
    carrier.play("timeout 60000\nwaitText connection Terhubung\nclick nav.outbox\n"
                 "waitGone outbox.carried\nclick outbox.move\n"
                 "waitSaid outbox.carried.0 Diterima server\nquit\n");
    carrier.finish();
  }
  void check() const {
    const auto books = read_books(server.client_port());
    CHECK(books.accepted.size() == 2);
    CHECK(books.refused.empty());
    CHECK(books.entries == 2);
    CHECK(books.stays.size() == 2);
    CHECK(books.is_journal_gapless);
    CHECK(books.open_alerts.empty());
  }

  static constexpr int codes = 40; // Three rounds.
  server_process server;
  handheld_window lost{server.client_port()};
  handheld_window carrier{server.client_port()};
};

} // namespace

TEST_CASE("records arrive once by another handheld's camera, whoever brings them first",
          "[system][handover]") {
  two_phones phones;
  SECTION("the carrier is first") {
    phones.server.start();
    phones.bring();
    phones.check();
    phones.send_from_lost();
  }
  SECTION("the handheld itself is first") {
    phones.server.start();
    phones.send_from_lost();
    phones.bring();
  }
  SECTION("the handheld is never seen again") {
    phones.lost.running().kill();
    phones.server.start();
    phones.bring();
  }
  phones.check();
}

TEST_CASE("what a handheld carries is seen until the server has it", "[system][handover]") {
  two_phones phones;
  phones.carrier.play(
      "timeout 60000\nwaitText connection Terputus\nclick nav.outbox\n"
      "waitText outbox.carried Membawa 1 salinan dari HP 1\n"
      "click outbox.move\nwaitSaid outbox.carried.0 Menunggu jaringan\nfits\nquit\n");
  phones.carrier.finish();
  phones.server.start();
  phones.bring();
  phones.check();
}
