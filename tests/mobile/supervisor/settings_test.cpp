#include "mobile/features/settings/configdraft.h"
#include "mobile/features/settings/configwords.h"
#include "mobile/features/settings/feetester.h"
#include "mobile/features/settings/tariffreplay.h"

#include "deskanswers.h"
#include "deskfixture.h"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::mobile;
using namespace palang::test;

namespace {

/// A site whose admin is at the desk.
struct SettingsFixture : DeskFixture {
  SettingsFixture() {
    auto config = demoConfig();
    config.site.utc_offsets = {{instant{}, 7 * 60}};
    server.config = protocol::encode(config);
    server.greeting.config_version = 7;
    draft.setActive(true);
    draft.setWorkplace(workplace.get());
    draft.action()->setProperty("needsAdmin", false);
    REQUIRE(eventually([&] { return draft.fetch()->isLoaded(); }));
    REQUIRE(draft.changes() == 0);
  }

  ConfigDraft draft;
};

} // namespace

TEST_CASE_METHOD(SettingsFixture, "what is wrong is known at once and at its field", "[settings]") {
  draft.setChoice("/gates/0/zone_id", "nowhere");
  CHECK(draft.problemField() == "/gates/0/zone_id");
  draft.save();
  CHECK(server.submits.empty());
  draft.setNumber("/retention/photos_days", "sepuluh");
  CHECK(draft.problemField() == "/retention/photos_days");
  draft.discard();
  CHECK(draft.problemField().isEmpty());
  CHECK(draft.changes() == 0);
}

TEST_CASE_METHOD(SettingsFixture, "what is wrong is said in the person's language, with its place",
                 "[settings]") {
  draft.setNumber("/tariffs/0/first_min", "0");
  CHECK(draft.problemText() == "Isi angka 1 sampai 527040.");
  CHECK(draft.problemWhere().endsWith("· Blok pertama (menit)"));
  CHECK(draft.problemWhere().startsWith("Tarif "));
  workplace->setLanguage("en");
  CHECK(draft.problemText() == "Enter a number from 1 to 527040.");
  CHECK(draft.problemWhere().endsWith("· First block (minutes)"));
  draft.discard();
  draft.setText("/gates/1/id", "in-1");
  CHECK(draft.problemText() == "in-1 is in use; choose another.");
  draft.setText("/site/tz", "Mars//Kota");
  draft.setText("/gates/1/id", "lain");
  CHECK(draft.problemWhere() == "Time zone");
  CHECK(draft.problemText() == "Enter a time zone such as Asia/Jakarta.");
}

TEST_CASE("every refusal of the configuration is known in words", "[settings]") {
  const auto words = [](protocol::config changed) {
    const auto checked = protocol::validate(changed);
    REQUIRE_FALSE(checked);
    const auto told = QString::fromStdString(checked.error().message);
    INFO(checked.error().message);
    CHECK(configwords::problem(told) != told);
  };
  const auto whole = demoConfig();
  auto c = whole;
  c.gates[0].zone_id = "nowhere";
  words(c);
  c = whole;
  c.gates[0].lock_id = "7";
  words(c);
  c = whole;
  c.zones[0].id = "";
  words(c);
  c = whole;
  c.zones[0].crit_pct = 101;
  words(c);
  c = whole;
  c.tariffs.clear();
  words(c);
  c = whole;
  c.tariffs.push_back(c.tariffs[0]);
  words(c);
  c = whole;
  c.tariffs[0].id = "";
  words(c);
  c = whole;
  c.site.utc_offsets = {{instant{}, 420}, {instant{}, 480}};
  words(c);
  c = whole;
  c.site.language = "fr";
  words(c);
}

TEST_CASE_METHOD(SettingsFixture, "a change is saved on top of the version that was seen",
                 "[settings]") {
  draft.setText("/gates/0/name", "Gerbang utara");
  CHECK(draft.changes() == 1);
  draft.save();
  REQUIRE(eventually([&] { return draft.action()->state() == DeskAction::State::Done; }));
  const auto& sent = std::get<protocol::config_set_data>(server.submits.at(0).data);
  CHECK(sent.base_version == 7);
  CHECK(sent.value.find("Gerbang utara") != std::string::npos);
  CHECK(draft.changes() == 0);
}

