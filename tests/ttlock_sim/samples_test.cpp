// The shapes of real and documented payloads, reproduced.
#include "tests/ttlock_sim/desk.hpp"

#include "tests/ttlock_sim/model/callback_body.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <string>
#include <vector>

using namespace palang;
using namespace palang::ttlock_sim;
using json = nlohmann::ordered_json;

namespace {

/// The lines of a sample that are no comment.
std::vector<std::string> sample(const std::string& name) {
  std::ifstream in(PALANG_TEST_DATA "/ttlock/" + name);
  REQUIRE(in);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);)
    if (!line.empty() && line[0] != '#')
      lines.push_back(line);
  return lines;
}

std::vector<std::string> keys(const json& of) {
  std::vector<std::string> names;
  for (const auto& [name, value] : of.items())
    names.push_back(name);
  return names;
}

/// `few`'s names are all in `many`, in the same order.
bool is_within(const std::vector<std::string>& few, const std::vector<std::string>& many) {
  auto at = many.begin();
  for (const auto& name : few)
    if (at = std::find(at, many.end(), name); at == many.end())
      return false;
  return true;
}

/// The world of the real callback: its lock, its card, its instants.
struct captured {
  site s;
  lock l;
  cloud_record c;

  captured() {
    l.id = 7252408;
    l.mac = "16:72:4C:CC:01:C4";
    c.server_date = from_ms(1680810180029);
    c.record.lock_date = from_ms(1680810186000);
    c.record.type_from_lock = 17;
    c.record.type = 7;
    c.record.username = "Jonas";
    c.record.passcode = "0000000000";
    c.record.battery = 93;
  }
};

} // namespace

TEST_CASE("a callback is the captured one, byte for byte", "[ttlock_sim]") {
  const captured x;
  CHECK(records_body(x.l, {x.c}, "admin@example.com", {})
        == sample("01-callback-card-raw-form.txt").at(0));
}

TEST_CASE("the same callback comes out of a world that lives through it", "[ttlock_sim]") {
  world w{account{}, 1, from_ms(1680810180029)};
  w.rules.upload.prompt = {};
  w.rules.callback.after = {};
  (void)w.people.log_in(w.now(), w.rules.account);
  auto l = captured{}.l;
  l.battery = 93;
  w.add(l);
  auto& at = *w.find_lock(l.id);
  at.clock.set(milliseconds{6'100}, w.now());
  gateway g;
  g.id = 1;
  g.links = {{l.id, -60, {}}};
  w.add(g);
  w.happen(at, {*kind_of("card"), "Jonas", "0000000000", {}});
  w.plan.run_until(w.now());
  const auto out = w.mail.next();
  REQUIRE(out);
  CHECK(out->body == sample("01-callback-card-raw-form.txt").at(0));
}

TEST_CASE("an app record's keyboardPwd is absent, null or empty, as set", "[ttlock_sim]") {
  captured x;
  x.c.record.passcode.clear();
  callback_settings rules;
  const auto record = [&] {
    auto fields = read_form(records_body(x.l, {x.c}, "", rules));
    return json::parse(fields["records"])[0];
  };
  CHECK_FALSE(record().contains("keyboardPwd"));
  rules.app_passcode = absent_text::null;
  CHECK(record()["keyboardPwd"].is_null());
  rules.app_passcode = absent_text::empty;
  CHECK(record()["keyboardPwd"] == "");
  rules.extra_fields = true;
  CHECK(record().size() == 11);
}

TEST_CASE("the documented callback has the documents' fields", "[ttlock_sim]") {
  captured x;
  x.c.record.passcode.clear();
  callback_settings rules;
  rules.shape = payload_shape::documented;
  const auto body = records_body(x.l, {x.c}, "admin@example.com", rules);
  const auto lines = sample("04-callback-doc-example.txt");
  CHECK(body.starts_with("notifyType=1&lockId=7252408&lockMac="));
  CHECK(keys(json::parse(read_form(body)["records"])[0])
        == keys(json::parse(lines.back().substr(lines.back().find('=') + 1))[0]));
}

TEST_CASE("a gateway's notice is as documented", "[ttlock_sim]") {
  gateway g;
  g.id = 1461158;
  g.name = "Test Gateway";
  g.mac = "05:F6:1E:93:8B:2B";
  g.network_name = "wifi";
  CHECK(gateway_body(g, false) == sample("06-callback-gateway-online-offline-fields.txt").at(0));
}

TEST_CASE("lists and details have the real fields in their order", "[ttlock_sim]") {
  desk d;
  d.s.card(site::entrance);
  d.s.pass(milliseconds{0});
  const form_fields lock{{"lockId", "1"}};
  const form_fields hub{{"gatewayId", "9"}};

  const auto locks = json::parse(sample("10-lock-list-real.json").at(0))["list"][0];
  const auto item = d.ask("/v3/lock/list")["list"][0];
  CHECK(keys(item) == keys(locks));
  CHECK(keys(item["lockVersion"]) == keys(locks["lockVersion"]));

  const auto detail = json::parse(sample("11-lock-detail-real.json").at(0));
  CHECK(keys(d.ask("/v3/lock/detail", lock)) == keys(detail));

  const auto records = json::parse(sample("08-lockRecord-list-doc.json").at(0));
  const auto page = d.ask("/v3/lockRecord/list", lock);
  CHECK(keys(page) == keys(records));
  CHECK(keys(page["list"][0]) == keys(records["list"][1]));

  const auto gateways = json::parse(sample("12-gateway-list-doc.json").at(0));
  const auto listed = d.ask("/v3/gateway/list");
  CHECK(keys(listed) == keys(gateways));
  CHECK(is_within(keys(gateways["list"][0]), keys(listed["list"][0])));

  CHECK(keys(d.ask("/v3/gateway/detail", hub))
        == keys(json::parse(sample("13-gateway-detail-doc.json").at(0))));

  const auto lines = sample("14-gateway-listLock-and-listByLock-doc.json");
  const auto links = json::parse(lines.at(0) + lines.at(1));
  CHECK(keys(d.ask("/v3/gateway/listLock", hub)["list"][0]) == keys(links["listLock"]["list"][0]));
  CHECK(keys(d.ask("/v3/gateway/listByLock", lock)["list"][0])
        == keys(links["listByLock"]["list"][0]));
}

TEST_CASE("failures read as the captured ones", "[ttlock_sim]") {
  desk d;
  const auto lines = sample("15-error-replies-real.jsonl");
  for (std::size_t i = 0; i < 3; ++i) {
    const auto code = json::parse(lines.at(i))["errcode"].get<int>();
    d.planned.add({.path = "*", .count = 1, .errcode = code});
    const auto said = d.reply("/v3/lock/unlock");
    CHECK(said.value().status == 200);
    CHECK(said->body == lines[i]);
  }
}

TEST_CASE("tokens and answers of locks read as documented", "[ttlock_sim]") {
  desk d;
  const auto tokens = sample("16-token-replies.jsonl");
  CHECK(keys(d.ask("/oauth2/token", d.login())) == keys(json::parse(tokens.at(0))));

  const auto answers = sample("17-lock-state-battery-time-unlock-doc.jsonl");
  const char* const paths[] = {"/v3/lock/queryOpenState", "/v3/lock/queryElectricQuantity",
                               "/v3/lock/queryDate", "/v3/lock/unlock"};
  for (std::size_t i = 0; i < 4; ++i) {
    INFO(paths[i]);
    CHECK(keys(d.ask(paths[i], {{"lockId", "1"}}, std::chrono::seconds{2}))
          == keys(json::parse(answers.at(i))));
  }
}
