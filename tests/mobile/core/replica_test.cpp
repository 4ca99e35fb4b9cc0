#include "mobile/core/replica.h"

#include "clientfixture.h"

#include "shared/protocol/codec.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::mobile;
using namespace palang::test;

namespace {

[[nodiscard]] protocol::session stay(const std::string& plateKey) {
  protocol::session s;
  s.id = make_uuid_v5({}, plateKey);
  s.plate = s.plate_key = plateKey;
  s.entered_at = from_ms(1'760'000'000'000);
  s.entry_gate_id = "in-1";
  return s;
}

[[nodiscard]] protocol::event changed(std::int64_t seq, const protocol::session& s,
                                      const std::string& kind = "session.entered") {
  return {seq, from_ms(0), protocol::topic::session, kind,
          protocol::object({{"session", protocol::encode(s)}})};
}

struct ReplicaFixture : ClientFixture {
  [[nodiscard]] std::optional<protocol::session> kept(const protocol::session& s) const {
    return client->store().session(s.id).value();
  }
  [[nodiscard]] bool isKept(const protocol::session& s) const {
    return eventually([&] { return kept(s).has_value(); });
  }
  [[nodiscard]] int pagesAsked() const {
    return static_cast<int>(std::ranges::count_if(server.queries, [](const protocol::query& q) {
      return std::holds_alternative<protocol::session_list>(q.data);
    }));
  }
};

} // namespace

TEST_CASE_METHOD(ReplicaFixture, "the first connection fetches the open sessions page by page",
                 "[replica]") {
  const auto first = stay("B1A");
  const auto second = stay("B2A");
  server.onQuery = [&](const protocol::query& q) -> std::optional<std::string> {
    const auto* list = std::get_if<protocol::session_list>(&q.data);
    if (list == nullptr)
      return std::nullopt;
    CHECK(list->status == protocol::session_status::open);
    const bool isFirst = !list->window.after;
    return protocol::object(
        {{"sessions", protocol::array({protocol::encode(isFirst ? first : second)})},
         {"next", isFirst ? protocol::text("page 2") : "null"}});
  };
  goOnline();
  CHECK(isKept(first));
  CHECK(isKept(second));
  CHECK(client->store().replicaAsOf());
  CHECK(resyncs == 1);
  CHECK_FALSE(server.hellos[0].resume);
}

TEST_CASE_METHOD(ReplicaFixture, "events move the cursor, and the next hello resumes from it",
                 "[replica]") {
  goOnline();
  const auto came = stay("B1A");
  server.sendFrame(
      protocol::array({protocol::encode(protocol::server_message{changed(101, came)}),
                       protocol::encode(protocol::server_message{changed(105, stay("B2A"))})}));
  REQUIRE(isKept(came));
  REQUIRE(isKept(stay("B2A")));

  SECTION("after a lost connection") {
    server.drop();
    REQUIRE(eventually([&] { return server.hellos.size() == 2; }));
  }
  SECTION("after a restart") {
    restart();
    REQUIRE(eventually([&] { return server.hellos.size() == 2; }));
  }
  const auto& resume = server.hellos[1].resume;
  REQUIRE(resume);
  CHECK(resume->epoch == "epoch-1");
  CHECK(resume->seq == 105);
  REQUIRE(eventually([&] { return client->isOnline(); }));
  settle(*client);
  CHECK(resyncs == 1);
  CHECK(pagesAsked() == 1);
}

TEST_CASE_METHOD(ReplicaFixture, "another history is fetched anew", "[replica]") {
  server.open = {stay("B1A")};
  goOnline();
  REQUIRE(isKept(stay("B1A")));
  server.open = {stay("B2A")};
  server.greeting.epoch = "epoch-2";
  server.greeting.seq = 5;
  server.drop();
  REQUIRE(isKept(stay("B2A")));
  CHECK_FALSE(kept(stay("B1A")));
  CHECK(resyncs == 2);

  server.send(changed(6, stay("B3A")));
  CHECK(isKept(stay("B3A")));
}

