#include "mobile/desk/deskaction.h"
#include "mobile/desk/period.h"
#include "mobile/features/duplicates/duplicatelistmodel.h"
#include "mobile/features/locks/locklistmodel.h"
#include "mobile/features/openings/coveragemodel.h"
#include "mobile/features/openings/openinglistmodel.h"
#include "mobile/features/shifts/indicatormodel.h"
#include "mobile/features/shifts/lookmodels.h"
#include "mobile/features/shifts/shiftpaymentmodel.h"
#include "mobile/features/synclog/devicesyncmodel.h"
#include "mobile/features/synclog/synclogmodel.h"

#include "deskanswers.h"
#include "deskfixture.h"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::mobile;
using namespace palang::test;
using State = Fetch::State;

namespace {

struct PagesFixture : DeskFixture {
  PagesFixture() {
    onQuestion = [](const protocol::query_data& asked) { return eveningAnswer(asked); };
    period.setWorkplace(workplace.get());
  }
  /// Somebody looks at the model's page.
  void show(FetchedModel& model) {
    model.setActive(true);
    model.setWorkplace(workplace.get());
    REQUIRE(eventually([&] { return model.fetch()->state() == State::Ready; }));
  }
  [[nodiscard]] static std::string cell(const FetchedModel& model, int row, const char* role) {
    return model.at(row).value(QString::fromLatin1(role)).toString().toStdString();
  }

  Period period;
};

} // namespace

TEST_CASE_METHOD(PagesFixture, "what was loaded stays readable while the server is away",
                 "[desk]") {
  LockListModel locks;
  show(locks);
  CHECK(locks.count() == 1);
  CHECK_FALSE(locks.fetch()->asOf().isEmpty());
  goOffline();
  CHECK(locks.fetch()->state() == State::Stale);
  CHECK(cell(locks, 0, "coverage") == "Tidak terdengar");
  goBack();
  CHECK(eventually([&] { return locks.fetch()->state() == State::Ready; }));
}

TEST_CASE_METHOD(PagesFixture, "a page that nobody looks at asks nothing", "[desk]") {
  LockListModel locks;
  locks.setWorkplace(workplace.get());
  settle(*client);
  CHECK(asked<protocol::lock_list>() == 0);
  locks.setActive(true);
  CHECK(eventually([&] { return locks.count() == 1; }));
}

TEST_CASE_METHOD(PagesFixture, "a list goes on with the cursor of the page before, without repeats",
                 "[desk]") {
  onQuestion = [](const protocol::query_data& what) -> std::optional<std::string> {
    const auto* wanted = std::get_if<protocol::sync_log>(&what);
    if (wanted == nullptr)
      return std::nullopt;
    const auto a = protocol::encode(submission("a", true));
    const auto b = protocol::encode(submission("b", false));
    return wanted->window.after ? listed("entries", {a, b}) : listed("entries", {a}, "more");
  };
  SyncLogModel log;
  show(log);
  REQUIRE(log.count() == 1);
  REQUIRE(log.canFetchMore({}));
  log.fetchMore({});
  CHECK(eventually([&] { return log.count() == 2; }));
  CHECK_FALSE(log.canFetchMore({}));
  CHECK(cell(log, 1, "verdict") == "Sudah tercatat keluar");
}

TEST_CASE_METHOD(PagesFixture, "an answer that cannot be read is said, and asked for again",
                 "[desk]") {
  bool isBroken = true;
  onQuestion = [&](const protocol::query_data& what) {
    return isBroken && std::holds_alternative<protocol::lock_list>(what)
               ? std::optional<std::string>("{}")
               : eveningAnswer(what);
  };
  LockListModel locks;
  locks.setActive(true);
  locks.setWorkplace(workplace.get());
  REQUIRE(eventually([&] { return locks.fetch()->state() == State::Failed; }));
  CHECK_FALSE(locks.fetch()->nextStep().isEmpty());
  isBroken = false;
  locks.fetch()->refresh();
  CHECK(eventually([&] { return locks.count() == 1; }));
}

TEST_CASE_METHOD(PagesFixture, "what happens brings a page up to date", "[desk]") {
  DuplicateListModel groups;
  show(groups);
  const int before = asked<protocol::duplicate_list>();
  tell("alert.raised", alert("another", protocol::severity::warning));
  CHECK(eventually([&] { return asked<protocol::duplicate_list>() == before + 1; }));
}

TEST_CASE_METHOD(PagesFixture, "another filter is another question", "[desk]") {
  SyncLogModel log;
  show(log);
  log.setFilter(
      {{QStringLiteral("device"), 3}, {QStringLiteral("accepted"), QStringLiteral("false")}});
  REQUIRE(eventually([&] { return asked<protocol::sync_log>() == 2; }));
  const auto& wanted = std::get<protocol::sync_log>(server.queries.back().data);
  CHECK(wanted.device_no == 3);
  CHECK(wanted.is_accepted == false);
  CHECK_FALSE(wanted.is_offline);
}

TEST_CASE_METHOD(PagesFixture, "a period asks for whole days of the site", "[desk]") {
  OpeningListModel openings;
  openings.setPeriod(&period);
  show(openings);
  const auto& wanted = std::get<protocol::opening_list>(server.queries.back().data);
  REQUIRE(wanted.window.from);
  CHECK(*wanted.window.to - *wanted.window.from == std::chrono::hours(24));
  CHECK(workplace->siteTime().time(*wanted.window.from) == "00:00");
}

