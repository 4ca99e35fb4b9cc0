#include "mobile/features/outbox/carriedmodel.h"
#include "mobile/features/outbox/handovergiver.h"
#include "mobile/features/outbox/handovertaker.h"
#include "mobile/features/outbox/networkgiver.h"
#include "mobile/features/outbox/networktaker.h"
#include "workplacefixture.h"

#include "shared/protocol/codec.hpp"
#include "shared/protocol/outbox_copy.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace palang;
using namespace palang::mobile;
using namespace palang::test;

namespace {

constexpr std::uint16_t siteNo = 12; // demoConfig's

struct HandoverFixture : WorkplaceFixture {
  HandoverFixture() {
    giver.setWorkplace(workplace.get());
    taker.setWorkplace(workplace.get());
    carried.setWorkplace(workplace.get());
    server.outboxBody = protocol::encode(protocol::outbox_receipt{3, 5, 0, {}});
  }
  void learnSiteKey() {
    server.siteKey = crypto::to_base64(site.pub);
    goOffline();
    goBack();
    REQUIRE(eventually([&] { return client->approvalKey().has_value(); }));
  }
  /// Everything that is shown until it was shown once.
  [[nodiscard]] std::set<QString> shown() {
    std::set<QString> codes;
    const auto once =
        QObject::connect(&giver, &HandoverGiver::codeChanged, [&] { codes.insert(giver.code()); });
    giver.start();
    CHECK(eventually([&] { return std::ssize(codes) > giver.count(); })); // And none, at first.
    QObject::disconnect(once);
    codes.erase(QString());
    return codes;
  }
  void takeAll(const std::vector<std::string>& codes) {
    for (const auto& code : codes)
      taker.take(QString::fromStdString(code));
  }

  crypto::key_pair site = crypto::make_key_pair();
  HandoverGiver giver;
  HandoverTaker taker;
  CarriedModel carried;
};

std::vector<std::string> codesOf(std::size_t bytes, std::uint16_t site = siteNo) {
  return protocol::handover_parts(crypto::bytes(bytes, 9), site, 3, 5).value();
}

} // namespace

