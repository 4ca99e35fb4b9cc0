#include "mobile/features/sync/syncmodel.h"

#include "mobile/features/sync/synchistorymodel.h"
#include "mobile/features/sync/verdictlistmodel.h"
#include "workplacefixture.h"

#include <catch2/catch.hpp>

#include <QSignalSpy>

using namespace palang;
using namespace palang::mobile;
using namespace palang::test;

namespace {

struct SyncFixture : WorkplaceFixture {
  SyncFixture() { model.setWorkplace(workplace.get()); }

  SyncModel model;
};

} // namespace

TEST_CASE_METHOD(SyncFixture, "coming back with records pending asks, sends and sums up",
                 "[sync]") {
  goOffline();
  enter("B 1 A");
  enter("B 2 A");
  CHECK(model.pending() == 2);
  CHECK_FALSE(model.oldest().isEmpty());
  CHECK_FALSE(model.isPromptWanted());
  goBack();
  REQUIRE(eventually([&] { return model.isPromptWanted(); }));

  QSignalSpy settled(&model, &SyncModel::settled);
  QSignalSpy finished(&model, &SyncModel::finished);
  model.startNow();
  REQUIRE(eventually([&] { return finished.count() == 1; }));
  CHECK(settled.count() == 2);
  CHECK(model.sent() == 2);
  CHECK(model.pending() == 0);
  CHECK_FALSE(model.isPromptWanted());
  CHECK_FALSE(model.lastSuccess().isEmpty());

  SyncHistoryModel history;
  history.setWorkplace(workplace.get());
  REQUIRE(history.count() == 1);
  CHECK(history.data(history.index(0), SyncHistoryModel::TextRole) == QStringLiteral("2 terkirim"));
}

TEST_CASE_METHOD(SyncFixture, "later keeps the records and stops asking", "[sync]") {
  goOffline();
  enter("B 1 A");
  goBack();
  REQUIRE(eventually([&] { return model.isPromptWanted(); }));
  model.later();
  CHECK_FALSE(model.isPromptWanted());
  CHECK(model.pending() == 1);
}

TEST_CASE_METHOD(SyncFixture, "a refused record is attention, not pending", "[sync]") {
  server.onSubmit = [&](const protocol::submit& s) { server.reject(s, errc::bad_plate); };
  enter("B 1 A");
  REQUIRE(eventually([&] { return model.attention() == 1; }));
  CHECK(model.pending() == 0);
}

TEST_CASE_METHOD(SyncFixture,
                 "the sheet tells a reachable server with its database down from none at all",
                 "[sync]") {
  CHECK(model.isReachable());
  CHECK(model.isDatabaseUp());
  server.setDatabase(false);
  REQUIRE(eventually([&] { return !model.isDatabaseUp(); }));
  CHECK(model.isReachable());
  server.refuseWith = 4408;
  server.drop();
  CHECK(eventually([&] { return !model.isReachable(); }));
}

TEST_CASE_METHOD(SyncFixture, "a record that is sent at once never makes a strip", "[sync]") {
  enter("B 1 A");
  REQUIRE(eventually([&] { return model.pending() == 0; }));
  CHECK_FALSE(model.isLingering());
}

TEST_CASE_METHOD(SyncFixture, "a record that stays pending is told after a moment", "[sync]") {
  goOffline();
  enter("B 1 A");
  CHECK_FALSE(model.isLingering());
  CHECK(eventually([&] { return model.isLingering(); }));
}

TEST_CASE("results are listed newest first", "[sync]") {
  VerdictListModel list;
  list.add(QStringLiteral("a"), QStringLiteral("sent"), {});
  list.add(QStringLiteral("b"), QStringLiteral("quarantined"), QStringLiteral("why"));
  REQUIRE(list.rowCount({}) == 2);
  CHECK(list.data(list.index(0), VerdictListModel::SummaryRole) == QStringLiteral("b"));
  CHECK(list.data(list.index(0), VerdictListModel::ReasonRole) == QStringLiteral("why"));
}
