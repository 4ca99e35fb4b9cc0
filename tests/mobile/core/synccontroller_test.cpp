#include "mobile/core/synccontroller.h"

#include "clientfixture.h"

#include "mobile/core/link.h"
#include "shared/protocol/codec.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::mobile;
using namespace palang::test;
using namespace std::chrono_literals;
using sync::record_state;
using Words = std::vector<std::string>;

namespace {

struct SyncFixture : ClientFixture {
  SyncFixture() { goOnline(); }
  [[nodiscard]] SyncController& sync() const { return client->sync(); }
  [[nodiscard]] bool becomes(const Client::Recorded& r, record_state state) const {
    return eventually([&] { return stateOf(r) == state; });
  }
};

} // namespace

TEST_CASE_METHOD(SyncFixture, "a record made while connected is sent at once and then applied",
                 "[sync]") {
  const auto entry = enter("B 1 A");
  CHECK(stateOf(entry) == record_state::pending);
  CHECK(becomes(entry, record_state::applied));
  CHECK(verdicts == Words{"sent"});
  CHECK(sync().pendingCount() == 0);
  CHECK(sync().lastSuccessMs() > 0);
  CHECK(summaries.empty());
}

TEST_CASE_METHOD(SyncFixture, "a record whose answer was lost is sent again and was there already",
                 "[sync]") {
  server.onSubmit = [this](const protocol::submit& s) {
    if (server.submits.size() == 1)
      server.drop();
    else
      server.accept(s, true);
  };
  const auto entry = enter("B 1 A");
  goBack();
  CHECK(becomes(entry, record_state::applied));
  CHECK(timesSent(entry) == 2);
  CHECK(server.submits[0] == server.submits[1]);
  CHECK(verdicts == Words{"already_there"});
  CHECK_FALSE(sync().promptWanted());
}

TEST_CASE_METHOD(SyncFixture, "an answer that comes twice counts once", "[sync]") {
  server.onSubmit = [this](const protocol::submit& s) {
    server.accept(s);
    server.accept(s, true);
  };
  const auto entry = enter("B 1 A");
  CHECK(becomes(entry, record_state::applied));
  settle(*client);
  CHECK(verdicts == Words{"sent"});
}

TEST_CASE_METHOD(SyncFixture, "a refused entry steps aside with its exit, and the rest goes on",
                 "[sync]") {
  goOffline();
  const auto refused = enter("B 1 A");
  const auto exit = leave(refused);
  const auto other = enter("B 2 A");
  server.onSubmit = [&](const protocol::submit& s) {
    if (s.id == refused.row.submission.id)
      server.reject(s, errc::bad_plate);
    else
      server.accept(s);
  };
  goBack();
  sync().startNow();
  CHECK(becomes(other, record_state::applied));
  CHECK(stateOf(refused) == record_state::quarantined);
  CHECK(stateOf(exit) == record_state::quarantined);
  CHECK(timesSent(exit) == 0);
  CHECK(sync().quarantinedCount() == 2);
  REQUIRE(summaries.size() == 1);
  CHECK(summaries[0].sent == 1);
  CHECK(summaries[0].quarantined == 2);
  CHECK(summaries[0].failed == 0);

  SECTION("until a person tries one of them again: the refused entry goes under a new number") {
    server.onSubmit = nullptr;
    server.submits.clear();
    const auto& chosen = GENERATE(true, false) ? refused : exit;
    sync().retry(QString::fromStdString(to_string(chosen.row.submission.id)));
    CHECK(becomes(exit, record_state::applied));
    CHECK(sync().quarantinedCount() == 0);
    REQUIRE(server.submits.size() == 2);
    const auto& again = server.submits.front();
    CHECK(again.id != refused.row.submission.id);
    CHECK(again.device_seq == 4);
    CHECK(again.taken_at == refused.row.submission.taken_at);
    CHECK(again.is_offline);
    const auto& data = std::get<protocol::entry_data>(again.data);
    CHECK(data.session_id == refused.session.id);
    CHECK(domain::parse_ticket(data.ticket.value())->device_seq == 4);

    const auto archived = client->store().row(refused.row.submission.id);
    REQUIRE(archived);
    CHECK(archived->why->code == errc::bad_plate);
    CHECK(archived->acceptedData == R"({"replaced_by":")" + to_string(again.id) + R"("})");
  }
}

TEST_CASE_METHOD(SyncFixture, "nothing is sent while the server's database is down", "[sync]") {
  server.setDatabase(false);
  REQUIRE(eventually([&] { return client->link().state() == Link::State::DatabaseDown; }));
  CHECK_FALSE(client->isOnline());
  const auto entry = enter("B 1 A");
  settle(*client);
  CHECK(server.submits.empty());
  CHECK(entry.row.submission.is_offline);

  server.setDatabase(true);
  REQUIRE(eventually([&] { return sync().promptWanted(); }));
  CHECK(server.submits.empty());
  sync().startNow();
  CHECK(becomes(entry, record_state::applied));
}

