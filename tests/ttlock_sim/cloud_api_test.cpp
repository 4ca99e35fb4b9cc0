// The cloud's interface: tokens, refusals, paging, quota.
#include "tests/ttlock_sim/desk.hpp"

#include "tests/ttlock_sim/model/errcodes.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::ttlock_sim;
using namespace std::chrono_literals;

namespace {

constexpr auto locks = "/v3/lock/list";
constexpr auto records = "/v3/lockRecord/list";

form_fields with(form_fields fields, const std::string& name, const std::string& value) {
  fields[name] = value;
  return fields;
}

} // namespace

TEST_CASE("a log-in works in the current and in the older spelling", "[ttlock_sim]") {
  desk d;
  const form_fields older{{"client_id", "sim-client"},
                          {"client_secret", "sim-secret"},
                          {"grant_type", "password"},
                          {"redirect_uri", "http://example.com"},
                          {"clientId", ""},
                          {"username", "admin@example.com"},
                          {"password", d.login().at("password")}};
  for (const auto& fields : {d.login(), older}) {
    const auto granted = d.ask("/oauth2/token", fields);
    CHECK(granted["expires_in"] == 7'776'000);
    CHECK(granted["uid"] == 2340);
    CHECK(d.errcode_of(locks, {{"accessToken", granted["access_token"]}}) == 0);
  }
}

TEST_CASE("what is wrong with a log-in has its errcode", "[ttlock_sim]") {
  desk d;
  const auto code = [&d](const std::string& name, const std::string& value) {
    return d.errcode_of("/oauth2/token", with(d.login(), name, value));
  };
  CHECK(code("clientId", "other") == errcode::bad_client_id);
  CHECK(code("clientSecret", "other") == errcode::bad_client);
  CHECK(code("username", "nobody") == errcode::bad_login);
  CHECK(code("password", "2bda2998d9b0ee197da142a0447f6725") == errcode::bad_login);
  CHECK(code("password", "sim-password") == errcode::password_not_md5);
  CHECK(code("password", "780CDEAC1A4F5F1706AE32F0E695B15B") == errcode::password_not_md5);
  CHECK(code("grant_type", "authorization_code") == errcode::bad_grant_type);
  CHECK(code("grant_type", "refresh_token") == errcode::bad_refresh_token);
}

TEST_CASE("a refresh gives a new pair once and no uid", "[ttlock_sim]") {
  desk d;
  const auto first = d.ask("/oauth2/token", d.login());
  const auto again = with(with(d.login(), "grant_type", "refresh_token"), "refresh_token",
                          first["refresh_token"].get<std::string>());
  const auto second = d.ask("/oauth2/token", again);
  CHECK_FALSE(second.contains("uid"));
  CHECK(second["access_token"] != first["access_token"]);
  CHECK(d.errcode_of(locks, {{"accessToken", first["access_token"]}}) == 0);
  CHECK(d.errcode_of("/oauth2/token", again) == errcode::bad_refresh_token);
}

TEST_CASE("tokens end by time, by order, and by a new log-in when that is set", "[ttlock_sim]") {
  desk d;
  CHECK(d.errcode_of(locks) == 0);
  SECTION("after ninety days") {
    d.s.pass(std::chrono::days{90});
    CHECK(d.errcode_of(locks) == errcode::ended_token);
  }
  SECTION("expired or forgotten") {
    d.control("/tokens", {{"do", "expire"}});
    CHECK(d.errcode_of(locks) == errcode::ended_token);
    d.control("/tokens", {{"do", "forget"}});
    CHECK(d.errcode_of(locks) == errcode::unknown_token);
  }
  SECTION("by a log-in") {
    (void)d.ask("/oauth2/token", d.login());
    CHECK(d.errcode_of(locks) == 0);
    d.control("/settings", {{"account", {{"login_revokes", true}}}});
    (void)d.ask("/oauth2/token", d.login());
    CHECK(d.errcode_of(locks) == errcode::ended_token);
  }
}

TEST_CASE("every call checks application, token and date", "[ttlock_sim]") {
  desk d;
  CHECK(d.errcode_of(locks, {{"clientId", "x"}}) == errcode::bad_client_id);
  CHECK(d.errcode_of(locks, {{"accessToken", "x"}}) == errcode::unknown_token);
  const auto dated = [&d](milliseconds off) {
    return d.errcode_of(locks, {{"date", std::to_string(to_ms(d.s.w.now() + off))}});
  };
  CHECK(dated(5min) == 0);
  CHECK(dated(-5min) == 0);
  CHECK(dated(5min + 1ms) == errcode::bad_date);
  CHECK(dated(-5min - 1ms) == errcode::bad_date);
  CHECK(d.errcode_of(locks, {{"date", ""}}) == errcode::bad_parameter);
  CHECK(d.errcode_of(locks, {{"date", "soon"}}) == errcode::bad_parameter);
  d.control("/settings", {{"account", {{"is_wrong_region", true}}}});
  CHECK(d.errcode_of(locks) == errcode::wrong_region);
  CHECK(d.errcode_of("/oauth2/token", d.login()) == errcode::wrong_region);
}

TEST_CASE("the month's calls run out and begin again in Beijing", "[ttlock_sim]") {
  desk d;
  d.control("/quota", {{"limit", 2}});
  CHECK(d.errcode_of(locks) == 0);
  CHECK(d.errcode_of(records, {{"lockId", "1"}}) == 0);
  CHECK(d.errcode_of(locks) == errcode::quota_exceeded);
  d.s.pass(std::chrono::days{31} - 8h - 1ms);
  CHECK(d.errcode_of(locks) == errcode::quota_exceeded);
  d.s.pass(1ms);
  CHECK(d.errcode_of(locks) == 0);
  CHECK(d.view("/calls")["by_month"]["2026-01"][locks] == 3);
  d.control("/quota", {{"used", 2}});
  CHECK(d.errcode_of(locks) == errcode::quota_exceeded);
}

