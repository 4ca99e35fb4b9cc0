#include "mobile/components/qrcode.h"
#include "mobile/features/exit/checkoutmodel.h"

#include "mobile/platform/scanning.h"
#include "workplacefixture.h"

#include "shared/protocol/codec.hpp"

#include <QDir>
#include <QSet>

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::mobile;
using namespace palang::test;
using Status = FoundSessionModel::Status;
using Step = CheckoutModel::Step;

namespace {

struct CheckoutFixture : WorkplaceFixture {
  CheckoutFixture() {
    workplace->setGateId(QStringLiteral("out-1"));
    found.setWorkplace(workplace.get());
    checkout.setWorkplace(workplace.get());
  }

  /// A car that came in `before` now, known to the server and the replica.
  protocol::session park(const std::string& plate, milliseconds before) {
    auto entry = enter(plate);
    auto s = entry.session;
    s.entered_at = clock.now() - before;
    REQUIRE(eventually([&] { return client->sync().pendingCount() == 0; }));
    REQUIRE(client->store().putSession(s));
    server.open.push_back(s);
    return s;
  }
  void search(const char* text) {
    found.setText(QString::fromUtf8(text));
    REQUIRE(eventually(
        [&] { return found.status() == Status::Done || found.status() == Status::Failed; }));
  }
  /// As pixels, the way the camera has it.
  void scan(const QString& code) {
    const auto seen = readCode(qrPicture(code, 4));
    REQUIRE(seen == code);
    found.scan(seen);
    REQUIRE(eventually(
        [&] { return found.status() == Status::Done || found.status() == Status::Failed; }));
  }
  void toTheTill(const std::string& plate, milliseconds before) {
    park(plate, before);
    search(plate.c_str());
    REQUIRE(found.count() == 1);
    checkout.start(&found, 0);
    REQUIRE(checkout.step() == Step::Pay);
  }
  /// Signed by another device for a car that came in `before` now.
  [[nodiscard]] QString ticketOf(const crypto::key_pair& device, std::uint16_t number,
                                 milliseconds before, int siteOff = 0) const {
    domain::ticket ticket;
    ticket.site_no = static_cast<std::uint16_t>(workplace->config()->site.number + siteOff);
    ticket.device_no = number;
    ticket.device_seq = 5;
    ticket.entered_s = static_cast<std::uint32_t>(to_ms(clock.now() - before) / 1000);
    ticket.vehicle = domain::vehicle_class::mobil;
    ticket.tariff_version = static_cast<std::uint16_t>(workplace->config()->tariffs[0].version);
    ticket.plate_key = "B77AB";
    return QString::fromStdString(domain::sign_ticket(ticket, device.sec));
  }
  [[nodiscard]] const protocol::exit_data& lastExit() {
    REQUIRE(eventually([&] { return server.submits.size() == 2; }));
    return sent<protocol::exit_data>(1);
  }

  FoundSessionModel found;
  CheckoutModel checkout;
};

using namespace std::chrono_literals;

} // namespace

TEST_CASE_METHOD(CheckoutFixture, "fewer than three characters search nothing", "[exit]") {
  found.setText(QStringLiteral("12"));
  CHECK(found.status() == Status::TooShort);
  found.setText({});
  CHECK(found.status() == Status::Idle);
}

TEST_CASE_METHOD(CheckoutFixture, "what is found says whether the server or the phone knew it",
                 "[exit]") {
  park("B 1234 XYZ", 2h);
  search("B12");
  REQUIRE(found.count() == 1);
  CHECK(found.source() == Client::Source::Server);
  CHECK(found.sourceText() == QStringLiteral("Dari server"));
  found.setText({});
  goOffline();
  search("234");
  REQUIRE(found.count() == 1);
  CHECK(found.source() == Client::Source::Replica);
  CHECK(found.sourceText().startsWith(QStringLiteral("Dari HP, data s.d. ")));
  CHECK(found.onlyRow() == 0);
}

TEST_CASE_METHOD(CheckoutFixture, "a search without a result is an answer, not a failure",
                 "[exit]") {
  search("ZZZ");
  CHECK(found.status() == Status::Done);
  CHECK(found.count() == 0);
  CHECK(found.onlyRow() == -1);
}

