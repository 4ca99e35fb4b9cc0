#include "mobile/base/workplace.h"

#include "shared/protocol/codec.hpp"
#include "workplacefixture.h"

#include <catch2/catch.hpp>

#include <QSignalSpy>

using namespace palang;
using namespace palang::mobile;
using namespace palang::test;
using Connection = Workplace::Connection;

TEST_CASE_METHOD(WorkplaceFixture, "the connection is up only while the database is",
                 "[workplace]") {
  CHECK(workplace->connection() == Connection::Up);
  server.setDatabase(false);
  REQUIRE(eventually([&] { return workplace->connection() == Connection::Down; }));
  server.setDatabase(true);
  CHECK(eventually([&] { return workplace->connection() == Connection::Up; }));
}

TEST_CASE_METHOD(WorkplaceFixture, "a check that was asked for is told while it lasts",
                 "[workplace]") {
  server.refuseWith = 4408;
  server.drop();
  REQUIRE(eventually([&] { return workplace->connection() == Connection::Down; }));
  QSignalSpy changes(workplace.get(), &Workplace::connectionChanged);
  workplace->checkNow();
  CHECK(workplace->connection() == Connection::Checking);
  CHECK(changes.count() >= 1);
}

TEST_CASE_METHOD(WorkplaceFixture, "gate, language and look survive a restart", "[workplace]") {
  workplace->setGateId(QStringLiteral("out-1"));
  workplace->setLanguage(QStringLiteral("en"));
  workplace->setTheme(QStringLiteral("night"));
  workplace.reset();
  restart();
  const Workplace again(*client);
  CHECK(again.gateId() == QStringLiteral("out-1"));
  CHECK(again.gateName() == QStringLiteral("Keluar 1"));
  CHECK(again.language() == QStringLiteral("en"));
  CHECK(again.theme() == QStringLiteral("night"));
}

TEST_CASE_METHOD(WorkplaceFixture,
                 "who has chosen no language gets the site's, as soon as it changes",
                 "[workplace]") {
  const auto speakAtSite = [&](const char* language) {
    auto config = demoConfig();
    config.site.language = language;
    server.config = protocol::encode(config);
    ++server.greeting.config_version;
    goOffline();
    goBack();
    REQUIRE(eventually([&] { return client->config()->site.language == language; }));
  };
  QSignalSpy changes(workplace.get(), &Workplace::languageChanged);
  CHECK(workplace->language() == QStringLiteral("id"));
  speakAtSite("en");
  CHECK(workplace->language() == QStringLiteral("en"));
  CHECK(changes.count() == 1);
  CHECK_FALSE(wording::isIndonesian());
  workplace->setLanguage(QStringLiteral("id"));
  CHECK(wording::isIndonesian());
  speakAtSite("id");
  speakAtSite("en");
  CHECK(workplace->language() == QStringLiteral("id"));
  CHECK(changes.count() == 2);
}

TEST_CASE_METHOD(WorkplaceFixture, "a gate that the configuration no longer has is chosen anew",
                 "[workplace]") {
  workplace->setGateId(QStringLiteral("gone"));
  CHECK(workplace->gateId().isEmpty());
}

TEST_CASE_METHOD(WorkplaceFixture, "a gate takes the direction that it is for", "[workplace]") {
  CHECK(workplace->doesTakeEntries());
  CHECK_FALSE(workplace->doesTakeExits());
  workplace->setGateId(QStringLiteral("out-1"));
  CHECK_FALSE(workplace->doesTakeEntries());
  CHECK(workplace->doesTakeExits());
}

TEST_CASE_METHOD(WorkplaceFixture, "what must be read comes in words with a next step",
                 "[workplace]") {
  QSignalSpy said(workplace.get(), &Workplace::noticed);
  server.close(4409);
  REQUIRE(eventually([&] { return said.count() == 1; }));
  CHECK(said[0][0].toString() == QStringLiteral("Akun ini tersambung di tempat lain"));
  CHECK_FALSE(said[0][1].toString().isEmpty());
}

TEST_CASE_METHOD(WorkplaceFixture, "the other language speaks at once, in sources and models",
                 "[workplace]") {
  CHECK(wording::of(error{errc::bad_credentials, {}, {}}).text
        == QStringLiteral("Nama atau sandi salah"));
  workplace->setLanguage(QStringLiteral("en"));
  CHECK(wording::of(error{errc::bad_credentials, {}, {}}).text
        == QStringLiteral("Wrong name or password"));
  CHECK(wording::vehicle(domain::vehicle_class::mobil, workplace->config())
        == QStringLiteral("Car"));
  workplace->setLanguage(QStringLiteral("id"));
  CHECK(wording::vehicle(domain::vehicle_class::mobil, workplace->config())
        == QStringLiteral("Mobil"));
}

TEST_CASE("every refusal has words and a next step in both languages", "[wording]") {
  for (const bool inIndonesian : {true, false}) {
    wording::setIndonesian(inIndonesian);
    for (int code = 0; code <= static_cast<int>(errc::last); ++code) {
      const auto words = wording::of(error{static_cast<errc>(code), "why", {}});
      INFO(to_string(static_cast<errc>(code)));
      CHECK_FALSE(words.text.isEmpty());
      CHECK_FALSE(words.nextStep.isEmpty());
    }
  }
  wording::setIndonesian(true);
}

TEST_CASE("times are the site's, written the way tickets are", "[sitetime]") {
  auto config = demoConfig();
  config.site.utc_offsets = {{from_ms(0), 7 * 60}};
  const SiteTime time(config);
  const auto at = from_ms(1'742'800'209'000); // 2025-03-24T07:10:09Z
  CHECK(time.time(at) == QStringLiteral("14:10"));
  CHECK(time.timeWithSeconds(at) == QStringLiteral("14:10:09"));
  CHECK(time.date(at) == QStringLiteral("24 Mar 2025"));
  CHECK(time.dayTime(at, at + std::chrono::hours(1)) == QStringLiteral("14:10"));
  CHECK(time.dayTime(at, at + std::chrono::hours(24)) == QStringLiteral("24 Mar 14:10"));
}

TEST_CASE("the offset in force at a time is the one that shows it", "[sitetime]") {
  auto config = demoConfig();
  config.site.utc_offsets = {{from_ms(2'000'000'000'000), 8 * 60}, {from_ms(0), 7 * 60}};
  const SiteTime time(config);
  CHECK(time.local(from_ms(1'999'999'999'999)).offsetFromUtc() == 7 * 3600);
  CHECK(time.local(from_ms(2'000'000'000'000)).offsetFromUtc() == 8 * 3600);
}
