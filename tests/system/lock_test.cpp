// The TTLock side with real processes: what the locks recorded is in the database, and each opening
// is explained or alerted.
#include "tests/support/http_client.hpp"
#include "tests/system/lock_site.hpp"

#include <catch2/catch.hpp>

#include <thread>
#include <utility>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;

namespace {

using json = sim_control::json;
using protocol::alert_kind;

protocol::entry_data entry_at(const std::string& gate, const std::string& plate) {
  protocol::entry_data data;
  data.session_id = make_uuid_v7(system_clock{}.now());
  data.gate_id = gate;
  data.plate = plate;
  data.vehicle_type = "MOBIL";
  return data;
}

/// What became of the last opening of a gate; empty while nothing has.
std::string last_outcome(lock_site& site, const std::string& gate_id) {
  const auto listed = json::parse(site.supervisor().ask(protocol::gate_list{}));
  for (const auto& gate : listed["gates"])
    if (gate["id"] == gate_id && !gate["last_open"].is_null())
      return gate["last_open"]["outcome"];
  return "";
}

std::size_t unlocks_sent(lock_site& site, const std::string& lock) {
  const auto sent = site.world->get("/commands?lock_id=" + lock);
  return static_cast<std::size_t>(
      std::ranges::count_if(sent["commands"], [](const json& c) { return c["what"] == "unlock"; }));
}

} // namespace

TEST_CASE("an opening that a transaction asked for is carried out and explained",
          "[system][lock]") {
  lock_site site;
  const auto entry = entry_at("in-1", "B 1234 XYZ");
  site.submit(entry);
  protocol::gate_open_data open;
  open.gate_id = "in-1";
  open.session_id = entry.session_id;
  site.submit(open);
  CHECK(site.eventually([&] { return last_outcome(site, "in-1") == "confirmed"; }));
  CHECK(unlocks_sent(site, "7000001") == 1);
  CHECK(site.eventually([&] { return site.known() == site.made() && !site.made().empty(); }));
  // Long after both graces there is still nothing to complain of.
  CHECK_FALSE(site.eventually(
      [&] {
        return !site.alerts(alert_kind::unexplained_opening).empty()
               || !site.alerts(alert_kind::no_opening).empty();
      },
      3s));
}

TEST_CASE("an opening by a key alarms at once; one that nobody asked for is unexplained",
          "[system][lock]") {
  lock_site site;
  site.world->open(7000002, {{"by", "key"}});
  CHECK(site.eventually([&] { return site.alerts(alert_kind::forced_opening).size() == 1; }));
  site.world->open(7000003, {{"by", "button"}});
  REQUIRE(
      site.eventually([&] { return site.alerts(alert_kind::unexplained_opening).size() == 1; }));
  const auto alert = site.alerts(alert_kind::unexplained_opening).front();
  CHECK(alert.refers.gate_id == "out-1");
  CHECK(alert.refers.lock_id == "7000003");
}

TEST_CASE("a transaction whose gate never opened is told, and settled by a late record",
          "[system][lock]") {
  lock_site site;
  site.world->cut(8000001);
  CHECK(site.eventually([&] { return !site.alerts(alert_kind::gateway_offline).empty(); }));
  const auto entry = entry_at("in-1", "B 77 AB");
  site.submit(entry);
  site.world->open(7000001, {{"by", "button"}});
  // Nothing is judged in a blind hour.
  CHECK_FALSE(site.eventually([&] { return !site.alerts(alert_kind::no_opening).empty(); }, 3s));
  site.world->restore(8000001);
  CHECK(site.eventually([&] { return site.known() == site.made(); }));
  CHECK(site.eventually([&] { return site.alerts(alert_kind::gateway_offline).empty(); }));
  CHECK(site.alerts(alert_kind::no_opening, false).empty());
  CHECK(site.alerts(alert_kind::unexplained_opening).empty());

  // A record may come up to a minute after its cause: as long is waited for a scan.
  site.submit(entry_at("in-2", "B 78 AB"));
  CHECK(site.eventually([&] { return site.alerts(alert_kind::no_opening).size() == 1; }, 120s));
}

TEST_CASE("an opening whose answer was lost is unknown until the lock or a record tells",
          "[system][lock]") {
  lock_site site;
  site.world->next_command("timeout_moves");
  protocol::gate_open_data open;
  open.gate_id = "out-1";
  open.reason = "VIP";
  site.submit(open);
  CHECK(site.eventually([&] { return last_outcome(site, "out-1") == "confirmed"; }));
  CHECK(unlocks_sent(site, "7000003") == 1);
  CHECK(site.eventually([&] { return site.known() == site.made(); }));
  CHECK(site.alerts(alert_kind::unexplained_opening).empty());
}