TEST_CASE_METHOD(HandoverFixture, "what was read, what is missing and whose it is are told",
                 "[handover]") {
  const auto codes = codesOf(1'500);
  REQUIRE(codes.size() == 4);
  CHECK(taker.total() == 0);
  takeAll({codes[2], codes[0], codes[0]});
  CHECK(taker.count() == 2);
  CHECK(taker.total() == 4);
  CHECK(taker.missing() == QStringLiteral("Masih kurang: 2, 4"));
  CHECK(taker.whose() == QStringLiteral("5 catatan dari HP 3"));
  CHECK_FALSE(taker.isDone());
  goOffline();
  takeAll({codes[1], codes[3]});
  CHECK(taker.isDone());
  CHECK(carried.waiting() == 1);
  CHECK(carried.summary() == QStringLiteral("Membawa 1 salinan dari HP 3"));
  CHECK(carried.data(carried.index(0), CarriedModel::StandingRole)
        == QStringLiteral("Menunggu jaringan"));
  restartProgram();
  CarriedModel again;
  again.setWorkplace(workplace.get());
  CHECK(again.waiting() == 1);
}

TEST_CASE_METHOD(HandoverFixture, "each code that does not belong here has its own words",
                 "[handover]") {
  taker.take(QStringLiteral("https://example.org"));
  CHECK(taker.trouble().startsWith(QStringLiteral("Bukan kode serah terima")));
  takeAll({codesOf(100, siteNo + 1).front()});
  CHECK(taker.trouble().startsWith(QStringLiteral("Ini catatan lokasi lain")));
  taker.take(QStringLiteral("PO1:ABC"));
  CHECK(taker.trouble().startsWith(QStringLiteral("Kode rusak")));
  CHECK(client->carried().all().value().empty());
  takeAll(codesOf(100));
  CHECK(taker.trouble().isEmpty());
  CHECK(taker.isDone());
}

TEST_CASE_METHOD(HandoverFixture, "what the server said of a carried copy stays readable",
                 "[handover]") {
  server.outboxBody = protocol::encode(protocol::outbox_receipt{
      3, 3, 1, {{make_uuid_v7(clock.now()), "exit", {errc::unknown_session, "no", {}}}}});
  takeAll(codesOf(100));
  REQUIRE(eventually([&] { return carried.waiting() == 0; }));
  CHECK(carried.summary().isEmpty());
  CHECK(
      carried.data(carried.index(0), CarriedModel::StandingRole)
      == QStringLiteral("Diterima server: 3 baru, 1 sudah ada, 1 ditolak; HP asalnya diberi tahu"));
  CHECK(carried.data(carried.index(0), CarriedModel::TroubledRole) == true);
}

TEST_CASE_METHOD(HandoverFixture, "the codes that go round hold what waits, for the site alone",
                 "[handover]") {
  learnSiteKey();
  goOffline();
  const auto first = enter("B 1 A");
  for (int i = 2; i < 12; ++i)
    enter("B " + std::to_string(i) + " A");
  const auto codes = shown();
  CHECK(giver.count() > 3);
  CHECK(giver.records() == 11);
  for (const auto& code : codes)
    taker.take(code);
  REQUIRE(taker.isDone());
  CHECK(taker.whose().startsWith(QStringLiteral("11 catatan dari HP ")));
  const auto sealed =
      client->carried().content(client->carried().all().value().front().sha256).value();
  const auto copy = protocol::open_outbox(
      {reinterpret_cast<const std::uint8_t*>(sealed.constData()),
       static_cast<std::size_t>(sealed.size())},
      site, [&](std::uint16_t) { return std::optional{client->ownTicketKey()->key}; });
  REQUIRE(copy);
  REQUIRE(copy->rows.size() == 11);
  CHECK(copy->rows.front().content == first.row.submission);
  CHECK(client->sync().pendingCount() == 11);
  giver.stop();
  CHECK(giver.code().isEmpty());
}

TEST_CASE_METHOD(HandoverFixture, "a phone that has not heard the site's key says how to get it",
                 "[handover]") {
  goOffline();
  enter("B 1 A");
  giver.start();
  CHECK(giver.code().isEmpty());
  CHECK(giver.trouble().startsWith(QStringLiteral("Server belum memberi kuncinya")));
}

TEST_CASE_METHOD(HandoverFixture, "with nothing to hand over nothing is shown", "[handover]") {
  giver.start();
  CHECK(giver.code().isEmpty());
  CHECK(giver.trouble().startsWith(QStringLiteral("Semua sudah terkirim")));
}

namespace {

/// One device that gives to itself: both ends of one network.
struct NetworkFixture : HandoverFixture {
  NetworkFixture() {
    networkGiver.setWorkplace(workplace.get());
    networkTaker.setWorkplace(workplace.get());
    learnSiteKey();
    goOffline();
    enter("B 1 A");
    networkGiver.start();
    networkTaker.start();
  }
  void scan() { networkGiver.take(networkTaker.code()); }

  NetworkGiver networkGiver;
  NetworkTaker networkTaker;
};

using Giving = NetworkGiver::Phase;
using Taking = NetworkTaker::Phase;

} // namespace

TEST_CASE_METHOD(NetworkFixture, "one scanned code brings the records over, for the site alone",
                 "[handover]") {
  CHECK(networkTaker.phase() == Taking::Waiting);
  CHECK(networkGiver.records() == 1);
  scan();
  CHECK(networkGiver.phase() == Giving::Sending);
  REQUIRE(eventually([&] { return networkGiver.phase() == Giving::Done; }));
  CHECK(networkTaker.phase() == Taking::Done);
  CHECK(networkTaker.whose().startsWith(QStringLiteral("1 catatan dari HP ")));
  CHECK(networkGiver.receiver() == *client->deviceNo());
  const auto copies = client->carried().all().value();
  REQUIRE(copies.size() == 1);
  const auto sealed = client->carried().content(copies.front().sha256).value();
  CHECK(protocol::open_outbox(
      {reinterpret_cast<const std::uint8_t*>(sealed.constData()),
       static_cast<std::size_t>(sealed.size())},
      site, [&](std::uint16_t) { return std::optional{client->ownTicketKey()->key}; }));
  CHECK(client->sync().pendingCount() == 1);
}

TEST_CASE_METHOD(NetworkFixture, "with the page closed nobody listens", "[handover]") {
  const auto code = networkTaker.code();
  networkTaker.stop();
  CHECK(networkTaker.code().isEmpty());
  networkGiver.take(code);
  REQUIRE(eventually([&] { return networkGiver.phase() == Giving::Scanning; }));
  CHECK(networkGiver.trouble().startsWith(QStringLiteral("HP yang satunya tidak terjangkau")));
  CHECK(networkGiver.canRetry());
  // Still before the camera, it does not begin by itself.
  networkGiver.take(code);
  CHECK(networkGiver.phase() == Giving::Scanning);
  networkTaker.start();
  scan();
  REQUIRE(eventually([&] { return networkGiver.phase() == Giving::Done; }));
  CHECK(networkGiver.trouble().isEmpty());
}

TEST_CASE_METHOD(NetworkFixture, "each code that invites nobody here has its own words",
                 "[handover]") {
  networkGiver.take(QStringLiteral("https://example.org"));
  CHECK(networkGiver.trouble().startsWith(QStringLiteral("Bukan kode penerimaan")));
  auto invitation = protocol::read_handover_invitation(networkTaker.code().toStdString()).value();
  const auto asCode = [&] { return QString::fromStdString(protocol::encode(invitation)); };
  networkGiver.take(asCode().chopped(1));
  CHECK(networkGiver.trouble().startsWith(QStringLiteral("Kode rusak")));
  ++invitation.site_no;
  networkGiver.take(asCode());
  CHECK(networkGiver.trouble().startsWith(QStringLiteral("HP itu bekerja di lokasi lain")));
  --invitation.site_no;
  invitation.secret[0] ^= 1;
  networkGiver.take(asCode());
  REQUIRE(eventually([&] { return networkGiver.phase() == Giving::Scanning; }));
  CHECK(networkGiver.trouble().startsWith(QStringLiteral("Kode itu sudah tidak berlaku")));
  CHECK_FALSE(networkGiver.canRetry());
  CHECK(networkTaker.phase() == Taking::Waiting);
  CHECK(client->carried().all().value().empty());
}

TEST_CASE_METHOD(HandoverFixture, "without a network both ends say so, and the other way",
                 "[handover]") {
  struct NoNetwork : LocalNetwork {
    [[nodiscard]] QList<QHostAddress> addresses() const override { return {}; }
  };
  auto platform = makePlatform(dir.path(), dir.filePath("camera"));
  platform.network = std::make_unique<NoNetwork>();
  learnSiteKey();
  enter("B 1 A");
  Workplace alone{*client, dir.path(), std::move(platform)};
  NetworkTaker lonelyTaker;
  lonelyTaker.setWorkplace(&alone);
  lonelyTaker.start();
  CHECK(lonelyTaker.trouble().startsWith(QStringLiteral("HP ini tidak berada di jaringan")));
  CHECK(lonelyTaker.trouble().endsWith(QStringLiteral("atau pakai kode berurutan.")));
  CHECK(lonelyTaker.code().isEmpty());
  CHECK_FALSE(lonelyTaker.hasNetwork());
}