TEST_CASE_METHOD(PagesFixture, "an opening says what it was, and a change what became of it",
                 "[desk][openings]") {
  OpeningListModel openings;
  show(openings);
  CHECK(cell(openings, 0, "state") == "Tanpa sebab");
  CHECK(cell(openings, 1, "cause") == "Masuk B 1234 XYZ");

  DeskAction action;
  action.setWorkplace(workplace.get());
  SECTION("taken") {
    action.judgeOpening(openings.at(0).value("openingId").toString(), "misuse", "tanpa karcis");
    CHECK(eventually([&] { return action.state() == DeskAction::State::Done; }));
    const auto& sent = std::get<protocol::opening_judge_data>(server.submits.at(0).data);
    CHECK(sent.opening_id == idOf("odd"));
    CHECK(sent.verdict == protocol::opening_verdict::misuse);
  }
  SECTION("refused") {
    server.onSubmit = [&](const protocol::submit& s) { server.reject(s, errc::forbidden); };
    action.judgeOpening(openings.at(0).value("openingId").toString(), "fault", "macet");
    CHECK(eventually([&] { return action.state() == DeskAction::State::Refused; }));
    CHECK_FALSE(action.nextStep().isEmpty());
  }
  SECTION("not offered while the server is away") {
    goOffline();
    CHECK_FALSE(action.isAvailable());
    CHECK_FALSE(action.whyNot().isEmpty());
    action.judgeOpening(openings.at(0).value("openingId").toString(), "fault", "macet");
    CHECK(action.state() == DeskAction::State::None);
  }
}

TEST_CASE_METHOD(PagesFixture, "blind hours are seen, also in a month", "[desk][openings]") {
  CoverageModel coverage;
  show(coverage);
  const auto cells = coverage.at(0).value("cells").toList();
  REQUIRE(cells.size() == 24);
  CHECK(cells.at(0).toMap().value("tone") == "ok");
  CHECK(cells.at(23).toMap().value("tone") == "bad");
  onQuestion = [](const protocol::query_data&) {
    return healthOf(std::string(400, 'c') + 'b' + std::string(319, 'c'));
  };
  coverage.fetch()->refresh();
  REQUIRE(eventually([&] { return coverage.at(0).value("cells").toList().size() == 48; }));
  CHECK(coverage.at(0).value("cells").toList().at(400 / 15).toMap().value("tone") == "bad");
}

TEST_CASE_METHOD(PagesFixture, "duplicates come with cause, comparison and suggestion",
                 "[desk][duplicates]") {
  DuplicateListModel groups;
  show(groups);
  CHECK(cell(groups, 0, "cause") == "Dua pintu");
  CHECK(cell(groups, 0, "suggestion") == "Saran: gabungkan");
  CHECK(groups.at(0).value("reasons").toStringList() == QStringList{"2 menit di antaranya"});
  REQUIRE(groups.causes().size() == 1);
  CHECK(groups.causes().at(0).toMap().value("count") == 1);
  const auto lines = groups.at(0).value("comparison").toList();
  const auto gate = std::ranges::find_if(
      lines, [](const QVariant& line) { return line.toMap().value("label") == "Pintu masuk"; });
  REQUIRE(gate != lines.end());
  CHECK(gate->toMap().value("left") == "Masuk 1");
  CHECK_FALSE(gate->toMap().value("same").toBool());
}

TEST_CASE_METHOD(PagesFixture, "a shift's difference leads to the stay that explains it",
                 "[desk][shifts]") {
  ShiftPaymentModel payments;
  payments.setShiftId(QString::fromStdString(to_string(idOf("sari"))));
  show(payments);
  CHECK(payments.facts().value("difference") == QStringLiteral("−Rp50.000"));
  REQUIRE(payments.suspects().size() == 1);
  const auto suspect = payments.suspects().at(0).toMap();
  CHECK(suspect.value("plate") == "B 77 KAS");
  CHECK(suspect.value("reasons") == "Tepat sebesar selisihnya");
  CHECK(cell(payments, 0, "amount") == "Rp50.000");
}

TEST_CASE_METHOD(PagesFixture, "an indicator leads to the records behind it", "[desk][shifts]") {
  IndicatorModel attendants;
  attendants.setPeriod(&period);
  show(attendants);
  CHECK(cell(attendants, 0, "verdict") == "1 perlu diperiksa");
  const auto indicator = attendants.at(0).value("indicators").toList().at(0).toMap();
  CHECK(indicator.value("value") == "Rp3.100");

  sessions = {exited("B 1 A", {3000})};
  StayLookModel stays;
  stays.setFilter({{QStringLiteral("kind"), indicator.value("lookKind")},
                   {QStringLiteral("data"), indicator.value("lookData")}});
  show(stays);
  CHECK(stays.count() == 1);
  const auto& wanted = std::get<protocol::session_list>(server.queries.back().data);
  CHECK(wanted.exit_by == "sari");
  CHECK(wanted.is_by_exit);
}

TEST_CASE_METHOD(PagesFixture, "a device tells what is missing and when it worked alone",
                 "[desk][sync]") {
  DeviceSyncModel devices;
  show(devices);
  CHECK(cell(devices, 0, "missing") == "17, 20–24");
  CHECK(cell(devices, 0, "clock") == "salah 1 kali");
  CHECK(devices.at(0).value("windows").toList().size() == 1);
}
