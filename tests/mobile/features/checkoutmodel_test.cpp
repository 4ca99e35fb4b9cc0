#include "mobile/features/exit/checkoutmodel.h"

#include "workplacefixture.h"

#include "shared/protocol/codec.hpp"

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
  void toTheTill(const std::string& plate, milliseconds before) {
    park(plate, before);
    search(plate.c_str());
    REQUIRE(found.count() == 1);
    checkout.start(&found, 0);
    REQUIRE(checkout.step() == Step::Pay);
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
