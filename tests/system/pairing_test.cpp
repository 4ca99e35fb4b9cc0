// A new handheld finds its server by the code on the supervisors' screen and is approved by the
// code on its own: two real windows that read each other's pixels, a real server.
#include "tests/support/server_process.hpp"
#include "tests/system/handheld_window.hpp"
#include "tests/system/site_books.hpp"

#include <catch2/catch.hpp>

#include <filesystem>

using namespace palang;
using namespace palang::testing;

namespace {

/// What one window grabbed is what the other one's camera sees.
void show(const handheld_window& from, const handheld_window& to) {
  std::filesystem::copy_file(from.file("code.png"), to.camera_dir() + "/code.png");
}

std::string type_name(const std::string& user) {
  return "type login.username " + user + "\ntype login.password palang-demo\nclick login.submit\n";
}

} // namespace

TEST_CASE("a new handheld is paired by two codes and works", "[system][desk]") {
  server_process server;
  // From now on handhelds must be approved.
  REQUIRE(server.stop() == 0);
  server.start();
  handheld_window desk{server.client_port(), "palang-supervisor"};
  handheld_window handheld{1};
  desk.play("timeout 60000\nwait login.submit\n" + type_name("admin")
            + "waitText connection Terhubung\nclick nav.settings\nclick settings.part.devices\n"
              "wait settings.server.qr\ngrab "
            + desk.file("code.png")
            + "\nstop shown\nclick settings.devices.scan\nwait settings.device.approve\n"
              "waitUnsaid settings.devices.list Disetujui\nclick settings.device.approve\n"
              "waitSaid settings.devices.list Disetujui\nstop approved\n"
              "click nav.live\nwaitSaid live.feed B 1234 XYZ\nquit\n");
  desk.reach("shown");

  handheld.play("timeout 60000\nclick login.scan\nwait login.scanner\nstop scanning\n"
                "waitGone login.scanner\nwaitText login.server 127.0.0.1:"
                + std::to_string(server.client_port()) + "\n" + type_name("budi")
                + "wait login.device\ngrab " + handheld.file("code.png")
                + "\nstop asked\nclick login.submit\nwait gates.in-1\nclick gates.in-1\n"
                  "waitText connection Terhubung\nwait entry.saveButton\n"
                  "click entry.class.MOBIL\nkeys B1234XYZ\nclick entry.saveButton\n"
                  "click entry.nextButton\nstop worked\nquit\n");
  handheld.reach("scanning");
  show(desk, handheld);
  handheld.let_go("scanning");
  handheld.reach("asked");
  show(handheld, desk);
  desk.let_go("shown");
  desk.reach("approved");
  handheld.let_go("asked");
  handheld.reach("worked");
  desk.let_go("approved");
  desk.finish();
  handheld.let_go("worked");
  handheld.finish();

  const auto books = read_books(server.client_port());
  CHECK(books.accepted.size() == 1);
  REQUIRE(books.stays.size() == 1);
  CHECK(books.stays.begin()->second.plate == "B1234XYZ");
}
