// One handheld's records reach the server through another one in the same network: two real
// windows, the invitation as pixels, a real server; the network between them cut, and either one
// killed.
#include "mobile/components/qrcode.h"
#include "mobile/platform/scanning.h"
#include "shared/protocol/handover_invitation.hpp"
#include "tests/support/server_process.hpp"
#include "tests/support/tcp_relay.hpp"
#include "tests/system/handheld_window.hpp"
#include "tests/system/handover_steps.hpp"
#include "tests/system/site_books.hpp"

#include <QImage>

#include <catch2/catch.hpp>

#include <filesystem>
#include <memory>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;

namespace {

constexpr auto take = "click outbox.take\nwait outbox.taking.code\n";
constexpr auto give = "click outbox.give\nwait outbox.giving.camera\n";
constexpr auto given = "waitSaid outbox.giving.given 2 catatan sudah ada di HP 2\n"
                       "click outbox.giving.close\n";
constexpr auto started_again = "timeout 60000\nwaitText connection Terputus\n";

/// Two phones in one network that the server is not in; two records wait on `lost`.
struct two_phones {
  two_phones() {
    lost.play(log_in_at("in-1") + "stop in\nwaitText connection Terputus\n" + let_in("B1234XYZ")
              + let_in("B77AB") + "stop ready\nquit\n");
    lost.reach("in");
    carrier.play(log_in_at("out-1") + "stop in\nquit\n");
    carrier.reach("in");
    server.kill();
    lost.let_go("in");
    lost.reach("ready");
    lost.let_go("ready");
    lost.finish();
    carrier.let_go("in");
    carrier.finish();
  }

  /// Shows the taker's invitation to the giver's camera, leading through a network that can be cut.
  void invite(const std::string& steps) {
    ++invitations;
    const auto picture = carrier.file("invitation" + std::to_string(invitations) + ".png");
    carrier.play(started_again + std::string{open_moving} + take + "grab " + picture
                 + "\nstop invited" + std::to_string(invitations) + "\n" + steps);
    carrier.reach("invited" + std::to_string(invitations));
    const auto text = mobile::readCode(QImage{QString::fromStdString(picture)});
    auto invitation = protocol::read_handover_invitation(text.toStdString()).value();
    network = std::make_unique<tcp_relay>(invitation.port);
    invitation.port = network->port();
    seen = mobile::qrPicture(QString::fromStdString(protocol::encode(invitation)), 4);
    carrier.let_go("invited" + std::to_string(invitations));
  }
  void show_invitation() const {
    REQUIRE(seen.save(QString::fromStdString(lost.camera_dir() + "/invitation.png")));
  }
  void start_giving(const std::string& steps) {
    std::filesystem::remove(lost.camera_dir() + "/invitation.png");
    lost.play(started_again + std::string{open_moving} + give + steps);
  }
  /// The server is back; the carrier brings what it has, and only then the other one is on, too.
  void settle() {
    server.start();
    carrier.play("timeout 60000\nwaitText connection Terhubung\nclick nav.outbox\n"
                 "waitGone outbox.carried\nclick outbox.move\n"
                 "waitSaid outbox.carried.0 Diterima server\nquit\n");
    carrier.finish();
    check();
    lost.play("timeout 60000\nwaitText connection Terhubung\nwait sync.prompt.now\n"
              "click sync.prompt.now\nwait sync.summary.done\nclick sync.summary.done\n"
              "waitGone sync.summary.done\nclick nav.outbox\nwaitSaid outbox.list Semua sudah "
              "terkirim\nquit\n");
    lost.finish();
    check();
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

  server_process server;
  handheld_window lost{server.client_port()};
  handheld_window carrier{server.client_port()};
  std::unique_ptr<tcp_relay> network;
  QImage seen;
  int invitations = 0;
};

constexpr auto kept = "waitSaid outbox.taking.kept 2 catatan dari HP 1\nstop kept\nquit\n";

} // namespace

TEST_CASE("records go to another handheld over the network in one step", "[system][handover]") {
  two_phones phones;
  phones.invite(kept);
  phones.start_giving(std::string{given} + "quit\n");
  phones.show_invitation();
  phones.carrier.reach("kept");
  phones.carrier.running().kill();
  phones.lost.finish();
  phones.settle();
}

TEST_CASE("a network cut in the middle is told of, and the next try brings it over",
          "[system][handover]") {
  two_phones phones;
  phones.invite("waitText outbox.taking.step Menerima\nstop arriving\n"
                "waitSaid outbox.taking.networkTrouble terputus\nfits\nstop told\n"
                + std::string{kept});
  // The taker has asked for the content; the giver never hears it.
  phones.network->delay_answers(2s);
  phones.start_giving("waitSaid outbox.giving.networkTrouble Sambungan terputus\nfits\nstop told\n"
                      "click outbox.giving.networkTrouble.action\n"
                      + std::string{given} + "quit\n");
  phones.show_invitation();
  phones.carrier.reach("arriving");
  phones.network->cut_to_client();
  phones.carrier.let_go("arriving");
  phones.lost.reach("told");
  phones.carrier.reach("told");
  phones.carrier.let_go("told");
  phones.network->mend();
  phones.lost.let_go("told");
  phones.carrier.reach("kept");
  phones.lost.finish();
  phones.carrier.let_go("kept");
  phones.carrier.finish();
  phones.settle();
}

TEST_CASE("a handheld killed while it gives or takes loses nothing", "[system][handover]") {
  two_phones phones;
  phones.invite("waitText outbox.taking.step Menerima\nstop arriving\n"
                "waitSaid outbox.taking.networkTrouble terputus\n"
                + std::string{kept});
  phones.network->delay_answers(2s);
  phones.start_giving("waitSaid outbox.giving.networkTrouble .\nstop told\n" + std::string{given}
                      + "quit\n");
  phones.show_invitation();
  phones.carrier.reach("arriving");
  SECTION("the giver") {
    phones.lost.running().kill();
    phones.network->mend();
    phones.carrier.let_go("arriving");
    phones.start_giving(std::string{given} + "quit\n");
    phones.show_invitation();
    phones.carrier.reach("kept");
    phones.lost.finish();
    phones.carrier.let_go("kept");
    phones.carrier.finish();
  }
  SECTION("the taker, whose new code is scanned") {
    phones.carrier.running().kill();
    phones.lost.reach("told");
    phones.lost.let_go("told");
    phones.invite(kept);
    phones.show_invitation();
    phones.carrier.reach("kept");
    phones.lost.finish();
    phones.carrier.let_go("kept");
    phones.carrier.finish();
  }
  phones.settle();
}