TEST_CASE_METHOD(SettingsFixture, "a change on top of another person's is compared first",
                 "[settings]") {
  draft.setText("/gates/0/name", "Gerbang utara");
  auto theirs = *draft.draft();
  theirs.gates[0].name = "Pintu depan";
  server.config = protocol::encode(theirs);
  server.greeting.config_version = 8;
  server.onSubmit = [&](const protocol::submit& s) {
    server.onSubmit = {};
    server.reject(s, errc::version_conflict);
  };
  draft.save();
  REQUIRE(eventually([&] { return draft.conflicts().size() == 1; }));
  const auto line = draft.conflicts().at(0).toMap();
  CHECK(line.value("field").toString().endsWith("· Nama"));
  CHECK(line.value("mine") == "Gerbang utara");
  CHECK(line.value("theirs") == "Pintu depan");
  SECTION("mine") {
    draft.keepMine();
    REQUIRE(eventually([&] { return server.submits.size() == 2; }));
    CHECK(std::get<protocol::config_set_data>(server.submits.at(1).data).base_version == 8);
  }
  SECTION("theirs") {
    draft.takeTheirs();
    CHECK(draft.value("/gates/0/name") == "Pintu depan");
    CHECK(draft.changes() == 0);
  }
}

TEST_CASE_METHOD(SettingsFixture, "a tariff in force is followed by a version, not changed",
                 "[settings]") {
  const auto count = draft.tariffs().size();
  draft.addTariffVersion(0);
  REQUIRE(draft.tariffs().size() == count + 1);
  const auto next = draft.tariffs().last().toMap();
  CHECK(next.value("isDraft").toBool());
  CHECK_FALSE(next.value("inForce").toBool());
  CHECK(draft.draft()->tariffs.back().valid_from > workplace->now());
  CHECK(draft.problemField().isEmpty());

  const auto pointer = QStringLiteral("/tariffs/%1/first_amt").arg(count);
  draft.setNumber(pointer, "6000");
  FeeTesterModel tester;
  tester.setProperty("draft", QVariant::fromValue(&draft));
  const auto priced = tester.price(static_cast<int>(count), "2025-03-24 10:00", 30, false);
  CHECK(priced.value("total") == "Rp6.000");
  CHECK(tester.price(0, "kemarin", 30, false).contains("trouble"));
}

TEST_CASE_METHOD(SettingsFixture, "stays are priced again page by page, until told to stop",
                 "[settings]") {
  Period period;
  period.setWorkplace(workplace.get());
  const auto page = [](const std::string& next) {
    return R"({"stays":10,"before":50000,"after_draft":60000,"dearer":10,"cheaper":0,"same":0,)"
           R"("unpriced":0,"total":20,"changes":[{"session_id":"018e6f00-0000-7000-8000-000000000001",)"
           R"("plate":"B 1 A","entered_at":0,"exited_at":0,"minutes":60,"before":5000,"after":6000}],"next":)"
           + next + "}";
  };
  bool isHeld = false;
  onQuestion = [&](const protocol::query_data& asked) -> std::optional<std::string> {
    const auto* wanted = std::get_if<protocol::tariff_replay>(&asked);
    if (wanted == nullptr)
      return std::nullopt;
    return wanted->after && isHeld ? "" : page(wanted->after ? "null" : R"("x")");
  };
  TariffReplay replay;
  replay.setProperty("draft", QVariant::fromValue(&draft));
  SECTION("to the end") {
    replay.start(0, &period);
    REQUIRE(eventually([&] { return !replay.isRunning(); }));
    CHECK(replay.summary().contains("Rp100.000 menjadi Rp120.000 (+Rp20.000)"));
    CHECK(replay.examples().size() == 2);
  }
  SECTION("stopped half way") {
    isHeld = true;
    replay.start(0, &period);
    REQUIRE(eventually([&] { return replay.progress() > 0.4; }));
    replay.cancel();
    CHECK_FALSE(replay.isRunning());
    CHECK(replay.summary().startsWith("Dihentikan"));
  }
}
