#include "server/domain/lock_alert_texts.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::domain;
using namespace std::chrono_literals;

namespace {

constexpr instant ten = from_ms(1'742'785'200'000); // 2025-03-24 10:00 WIB
const place_names exit_gate{"Keluar 1", "Palang keluar", {{instant{}, 7 * 60}}};

bool names(const protocol::alert& alert, const std::string& what) {
  return alert.text_id.find(what) != std::string::npos
         && alert.text_en.find(what) != std::string::npos;
}

} // namespace

TEST_CASE("lock alerts name gate, lock and local time in both languages, within a line",
          "[alerts]") {
  const record_text words{"Dibuka dengan tombol", "Opened with the unlock button"};
  const protocol::alert all[] = {unexplained_opening_alert(exit_gate, ten, words),
                                 no_opening_alert(exit_gate, ten, "B 1 A"),
                                 forced_opening_alert(exit_gate, ten, 44, words),
                                 records_lost_alert(exit_gate, {ten, ten + 1h})};
  for (const auto& alert : all) {
    CAPTURE(alert.text_en);
    CHECK(names(alert, "Keluar 1"));
    CHECK(names(alert, "Palang keluar"));
    CHECK(names(alert, "2025-03-24 10:00:00"));
    CHECK(alert.text_id != alert.text_en);
    CHECK(alert.text_en.size() < 500);
  }
  CHECK(names(all[1], "B 1 A"));
  CHECK(names(all[3], "2025-03-24 11:00:00"));
}

TEST_CASE("each way to force a lock has its own next step", "[alerts]") {
  const record_text words{"x", "y"};
  CHECK(forced_opening_alert(exit_gate, ten, 10, words)
            .text_en.ends_with("Find out who holds the mechanical key."));
  CHECK(forced_opening_alert(exit_gate, ten, 32, words)
            .text_en.ends_with("Check the camera: who went out."));
  CHECK(forced_opening_alert(exit_gate, ten, 44, words)
            .text_en.ends_with("Inspect the lock on site."));
  CHECK(forced_opening_alert(exit_gate, ten, 29, words).level == protocol::severity::critical);
}

TEST_CASE("a gateway that is offline is as bad as the gates that it leaves blind", "[alerts]") {
  protocol::gateway g;
  g.name = "Menara";
  g.since = ten;
  const auto harmless = gateway_offline_alert(g, {}, exit_gate.zone);
  CHECK(harmless.level == protocol::severity::warning);
  CHECK(names(harmless, "2025-03-24 10:00:00"));
  const auto blind = gateway_offline_alert(g, {"a", "b", "c", "d", "e", "f", "g"}, {});
  CHECK(blind.level == protocol::severity::critical);
  CHECK(blind.text_en.find("Not heard: a, b, c, d, e + 2 more.") != std::string::npos);
}

TEST_CASE("a lock at no gate is called by its own name; charge and calls are told", "[alerts]") {
  CHECK(battery_low_alert({"", "Gudang", {}}, 12).text_en
        == "Lock Gudang: battery at 12%. Replace it before it is empty.");
  CHECK(names(quota_low_alert(29'000, 30'000), "29000/30000"));
}