TEST_CASE_METHOD(CheckoutFixture, "cash pays when it is enough, and the change is what is over",
                 "[exit]") {
  toTheTill("B 1234 XYZ", 90min);
  CHECK(checkout.due() == 7000);
  CHECK_FALSE(checkout.breakdown().isEmpty());
  CHECK_FALSE(checkout.isPayable());
  checkout.setTendered(5000);
  CHECK_FALSE(checkout.isPayable());
  checkout.setTendered(10'000);
  CHECK(checkout.isPayable());
  CHECK(checkout.change() == 3000);
  REQUIRE(checkout.pay());
  CHECK(checkout.step() == Step::Done);
  CHECK(checkout.change() == 3000);
  const auto& exit = lastExit();
  CHECK(exit.charged == rupiah{7000});
  CHECK(exit.gate_id == "out-1");
  CHECK(exit.paid->method == "cash");
  CHECK(exit.paid->tendered == rupiah{10'000});
}

TEST_CASE_METHOD(CheckoutFixture, "QRIS is recorded with its reference and without cash",
                 "[exit]") {
  toTheTill("B 1234 XYZ", 30min);
  checkout.setMethod(QStringLiteral("qris"));
  checkout.setReference(QStringLiteral("A-17"));
  REQUIRE(checkout.pay());
  const auto& exit = lastExit();
  CHECK(exit.paid->method == "qris");
  CHECK(exit.paid->reference == "A-17");
  CHECK_FALSE(exit.paid->tendered);
}

TEST_CASE_METHOD(CheckoutFixture, "a manual amount needs its own money and carries its reason",
                 "[exit]") {
  toTheTill("B 1234 XYZ", 30min);
  checkout.setTendered(5000);
  checkout.setManualAmount(2000, QStringLiteral("Komplain"));
  CHECK(checkout.amount() == 2000);
  CHECK(checkout.tendered() == 0);
  checkout.setTendered(2000);
  REQUIRE(checkout.pay());
  const auto& exit = lastExit();
  CHECK(exit.charged == rupiah{2000});
  CHECK(exit.paid->reference == "Komplain");
}

TEST_CASE_METHOD(CheckoutFixture, "a lost ticket adds the fine, and taking it back takes it off",
                 "[exit]") {
  auto config = demoConfig();
  config.tariffs[0].lost_amt = {25'000};
  server.config = protocol::encode(config);
  server.greeting.config_version = 99;
  goOffline();
  goBack();
  REQUIRE(eventually([&] { return workplace->config()->tariffs[0].lost_amt == rupiah{25'000}; }));
  toTheTill("B 1234 XYZ", 30min);
  CHECK(checkout.due() == 5000);
  checkout.setLostTicket(true);
  CHECK(checkout.due() == 30'000);
  CHECK(checkout.breakdown().size() >= 2);
  checkout.setLostTicket(false);
  CHECK(checkout.due() == 5000);
}

TEST_CASE_METHOD(CheckoutFixture, "nothing of the last car is left for the next one", "[exit]") {
  toTheTill("B 1234 XYZ", 30min);
  checkout.setLostTicket(true);
  checkout.setMethod(QStringLiteral("qris"));
  checkout.setManualAmount(1, QStringLiteral("x"));
  checkout.leave();
  CHECK(checkout.step() == Step::Search);
  CHECK(checkout.plate().isEmpty());
  CHECK_FALSE(checkout.isLostTicket());
  CHECK_FALSE(checkout.isManual());
  CHECK(checkout.method() == QStringLiteral("cash"));
  CHECK_FALSE(checkout.isPayable());
}

TEST_CASE_METHOD(CheckoutFixture, "a ticket scanned offline prices the car that it proves",
                 "[exit][scan]") {
  // Of another device, whose entry nobody here has heard of.
  const auto other = crypto::make_key_pair();
  server.keys.push_back({9, crypto::to_base64(other.pub), instant{}, {}});
  goOffline();
  goBack();
  const auto ticket = ticketOf(other, 9, 90min);
  REQUIRE(eventually([&] { return workplace->isOnline(); }));
  settle(*client);
  scan(ticket);
  REQUIRE(found.status() == Status::Done);
  CHECK(found.count() == 1);
  goOffline();
  scan(ticket);
  REQUIRE(found.status() == Status::Done);
  CHECK(found.source() == Client::Source::Ticket);
  CHECK(found.sourceText() == QStringLiteral("Dari karcis saja, tanpa data server"));
  REQUIRE(found.onlyRow() == 0);
  checkout.start(&found, 0);
  CHECK(checkout.plate() == QStringLiteral("B 77 AB"));
  CHECK(checkout.due() == 7000);
  checkout.setTendered(7000);
  REQUIRE(checkout.pay());

  scan(ticket);
  CHECK(found.status() == Status::Failed);
  CHECK(found.trouble() == QStringLiteral("Sudah tercatat keluar"));
}

TEST_CASE_METHOD(CheckoutFixture, "each refusal of a scanned ticket says which it is",
                 "[exit][scan]") {
  const auto mine = enter("B 1 A");
  REQUIRE(eventually([&] { return client->sync().pendingCount() == 0; }));
  const auto revoked = crypto::make_key_pair();
  server.keys.push_back(
      {8, crypto::to_base64(revoked.pub), instant{}, clock.now() - std::chrono::hours{3}});
  goOffline();
  goBack();
  REQUIRE(eventually([&] { return workplace->isOnline(); }));
  settle(*client);
  goOffline();
  const auto refusal = [&](const QString& code) {
    scan(code);
    CHECK(found.status() == Status::Failed);
    CHECK(found.count() == 0);
    CHECK_FALSE(found.nextStep().isEmpty());
    return found.trouble();
  };
  auto damaged = QString::fromStdString(mine.ticketText);
  damaged[damaged.size() / 2] = damaged[damaged.size() / 2] == u'A' ? u'B' : u'A';
  const QStringList words{refusal(QStringLiteral("https://example.org/menu")),
                          refusal(damaged),
                          refusal(damaged.chopped(3)),
                          refusal(ticketOf(crypto::make_key_pair(), 77, 1h)),
                          refusal(ticketOf(revoked, 8, 1h)),
                          refusal(ticketOf(revoked, 8, 1h, 999))};
  INFO(words.join(QStringLiteral(" | ")).toStdString());
  CHECK(QSet<QString>(words.begin(), words.end()).size() == words.size());
}

TEST_CASE_METHOD(CheckoutFixture, "a scanned ticket of a car that left says since when",
                 "[exit][scan]") {
  const auto entry = enter("B 1 A");
  static_cast<void>(leave(entry));
  goOffline();
  scan(QString::fromStdString(entry.ticketText));
  CHECK(found.status() == Status::Failed);
  CHECK(found.trouble().startsWith(QStringLiteral("Karcis ini sudah keluar ")));
  CHECK(found.nextStep().startsWith(QStringLiteral("Sejauh yang HP ini tahu")));
}

TEST_CASE_METHOD(CheckoutFixture, "less than the tariff needs a supervisor's code while offline",
                 "[exit][approval]") {
  const auto site = crypto::make_key_pair();
  server.siteKey = crypto::to_base64(site.pub);
  goOffline();
  goBack();
  REQUIRE(eventually([&] { return client->approvalKey().has_value(); }));
  toTheTill("B 1234 XYZ", 90min);
  CHECK_FALSE(checkout.needsApproval(2000));
  goOffline();
  CHECK_FALSE(checkout.needsApproval(7000));
  REQUIRE(checkout.needsApproval(2000));
  checkout.askApproval(2000);
  REQUIRE(checkout.challenge().size() == 6);
  CHECK_FALSE(checkout.approve(QStringLiteral("12345"), QStringLiteral("Komplain")));
  CHECK(checkout.approvalNote() == QStringLiteral("Kode tidak cocok, coba lagi"));
  const auto number = static_cast<std::uint16_t>(checkout.deviceNo());
  const auto code = domain::approval_code(number, checkout.challenge().toStdString(), rupiah{2000},
                                          *client->approvalKey());
  REQUIRE(checkout.approve(QString::fromStdString(code), QStringLiteral("Komplain")));
  CHECK(checkout.challenge().isEmpty());
  const auto rows = client->store().rows(sync::record_state::pending, 1);
  REQUIRE(rows);
  const auto& note = std::get<protocol::note_data>(rows->front().submission.data);
  CHECK(note.what == protocol::note_kind::approval);
  CHECK(note.text.find("Rp2.000") != std::string::npos);
  CHECK(note.text.find("Komplain") != std::string::npos);
}

TEST_CASE_METHOD(CheckoutFixture, "a supervisor's code counts for five minutes",
                 "[exit][approval]") {
  server.siteKey = crypto::to_base64(crypto::make_key_pair().pub);
  goOffline();
  goBack();
  REQUIRE(eventually([&] { return client->approvalKey().has_value(); }));
  toTheTill("B 1234 XYZ", 90min);
  goOffline();
  const auto answer = [&] {
    return QString::fromStdString(domain::approval_code(
        static_cast<std::uint16_t>(checkout.deviceNo()), checkout.challenge().toStdString(),
        rupiah{2000}, *client->approvalKey()));
  };
  REQUIRE(checkout.askApproval(2000));
  const auto late = answer();
  clock.advance(5min + 1s);
  CHECK_FALSE(checkout.approve(late, QStringLiteral("Komplain")));
  CHECK(checkout.approvalNote() == QStringLiteral("Waktunya habis, minta kode baru"));
  REQUIRE(checkout.askApproval(2000));
  CHECK_FALSE(checkout.approve(late, QStringLiteral("Komplain")));
  clock.advance(4min + 59s);
  CHECK(checkout.approve(answer(), QStringLiteral("Komplain")));
}

TEST_CASE_METHOD(CheckoutFixture,
                 "less than the tariff is refused where the site's key was never heard",
                 "[exit][approval]") {
  toTheTill("B 1234 XYZ", 90min);
  goOffline();
  REQUIRE_FALSE(client->approvalKey());
  REQUIRE(checkout.needsApproval(2000));
  CHECK_FALSE(checkout.askApproval(2000));
  CHECK(checkout.challenge().isEmpty());
  CHECK(checkout.approvalNote().contains(QStringLiteral("Sambungkan HP sekali ke server")));
  CHECK_FALSE(checkout.approve(QStringLiteral("123456"), QStringLiteral("Komplain")));
  checkout.dropApproval();
  CHECK(checkout.approvalNote().isEmpty());
  CHECK_FALSE(checkout.needsApproval(7000));
}

TEST_CASE_METHOD(CheckoutFixture,
                 "the entry's photo comes from the server when another phone took it",
                 "[exit][photo]") {
  server.photo = "what another phone saw";
  auto s = park("B 1234 XYZ", 30min);
  s.photo_in = crypto::to_hex(crypto::sha256_of(server.photo));
  SECTION("it is what the session names") {
    server.open = {s};
    search("1234");
    checkout.start(&found, 0);
    REQUIRE(eventually([&] { return !checkout.entryPhoto().isEmpty(); }));
    CHECK(checkout.entryPhoto().scheme() == QStringLiteral("data"));
    checkout.leave();
    CHECK(checkout.entryPhoto().isEmpty());
  }
  SECTION("it is another picture") {
    server.photo += '!';
    server.open = {s};
    search("1234");
    checkout.start(&found, 0);
    REQUIRE(eventually([&] { return server.httpPaths.back().starts_with("/v1/photos/"); }));
    settle(*client);
    CHECK(checkout.entryPhoto().isEmpty());
  }
}

TEST_CASE_METHOD(CheckoutFixture,
                 "what the camera shows when the money is taken goes with the exit",
                 "[exit][photo]") {
  REQUIRE(QDir(dir.path()).mkpath(QStringLiteral("camera")));
  QImage car(64, 48, QImage::Format_RGB32);
  car.fill(Qt::darkRed);
  REQUIRE(car.save(dir.filePath(QStringLiteral("camera/car.png"))));
  workplace->camera()->watch();
  REQUIRE(eventually([&] { return !workplace->camera()->frame().isNull(); }));
  toTheTill("B 1234 XYZ", 30min);
  checkout.setTendered(5000);
  REQUIRE(checkout.pay());
  const auto photo = lastExit().photo;
  REQUIRE(photo);
  CHECK(client->photoPath(*photo).contains(QStringLiteral("/Images/Keluar/")));
}

TEST_CASE_METHOD(CheckoutFixture, "the same car cannot leave twice from this device", "[exit]") {
  toTheTill("B 1234 XYZ", 30min);
  checkout.setTendered(5000);
  REQUIRE(checkout.pay());
  checkout.start(&found, 0);
  checkout.setTendered(5000);
  CHECK_FALSE(checkout.pay());
  CHECK(checkout.step() == Step::Pay);
  CHECK(checkout.trouble() == QStringLiteral("Sudah tercatat keluar"));
}