TEST_CASE("records are paged and filtered by lockDate", "[ttlock_sim]") {
  desk d;
  for (int i = 0; i < 5; ++i) {
    d.s.card(site::entrance, std::to_string(i));
    d.s.pass(10s);
  }
  const auto start = to_ms(site::start);
  const auto found = [&d](const form_fields& more) {
    auto fields = more;
    fields["lockId"] = "1";
    std::string text;
    const auto page = d.ask(records, fields);
    for (const auto& r : page["list"])
      text += r["username"].get<std::string>();
    return text;
  };
  CHECK(found({}) == "43210");
  CHECK(found({{"pageSize", "2"}, {"pageNo", "2"}}) == "21");
  CHECK(found({{"pageSize", "2"}, {"pageNo", "9"}}).empty());
  CHECK(found({{"startDate", std::to_string(start + 10'000)},
               {"endDate", std::to_string(start + 30'000)}})
        == "321");
  d.control("/settings", {{"list", {{"order", "oldest"}, {"is_end_inclusive", false}}}});
  CHECK(found({{"startDate", std::to_string(start + 10'000)},
               {"endDate", std::to_string(start + 30'000)}})
        == "12");
  CHECK(found({{"recordType", "7"}}) == "01234");
  CHECK(found({{"recordType", "8"}}).empty());
  const auto page = d.ask(records, {{"lockId", "1"}, {"pageSize", "2"}});
  CHECK(page["pages"] == 3);
  CHECK(page["total"] == 5);
}

TEST_CASE("bad parameters and unknown things are refused", "[ttlock_sim]") {
  desk d;
  const form_fields lock{{"lockId", "1"}};
  CHECK(d.errcode_of(records) == errcode::bad_parameter);
  CHECK(d.errcode_of(records, with(lock, "pageSize", "201")) == errcode::bad_parameter);
  CHECK(d.errcode_of(records, with(lock, "pageSize", "200")) == 0);
  CHECK(d.errcode_of(records, with(lock, "pageNo", "0")) == errcode::bad_parameter);
  CHECK(d.errcode_of(records, with(lock, "startDate", "1.5")) == errcode::bad_parameter);
  CHECK(d.errcode_of(records, with(lock, "recordType", "12")) == errcode::bad_parameter);
  CHECK(d.errcode_of(records, {{"lockId", "77"}}) == errcode::no_such_lock);
  CHECK(d.errcode_of("/v3/lock/unlock") == errcode::bad_parameter);
  CHECK(d.errcode_of("/v3/gateway/detail", {{"gatewayId", "77"}}) == errcode::no_such_gateway);
  CHECK(d.errcode_of("/v3/gateway/list", {{"pageSize", "201"}}) == errcode::bad_parameter);
  CHECK(d.reply("/v3/lock/nothing").value().status == 404);
}

TEST_CASE("a GET with a query works, a JSON body does not", "[ttlock_sim]") {
  desk d;
  const auto query =
      "clientId=sim-client&accessToken=" + d.token + "&date=" + std::to_string(to_ms(d.s.w.now()));
  CHECK(desk::json::parse(d.raw({.method = "GET",
                                 .path = locks,
                                 .query = query,
                                 .content_type = {},
                                 .body = {},
                                 .host_now = {}})
                              .body)["total"]
        == 2);
  CHECK(d.raw({.method = "POST",
               .path = locks,
               .query = query,
               .content_type = "application/json",
               .body = "{}",
               .host_now = {}})
            .status
        == 400);
}

TEST_CASE("a date near the host's clock is good too, unless the world's alone counts",
          "[ttlock_sim]") {
  desk d;
  d.s.pass(1h);
  const auto code = [&d] {
    const auto query = "clientId=sim-client&accessToken=" + d.token
                       + "&date=" + std::to_string(to_ms(site::start));
    return desk::json::parse(d.raw({.method = "GET",
                                    .path = locks,
                                    .query = query,
                                    .content_type = {},
                                    .body = {},
                                    .host_now = site::start})
                                 .body)
        .value("errcode", 0);
  };
  CHECK(code() == 0);
  d.control("/settings", {{"account", {{"date", "world"}}}});
  CHECK(code() == errcode::bad_date);
  d.control("/settings", {{"account", {{"date", "off"}}}});
  CHECK(code() == 0);
}

TEST_CASE("planned faults meet the next replies of their path, once each", "[ttlock_sim]") {
  desk d;
  d.control("/faults", {{"path", locks}, {"count", 2}, {"errcode", 90000}});
  d.control("/faults", {{"path", records}, {"slow_ms", 700}});
  CHECK(d.errcode_of(locks) == 90000);
  CHECK(d.reply(records, {{"lockId", "1"}}).value().slow == 700ms);
  CHECK(d.errcode_of(locks) == 90000);
  CHECK(d.errcode_of(locks) == 0);
  d.control("/faults", {{"drop", "before"}});
  CHECK(d.reply(locks).value().is_dropped);
  d.control("/faults", {{"http_status", 502}});
  CHECK(d.reply(locks).value().status == 502);
}

TEST_CASE("a reply that is lost after the deed leaves the door open", "[ttlock_sim]") {
  desk d;
  d.control("/faults", {{"path", "/v3/lock/unlock"}, {"drop", "after"}});
  const auto said = d.reply("/v3/lock/unlock", {{"lockId", "1"}}, 2s);
  CHECK(said.value().is_dropped);
  CHECK(d.s.at(site::entrance).is_open);
}