TEST_CASE("an opening through a gateway that is offline fails, in words", "[system][lock]") {
  lock_site site;
  site.world->cut(8000002);
  CHECK(site.eventually([&] { return !site.alerts(alert_kind::gateway_offline).empty(); }));
  protocol::gate_open_data open;
  open.gate_id = "out-2";
  open.reason = "VIP";
  site.submit(open);
  CHECK(site.eventually([&] { return last_outcome(site, "out-2") == "failed"; }));
}

TEST_CASE("when the month's calls run out, pulls stop first and openings get the last ones",
          "[system][lock]") {
  constexpr std::int64_t limit = 150;
  lock_site site{json::object(), {"--ttlock-monthly-calls", std::to_string(limit)}};
  site.world->post("/quota", {{"limit", limit}});
  const auto used = [&] { return site.world->get("/calls")["used"].get<std::int64_t>(); };
  const auto is_low = [&] { return !site.alerts(alert_kind::quota_low).empty(); };
  protocol::lock_sync_data wanted;
  // Supervisors who want more than there is, until nothing more is looked for.
  std::int64_t before = -1;
  const bool has_stopped = site.eventually(
      [&] {
        wanted.to = system_clock{}.now();
        wanted.from = wanted.to - 1h;
        for (const auto* lock : {"7000001", "7000002", "7000003", "7000004"}) {
          wanted.lock_id = lock;
          site.submit(wanted);
          site.submit(wanted);
        }
        std::this_thread::sleep_for(1s);
        return std::exchange(before, used()) == before && is_low();
      },
      120s);
  CHECK(has_stopped);
  CHECK(used() <= limit);
  const auto health = json::parse(site.supervisor().ask(protocol::sync_health{}));
  CHECK(health["calls"]["limit"] == limit);
  CHECK(health["calls"]["used"] >= used());
  protocol::gate_open_data open;
  open.gate_id = "out-1";
  open.reason = "VIP";
  site.submit(open);
  CHECK(site.eventually([&] { return last_outcome(site, "out-1") == "confirmed"; }));
  CHECK(unlocks_sent(site, "7000003") == 1);
  CHECK(used() <= limit);
}

TEST_CASE("real payloads are taken by a running server and read back right", "[system][lock]") {
  server_process server{{}, {{"PALANG_TTLOCK_CALLBACK_SECRET", "s3cret"}}};
  http_client cloud{server.intake_port()};
  const auto post = [&](const std::string& secret, const std::string& body) {
    return cloud.request("POST", "/ttlock/callback/" + secret,
                         {{"Content-Type", "application/x-www-form-urlencoded"}}, body);
  };
  const std::string real =
      "lockId=7252408&notifyType=1&records=%5B%7B%22lockId%22%3A7252408%2C%22electricQuantity%22%3A"
      "93%2C%22serverDate%22%3A1680810180029%2C%22recordTypeFromLock%22%3A17%2C%22recordType%22%3A7"
      "%2C%22success%22%3A1%2C%22lockMac%22%3A%2216%3A72%3A4C%3ACC%3A01%3AC4%22%2C%22keyboardPwd%22"
      "%3A%220000000000%22%2C%22lockDate%22%3A1680810186000%2C%22username%22%3A%22Jonas%22%7D%5D&"
      "admin=admin%40example.com&lockMac=16%3A72%3A4C%3ACC%3A01%3AC4";
  CHECK(post("wrong", real).status == 404);
  CHECK(cloud.get("/ttlock/callback/s3cret").body == "success");
  CHECK(post("s3cret", "").body == "success");
  CHECK(post("s3cret", "%%%").status == 400);
  for (int i = 0; i < 2; ++i) {
    const auto answer = post("s3cret", real);
    CHECK(answer.status == 200);
    CHECK(answer.body == "success");
  }
  protocol_client wati{server.client_port(),
                       log_in(server.client_port(), {"wati", "palang-demo", {}, {}}).token,
                       {}};
  protocol::lock_records what;
  what.lock_id = "7252408";
  const auto records = json::parse(wati.ask(what))["records"];
  REQUIRE(records.size() == 1);
  const auto& r = records[0];
  CHECK(r["type"] == 7);
  CHECK(r["type_from_lock"] == 17);
  CHECK(r["success"] == true);
  CHECK(r["who"] == "Jonas");
  CHECK(r["lock_at"] == 1680810186000);
  CHECK(r["server_at"] == 1680810180029);
  CHECK(r["credential_tail"] == "00");
  CHECK(r["source"] == "callback");
}