TEST_CASE_METHOD(SyncFixture, "a retryable refusal leads to another try that nobody asks for",
                 "[sync]") {
  const auto code = GENERATE(errc::busy, errc::db_unavailable, errc::shutting_down);
  server.onSubmit = [&](const protocol::submit& s) {
    if (server.submits.size() == 1)
      server.reject(s, code);
    else
      server.accept(s);
  };
  const auto entry = enter("B 1 A");
  CHECK(becomes(entry, record_state::applied));
  CHECK(timesSent(entry) == 2);
}

TEST_CASE_METHOD(SyncFixture, "on the way back up a person is asked before old records go",
                 "[sync]") {
  goOffline();
  const auto first = enter("B 1 A");
  const auto second = enter("B 2 A");
  goBack();
  CHECK(sync().promptWanted());
  CHECK(sync().pendingCount() == 2);
  CHECK(sync().oldestPendingMs() > 0);
  settle(*client);
  CHECK(server.submits.empty());

  SECTION("now: everything goes in order, with a summary and a history") {
    sync().startNow();
    CHECK_FALSE(sync().promptWanted());
    CHECK(sync().isRunning());
    CHECK(sync().progressTotal() == 2);
    CHECK(becomes(second, record_state::applied));
    CHECK(server.submits.front().id == first.row.submission.id);
    REQUIRE(summaries.size() == 1);
    CHECK(summaries[0].sent == 2);
    CHECK(sync().progressDone() == 2);
    CHECK_FALSE(sync().isRunning());
    const auto history = client->store().syncHistory(10);
    REQUIRE(history);
    REQUIRE(history->size() == 1);
    CHECK(history->front().sent == 2);
  }
  SECTION("later: new records go at once, with what they depend on, and the rest waits") {
    sync().later();
    const auto exit = leave(second);
    CHECK(becomes(exit, record_state::applied));
    CHECK(stateOf(second) == record_state::applied);
    CHECK(stateOf(first) == record_state::pending);

    clock.advance(15min - 10s);
    sync().tick();
    CHECK_FALSE(sync().promptWanted());
    clock.advance(10s);
    sync().tick();
    CHECK(sync().promptWanted());
  }
  SECTION("later: the next reconnection asks again") {
    sync().later();
    CHECK_FALSE(sync().promptWanted());
    goOffline();
    goBack();
    CHECK(sync().promptWanted());
  }
}

TEST_CASE_METHOD(SyncFixture, "automatic sending skips the question and is kept", "[sync]") {
  sync().setAutoSend(true);
  goOffline();
  const auto entry = enter("B 1 A");
  restart();
  CHECK(sync().autoSend());
  goBack();
  CHECK(becomes(entry, record_state::applied));
  CHECK_FALSE(sync().promptWanted());
  CHECK(summaries.size() == 1);
}

TEST_CASE_METHOD(SyncFixture, "a cancelled sync keeps the rest", "[sync]") {
  goOffline();
  const auto first = enter("B 1 A");
  for (int i = 1; i < SyncController::mostInFlight; ++i)
    enter("B " + std::to_string(i) + " B");
  const auto second = enter("B 2 A");
  server.onSubmit = [](const protocol::submit&) {};
  goBack();
  sync().startNow();
  REQUIRE(eventually([&] { return timesSent(first) == 1; }));
  sync().cancel();
  CHECK_FALSE(sync().isRunning());
  REQUIRE(summaries.size() == 1);
  CHECK(summaries[0].isCancelled);
  CHECK(summaries[0].failed == SyncController::mostInFlight + 1);

  server.accept(server.submits.front());
  CHECK(becomes(first, record_state::applied));
  settle(*client);
  CHECK(timesSent(second) == 0);
  CHECK(stateOf(second) == record_state::pending);
}

TEST_CASE_METHOD(SyncFixture, "a sync that was begun goes on after a reconnection without asking",
                 "[sync]") {
  goOffline();
  const auto first = enter("B 1 A");
  const auto second = enter("B 2 A");
  server.onSubmit = [&](const protocol::submit& s) {
    if (server.submits.size() == 1)
      server.drop();
    else
      server.accept(s);
  };
  goBack();
  sync().startNow();
  REQUIRE(eventually([&] { return !client->isOnline(); }));
  goBack();
  CHECK_FALSE(sync().promptWanted());
  CHECK(becomes(second, record_state::applied));
  REQUIRE(summaries.size() == 1);
  CHECK(summaries[0].sent == 2);
}

