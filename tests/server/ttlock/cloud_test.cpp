#include "server/ttlock/cloud.hpp"

#include "tests/server/ttlock/fake_http.hpp"
#include "tests/server/ttlock/samples.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::ttlock;
using namespace std::chrono_literals;
using testing::broken;
using testing::fake_cloud;
using testing::grant_of;
using testing::ok;
using testing::sample;
using testing::sample_lines;

namespace {

using kind = http_error::kind;

struct world {
  explicit world(fake_cloud::answer how)
      : api{std::move(how)}, logins{[this](const http_request&) {
          return ok(grant_of("t" + std::to_string(++granted)));
        }},
        tokens{logins.client(), {"id", "secret", "user", "pass"}, clock, hook()},
        it{api.client(), tokens, "id", clock, hook(), credential_key{{5}}} {}

  call_hook hook() {
    return [this](call_kind k) {
      counted.push_back(k);
      return k != withheld;
    };
  }

  int granted = 0;
  std::optional<call_kind> withheld;
  std::vector<call_kind> counted;
  manual_clock clock{from_ms(1'700'000'000'000)};
  fake_cloud api;
  fake_cloud logins;
  token_source tokens;
  ttlock::cloud it;
};

fake_cloud::answer always(std::string body) {
  return [body = std::move(body)](const http_request&) { return ok(body); };
}

} // namespace

TEST_CASE("locks are listed, and their secrets stay out", "[ttlock]") {
  world w{always(sample("10-lock-list-real.json"))};
  const auto got = w.it.locks();
  REQUIRE(got);
  REQUIRE(got->items.size() == 1);
  CHECK(got->items[0].id == "18483914");
  CHECK(got->items[0].name == "(masked)");
  CHECK(got->items[0].mac == "1C:DC:4B:30:F5:93");
  CHECK(got->items[0].battery == 100);
  CHECK(got->items[0].has_gateway);
  CHECK(got->items[0].utc_offset == 2h);
  CHECK(got->is_last());
  const auto asked = w.api.asked();
  CHECK(asked[0].method == http_request::verb::get);
  CHECK(asked[0].target
        == "/v3/lock/"
           "list?clientId=id&accessToken=t1&pageNo=1&pageSize=1000&orderBy=0&date=1700000000000");
  CHECK(w.api.timeouts()[0] == read_timeout);
}

TEST_CASE("gateways are listed page by page", "[ttlock]") {
  world w{always(sample("12-gateway-list-doc.json"))};
  const auto got = w.it.gateways(1);
  REQUIRE(got);
  REQUIRE(got->items.size() == 1);
  CHECK(got->items[0].id == "78979");
  CHECK(got->items[0].name == "C5:40:E0:9C:8C:C1");
  CHECK(got->items[0].is_online);
  CHECK(got->items[0].lock_count == 2);
  CHECK(got->total == 1);
  CHECK(got->is_last());
}

TEST_CASE("links are read from both ends", "[ttlock]") {
  const auto text = sample("14-gateway-listLock-and-listByLock-doc.json");
  const auto part = [&](const std::string& name) {
    const auto from = text.find("{\"list\"", text.find(name));
    return text.substr(from, text.find("]}", from) + 2 - from);
  };
  world locks{always(part("\"listLock\""))};
  const auto of_gateway = locks.it.locks_of("78979");
  REQUIRE(of_gateway);
  REQUIRE(of_gateway->size() == 1);
  CHECK(of_gateway->front().id == "532323");
  CHECK(of_gateway->front().name == "Front door");
  CHECK(of_gateway->front().rssi == -65);
  CHECK(to_ms(of_gateway->front().updated_at.value()) == 1626674053000);
  world gateways{always(part("\"listByLock\""))};
  const auto of_lock = gateways.it.gateways_of("532323");
  REQUIRE(of_lock);
  CHECK(of_lock->front().id == "78979");
  CHECK(of_lock->front().updated_at);
}

TEST_CASE("records are asked for by the lock's time and read like callbacks", "[ttlock]") {
  world w{always(sample("08-lockRecord-list-doc.json"))};
  const auto got = w.it.records("163377", from_ms(1000), from_ms(2000), 3);
  REQUIRE(got);
  REQUIRE(got->records.size() == 2);
  CHECK(got->records[0].cloud_record_id == 1635556821);
  CHECK(got->records[1].credential_tail == "34");
  CHECK(got->unreadable.empty());
  CHECK(got->number == 3);
  CHECK(got->is_last());
  CHECK(w.api.asked()[0].target.find(
            "&lockId=163377&startDate=1000&endDate=2000&pageNo=3&pageSize=200&")
        != std::string::npos);
}

TEST_CASE("a list without a count goes on while its pages are full", "[ttlock]") {
  std::string full = R"({"list":[{"lockDate":1,"recordType":1})";
  for (int i = 1; i < record_page_size; ++i)
    full += R"(,{"lockDate":1,"recordType":1})";
  world w{always(full + "]}")};
  CHECK_FALSE(w.it.records("1", from_ms(0), from_ms(9)).value().is_last());
  world last{always(R"({"list":[]})")};
  CHECK(last.it.records("1", from_ms(0), from_ms(9)).value().is_last());
}

