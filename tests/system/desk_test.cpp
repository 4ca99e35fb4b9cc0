// The supervisors' real window on a real server and a simulated cloud, driven by desk.script.
#include "tests/system/lock_site.hpp"

#include "shared/core/crypto.hpp"
#include "tests/support/temp_dir.hpp"

#include <catch2/catch.hpp>

#include <fstream>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;

namespace {

/// Logs in with a device of its own, which an admin approves first.
std::string token_of_new_device(lock_site& site, const std::string& username) {
  const auto port = site.server.client_port();
  const login_facts facts{.username = username,
                          .password = "palang-demo",
                          .device_id = make_uuid_v7(system_clock{}.now()),
                          .device_key = crypto::to_base64(crypto::make_key_pair().pub)};
  CHECK_THROWS(log_in(port, facts));
  protocol_client admin{port, log_in(port, {"admin", "palang-demo", {}, {}}).token, {}};
  protocol::submit approval;
  approval.id = make_uuid_v7(system_clock{}.now());
  approval.taken_at = system_clock{}.now();
  approval.data = protocol::device_approve_data{*facts.device_id};
  admin.send(approval);
  REQUIRE(std::holds_alternative<protocol::accepted>(admin.next_answer()));
  return log_in(port, facts).token;
}

/// One handheld whose records are sent after the fact, as after an evening without a network.
class handheld {
public:
  handheld(lock_site& site, const std::string& username)
      : link_{site.server.client_port(), token_of_new_device(site, username), {"session"}} {}

  void record(instant at, protocol::submit_data data) {
    protocol::submit s;
    s.id = make_uuid_v7(at);
    s.device_seq = ++number_;
    s.taken_at = at;
    s.clock = {0, protocol::clock_source::server};
    s.is_offline = true;
    s.data = std::move(data);
    link_.send(s);
    INFO("record " << number_);
    REQUIRE(std::holds_alternative<protocol::accepted>(link_.next_answer()));
  }
  [[nodiscard]] std::uint32_t number() const { return number_; }

private:
  protocol_client link_;
  std::uint32_t number_ = 0;
};

protocol::entry_data entry_of(const std::string& plate, const std::string& gate, instant at) {
  protocol::entry_data data;
  data.session_id = make_uuid_v7(at);
  data.gate_id = gate;
  data.plate = plate;
  data.vehicle_type = "MOBIL";
  return data;
}

/// 20:00 of yesterday where the demo site is (UTC+7).
instant yesterday_evening() {
  const auto now = system_clock{}.now();
  const auto midnight = std::chrono::floor<std::chrono::days>(now + 7h) - 7h;
  return std::chrono::time_point_cast<milliseconds>(midnight) - 4h;
}

/// A shift that is short by exactly what one car paid.
void work_yesterday(lock_site& site) {
  handheld h(site, "sari");
  const auto evening = yesterday_evening();
  const auto shift = make_uuid_v7(evening);
  h.record(evening, protocol::shift_open_data{shift, rupiah{100'000}});
  rupiah taken{0};
  for (const auto& [plate, amount] :
       {std::pair{"B 1 A", 5'000}, {"B 77 KAS", 50'000}, {"B 2 B", 7'000}}) {
    const auto came = entry_of(plate, "in-1", evening + 5min);
    h.record(evening + 5min, came);
    protocol::exit_data left;
    left.session_id = came.session_id;
    left.gate_id = "out-1";
    left.charged = rupiah{amount};
    left.paid = protocol::payment{"cash", rupiah{amount}, std::nullopt, std::nullopt};
    h.record(evening + 65min, left);
    taken += rupiah{amount};
  }
  const auto last = h.number() + 1;
  h.record(evening + 3h, protocol::shift_close_data{shift, rupiah{100'000} + taken - rupiah{50'000},
                                                    protocol::shift_records{1, last, last}});
}

/// One car, recorded at two gates within two minutes.
void record_twice(lock_site& site) {
  handheld h(site, "budi");
  const auto now = system_clock{}.now();
  h.record(now - 10min, entry_of("B 1234 XYZ", "in-1", now - 10min));
  h.record(now - 8min, entry_of("B 1234 XYZ", "in-2", now - 8min));
}

int clicks_to_count(const std::string& script) {
  std::ifstream lines(script);
  int clicks = 0;
  bool is_counting = false;
  for (std::string line; std::getline(lines, line);) {
    is_counting |= line == "# clicks";
    clicks += is_counting && line.starts_with("click ");
  }
  return clicks;
}

} // namespace

TEST_CASE("what does not add up is found, judged and explained at the desk", "[system][desk]") {
  lock_site site;
  work_yesterday(site);
  record_twice(site);
  site.world->open(7000001, {{"by", "button"}});
  REQUIRE(site.eventually(
      [&] { return site.alerts(protocol::alert_kind::unexplained_opening).size() == 1; }));

  const temp_dir folder;
  const std::string script = PALANG_DESK_SCRIPT;
  process window{
      {.arguments = {PALANG_BIN_DIR "/palang-supervisor", "--data", folder.file("desk"), "--server",
                     "127.0.0.1:" + std::to_string(site.server.client_port()), "--lang", "id",
                     "--script", script},
       .environment = {{"QT_QPA_PLATFORM", "offscreen"},
                       {"QT_QUICK_BACKEND", "software"},
                       {"LC_ALL", "C.UTF-8"}},
       .error_file = folder.file("errors")}};
  const auto told = window.read_all(180s);
  INFO(told);
  CHECK(window.wait(10s) == 0);
  CHECK(clicks_to_count(script) > 0);
  CHECK(clicks_to_count(script) < 10);
}