TEST_CASE_METHOD(SyncFixture,
                 "a server that takes records but never answers is left and tried again",
                 "[sync]") {
  server.onSubmit = [](const protocol::submit&) {};
  goOffline();
  const auto entry = enter("B 1 A");
  goBack();
  sync().startNow();
  REQUIRE(eventually([&] { return timesSent(entry) == 1; }));
  clock.advance(61s);
  sync().tick();
  CHECK(client->link().state() == Link::State::Connecting);
  REQUIRE(summaries.size() == 1);
  CHECK(summaries[0].failed == 1);

  server.onSubmit = nullptr;
  goBack();
  CHECK(becomes(entry, record_state::applied));
  CHECK(summaries.size() == 2);
}

TEST_CASE_METHOD(SyncFixture, "a record too large for a frame steps aside and blocks nothing",
                 "[sync]") {
  const auto row = client->record(
      protocol::config_set_data{"/site/name", protocol::text(std::string(70'000, 'x')), 1},
      "large");
  INFO((row ? "" : row.error().message));
  REQUIRE(row);
  const auto entry = enter("B 1 A");
  CHECK(becomes(entry, record_state::applied));
  CHECK(timesSent(entry) == 1);
  CHECK(server.submits.size() == 1);
  CHECK(client->store().row(row->submission.id)->state == record_state::quarantined);
}

TEST_CASE_METHOD(SyncFixture, "a manual sync with nothing to send is done at once", "[sync]") {
  sync().startNow();
  CHECK_FALSE(sync().isRunning());
  REQUIRE(summaries.size() == 1);
  CHECK(summaries[0].failed == 0);
  CHECK(client->store().syncHistory(10)->empty());
}

TEST_CASE_METHOD(SyncFixture, "the back-off starts anew once a record was accepted", "[sync]") {
  // Each broken connection lengthens the wait; a confirmed one does not.
  for (int i = 0; i < 8; ++i) {
    const auto entry = enter("B " + std::to_string(i + 1) + " A");
    REQUIRE(becomes(entry, record_state::applied));
    server.drop();
    REQUIRE(eventually([&] { return !client->isOnline(); }));
    REQUIRE(eventually([&] { return client->isOnline(); }));
  }
}

TEST_CASE_METHOD(SyncFixture, "a server that was restored is given back what it had, unasked",
                 "[sync][history]") {
  const auto first = enter("B 1 A");
  const auto second = enter("B 2 A");
  REQUIRE(becomes(second, record_state::applied));
  goOffline();
  const auto newer = enter("B 3 A");
  server.submits.clear();
  server.greeting.epoch = "after the restore";
  server.greeting.is_resumed = false;
  goBack();
  REQUIRE(eventually([&] { return sync().returningCount() == 0 && !summaries.empty(); }));
  CHECK(timesSent(first) == 1);
  CHECK(timesSent(second) == 1);
  CHECK(timesSent(newer) == 0); // that one still waits for a person's word
  CHECK(sync().promptWanted());
  CHECK(notices == Words{"server_restored"});
  CHECK(summaries.back().returned == 2);
  CHECK(client->store().syncHistory(1).value().front().returned == 2);
  REQUIRE(server.submits.size() == 2);
  CHECK(server.submits[0].id == first.row.submission.id);
  CHECK(server.submits[0] == first.row.submission);
}

TEST_CASE_METHOD(SyncFixture, "what goes back to a restored server goes on after a crash",
                 "[sync][history]") {
  const auto first = enter("B 1 A");
  const auto second = enter("B 2 A");
  REQUIRE(becomes(second, record_state::applied));
  server.submits.clear();
  server.onSubmit = [&](const protocol::submit& s) {
    if (s.id == first.row.submission.id)
      server.accept(s);
  };
  server.greeting.epoch = "after the restore";
  server.greeting.is_resumed = false;
  goOffline();
  goBack();
  REQUIRE(becomes(first, record_state::applied));
  restart();
  server.onSubmit = nullptr;
  REQUIRE(becomes(second, record_state::applied));
  CHECK(timesSent(first) == 1);
}

TEST_CASE_METHOD(SyncFixture, "a command that a restored server calls expired was done long ago",
                 "[sync][history]") {
  protocol::gate_open_data open;
  open.gate_id = "in-1";
  open.reason = "tamu";
  const auto command = client->record(open, "buka");
  REQUIRE(command);
  const auto& id = command->submission.id;
  const auto state = [&] { return client->store().row(id).value().state; };
  REQUIRE(eventually([&] { return state() == record_state::applied; }));
  server.onSubmit = [&](const protocol::submit& s) { server.reject(s, errc::expired); };
  server.greeting.epoch = "after the restore";
  server.greeting.is_resumed = false;
  goOffline();
  goBack();
  REQUIRE(eventually([&] { return sync().returningCount() == 0; }));
  CHECK(state() == record_state::applied);
  CHECK(sync().quarantinedCount() == 0);
}