TEST_CASE("commands and questions to a lock wait longer than the cloud itself", "[ttlock]") {
  const auto lines = sample_lines("17-lock-state-battery-time-unlock-doc.jsonl");
  REQUIRE(lines.size() == 4);
  world state{always(lines[0])};
  CHECK(state.it.state_of("1").value().state == bolt::unlocked);
  CHECK_FALSE(state.it.state_of("1").value().is_door_open);
  CHECK(state.api.timeouts()[0] == command_timeout);
  world date{always(lines[2])};
  CHECK(to_ms(date.it.date_of("1").value()) == 1625025703000);
  CHECK(to_ms(date.it.set_date_of("1").value()) == 1625025703000);
  CHECK(date.api.asked()[1].method == http_request::verb::post);
  world unlock{always(lines[3])};
  CHECK(unlock.it.unlock("1"));
  const auto asked = unlock.api.asked()[0];
  CHECK(asked.method == http_request::verb::post);
  CHECK(asked.target == "/v3/lock/unlock");
  CHECK(asked.body == "clientId=id&accessToken=t1&lockId=1&date=1700000000000");
  CHECK(unlock.api.timeouts()[0] == command_timeout);
  world sensor{always(R"({"state":0,"sensorState":0})")};
  CHECK(sensor.it.state_of("1").value().state == bolt::locked);
  CHECK(sensor.it.state_of("1").value().is_door_open == true);
}

TEST_CASE("only an unlock is never sent twice", "[ttlock]") {
  world w{always(R"({"errcode":0,"list":[],"state":2,"date":1})")};
  CHECK(w.it.unlock("1"));
  CHECK_FALSE(w.api.asked().back().may_repeat);
  CHECK(w.it.state_of("1"));
  REQUIRE(w.api.asked().back().may_repeat);
  const auto counted = w.counted.size();
  CHECK(w.api.asked().back().may_repeat());
  CHECK(w.counted.size() == counted + 1);
}

TEST_CASE("errors of the cloud keep their class and words", "[ttlock]") {
  const failure expected[]{failure::busy, failure::token, failure::failed, failure::clock};
  const auto lines = sample_lines("15-error-replies-real.jsonl");
  REQUIRE(lines.size() == 4);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    world w{always(lines[i])};
    const auto got = w.it.unlock("1");
    REQUIRE_FALSE(got);
    CHECK(got.error().what == expected[i]);
    CHECK(got.error().errcode != 0);
    CHECK_FALSE(got.error().text_id.empty());
    CHECK_FALSE(got.error().is_outcome_unknown);
  }
}

TEST_CASE("a refused token is renewed once and the call made again", "[ttlock]") {
  for (const int code : {10003, 10004, 10011}) {
    world w{[&](const http_request& request) {
      return request.body.find("accessToken=t1") != std::string::npos
                 ? ok("{\"errcode\":" + std::to_string(code) + "}")
                 : ok(R"({"errcode":0})");
    }};
    CHECK(w.it.unlock("1"));
    CHECK(w.api.asked().size() == 2);
    CHECK(w.counted
          == std::vector{call_kind::token, call_kind::unlock, call_kind::token, call_kind::unlock});
  }
  world always_refused{always(R"({"errcode":10004})")};
  for (int i = 0; i < 10; ++i)
    CHECK(always_refused.it.unlock("1").error().what == failure::token);
  CHECK(always_refused.api.asked().size() == 11);
  CHECK(always_refused.granted == 2);
}

TEST_CASE("an unlock whose answer is missing has an unknown outcome", "[ttlock]") {
  const struct {
    fake_cloud::reply reply;
    bool is_unknown;
  } cases[]{{broken(kind::timed_out, true), true},
            {broken(kind::closed, true), true},
            {broken(kind::connect, false), false},
            {broken(kind::tls, false), false},
            {ok("<html>"), true},
            {http_reply{504, "", {}}, true},
            {http_reply{503, "", {}}, false},
            {ok(R"({"errcode":90000})"), true},
            {ok(R"({"errcode":-3003})"), false}};
  for (const auto& c : cases) {
    world w{[&](const http_request&) { return c.reply; }};
    const auto got = w.it.unlock("1");
    REQUIRE_FALSE(got);
    INFO(got.error().detail);
    CHECK(got.error().is_outcome_unknown == c.is_unknown);
    CHECK(w.api.asked().size() == 1);
    CHECK_FALSE(w.it.state_of("1").error().is_outcome_unknown);
  }
}

TEST_CASE("waiting times come from the cloud or from the kind of failure", "[ttlock]") {
  world header{[](const http_request&) { return fake_cloud::reply{http_reply{429, "", 7s}}; }};
  CHECK(header.it.locks().error().retry_after == 7s);
  world busy{always(R"({"errcode":-3003})")};
  CHECK(busy.it.locks().error().retry_after == 3s);
  world refused{always(R"({"errcode":-4043})")};
  CHECK_FALSE(refused.it.locks().error().retry_after);
  world used_up{always(R"({"errcode":30007})")};
  used_up.clock.set_wall(from_ms(1'701'359'999'000)); // A second before December in Beijing.
  CHECK(used_up.it.locks().error().retry_after == 1s);
}

TEST_CASE("a call that the budget withholds is not sent", "[ttlock]") {
  world w{always(R"({"errcode":0})")};
  w.withheld = call_kind::unlock;
  CHECK(w.it.unlock("1").error().what == failure::withheld);
  CHECK_FALSE(w.it.unlock("1").error().is_outcome_unknown);
  CHECK(w.api.asked().empty());
}

TEST_CASE("replies that are not what was asked for are errors", "[ttlock]") {
  for (const auto* body :
       {"", "null", "[]", "7", "{}", R"({"list":7})", R"({"state":"x"})", R"({"date":0})"}) {
    INFO(body);
    world w{always(body)};
    CHECK(w.it.locks().error().what == failure::unreadable);
    CHECK(w.it.records("1", {}, {}).error().what == failure::unreadable);
    CHECK(w.it.state_of("1").error().what == failure::unreadable);
    CHECK(w.it.date_of("1").error().what == failure::unreadable);
  }
}