TEST_CASE_METHOD(ReplicaFixture, "a fetch that was cut off does not claim to be complete",
                 "[replica]") {
  server.onQuery = [](const protocol::query& q) -> std::optional<std::string> {
    if (std::holds_alternative<protocol::session_list>(q.data))
      return "";
    return std::nullopt;
  };
  logIn();
  REQUIRE(eventually([&] { return pagesAsked() == 1; }));
  server.send(changed(101, stay("B1A")));
  REQUIRE(isKept(stay("B1A")));
  server.open = {stay("B2A")};
  server.onQuery = nullptr;
  server.drop();
  REQUIRE(isKept(stay("B2A")));
  CHECK_FALSE(server.hellos[1].resume);
}

TEST_CASE_METHOD(ReplicaFixture, "a fetch that the database refused is repeated once it is back",
                 "[replica]") {
  server.onQuery = [](const protocol::query& q) -> std::optional<std::string> {
    if (std::holds_alternative<protocol::session_list>(q.data))
      return "";
    return std::nullopt;
  };
  logIn();
  REQUIRE(eventually([&] { return pagesAsked() == 1; }));
  server.setDatabase(false);
  REQUIRE(eventually([&] { return !client->isOnline(); }));
  server.onQuery = nullptr;
  server.open = {stay("B1A")};
  server.setDatabase(true);
  CHECK(isKept(stay("B1A")));
  CHECK(server.hellos.size() == 1);
}

TEST_CASE_METHOD(ReplicaFixture, "an event that overtakes a page is not undone by it",
                 "[replica]") {
  auto s = stay("B1A");
  std::string pageId;
  server.onQuery = [&](const protocol::query& q) -> std::optional<std::string> {
    if (!std::holds_alternative<protocol::session_list>(q.data))
      return std::nullopt;
    pageId = q.id;
    return "";
  };
  logIn();
  REQUIRE(eventually([&] { return !pageId.empty(); }));
  const auto page =
      protocol::object({{"sessions", protocol::array({protocol::encode(s)})}, {"next", "null"}});
  s.status = protocol::session_status::closed;
  s.version = 2;
  server.send(changed(101, s, "session.exited"));
  server.send(protocol::query_result{pageId, page});
  REQUIRE(isKept(s));
  settle(*client);
  CHECK(kept(s)->status == protocol::session_status::closed);
}

TEST_CASE_METHOD(ReplicaFixture, "a repeated event changes nothing", "[replica]") {
  goOnline();
  int heard = 0;
  QObject::connect(client.get(), &Client::eventReceived, [&] { ++heard; });
  server.send(changed(101, stay("B1A")));
  server.send(changed(101, stay("B1A")));
  server.send(changed(100, stay("B1A")));
  settle(*client);
  CHECK(heard == 1);
}

TEST_CASE_METHOD(ReplicaFixture, "a changed configuration is fetched and kept", "[replica]") {
  goOnline();
  auto next = demoConfig();
  next.site.name = "Baru";
  server.config = protocol::encode(next);
  server.greeting.config_version = 2;
  SECTION("when it is told") {
    server.send(protocol::event{101, from_ms(0), protocol::topic::config, "config.changed",
                                R"({"config_version":2,"path":"/site/name"})"});
  }
  SECTION("when a reconnection shows another version") {
    server.drop();
  }
  REQUIRE(eventually([&] { return client->configVersion() == 2; }));
  restart();
  CHECK(client->config() == next);
  CHECK(client->configVersion() == 2);
}

TEST_CASE_METHOD(ReplicaFixture, "a local change that waits is not overwritten by the server",
                 "[replica]") {
  goOnline();
  const auto entry = enter("B 1 A");
  REQUIRE(eventually([&] { return stateOf(entry) == sync::record_state::applied; }));
  goOffline();
  const auto exit = leave(entry);
  goBack();
  server.send(changed(101, entry.session, "session.corrected"));
  settle(*client);
  CHECK(kept(entry.session)->status == protocol::session_status::closed);
}

TEST_CASE_METHOD(ReplicaFixture,
                 "a device finds its number among the keys when the welcome is silent",
                 "[replica]") {
  server.greeting.device_no.reset();
  server.onQuery = [this](const protocol::query& q) -> std::optional<std::string> {
    if (!std::holds_alternative<protocol::device_keys>(q.data))
      return std::nullopt;
    const auto key = protocol::member_of(server.loginBodies[0], "device_key").value();
    return R"({"keys":[{"device_no":9,"key":)" + key + R"(,"valid_from":0,"valid_to":null}]})";
  };
  goOnline();
  CHECK(eventually([&] { return client->deviceNo() == 9; }));
}
