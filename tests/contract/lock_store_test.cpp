#include "tests/contract/ports.hpp"

using namespace palang;
using namespace palang::storage;
using namespace palang::testing;

namespace {

stored_lock exit_lock() {
  stored_lock out;
  out.id = "4567";
  out.alias = "Palang keluar";
  out.mac = "16:72:00";
  out.battery = 93;
  out.state = protocol::lock_state::locked;
  out.clock_offset = milliseconds{-5971};
  out.clock_measured_at = at(1);
  out.last_record_at = at(2);
  out.last_heard_at = at(3);
  out.discovered_at = at(4);
  return out;
}

protocol::alert raised(protocol::alert_kind kind, unsigned char number) {
  protocol::alert out;
  out.id = numbered(number);
  out.kind = kind;
  out.raised_at = at(number);
  return out;
}

std::vector<uuid> ids_of(const std::vector<protocol::alert>& alerts) {
  std::vector<uuid> out;
  for (const auto& alert : alerts)
    out.push_back(alert.id);
  return out;
}

} // namespace

TEST_CASE("a lock is kept whole, and replaced whole", "[locks]") {
  ports p;
  auto& locks = p.db().locks;
  CHECK_FALSE(given(locks.find("4567")));
  CHECK(given(locks.all()).empty());
  auto lock = exit_lock();
  REQUIRE(locks.put(lock));
  CHECK(given(locks.find("4567")) == lock);
  lock = {};
  lock.id = "4567";
  REQUIRE(locks.put(lock));
  CHECK(given(locks.all()) == std::vector{lock});
}

TEST_CASE("a gateway is kept whole, and replaced whole", "[locks]") {
  ports p;
  auto& locks = p.db().locks;
  CHECK_FALSE(given(locks.find_gateway("88")));
  stored_gateway gateway{"88", "Menara", "AA:BB", "wifi", true, at(1), at(2), 3};
  REQUIRE(locks.put_gateway(gateway));
  CHECK(given(locks.find_gateway("88")) == gateway);
  gateway.is_online = false;
  gateway.late_records = 4;
  REQUIRE(locks.put_gateway(gateway));
  CHECK(given(locks.all_gateways()) == std::vector{gateway});
}

TEST_CASE("the links of one lock are replaced, those of others stay", "[locks]") {
  ports p;
  auto& locks = p.db().locks;
  REQUIRE(locks.replace_links("1", {{"1", "88", -60, at(1)}, {"1", "89", -70, at(1)}}));
  REQUIRE(locks.replace_links("2", {{"2", "88", -80, at(2)}}));
  REQUIRE(locks.replace_links("1", {{"1", "90", -50, at(3)}}));
  CHECK(given(locks.all_links())
        == std::vector<lock_link>{{"1", "90", -50, at(3)}, {"2", "88", -80, at(2)}});
  REQUIRE(locks.replace_links("2", {}));
  CHECK(given(locks.all_links()).size() == 1);
}

TEST_CASE("open alerts are found by lock and by kind until they are resolved", "[alert]") {
  using protocol::alert_kind;
  ports p;
  auto& alerts = p.db().alerts;
  auto low = raised(alert_kind::battery_low, 1);
  low.refers.lock_id = "4567";
  auto other = raised(alert_kind::battery_low, 2);
  other.refers.lock_id = "9";
  auto offline = raised(alert_kind::gateway_offline, 3);
  offline.refers.gateway_id = "88";
  for (const auto& alert : {low, other, offline})
    REQUIRE(alerts.insert(alert));
  CHECK(given(alerts.find(offline.id)) == offline);
  CHECK(ids_of(given(alerts.open_of_lock("4567", alert_kind::battery_low))) == std::vector{low.id});
  CHECK(given(alerts.open_of_lock("4567", alert_kind::forced_opening)).empty());
  CHECK(given(alerts.open_of_kind(alert_kind::battery_low)).size() == 2);
  low.resolved_at = at(9);
  REQUIRE(alerts.resolve(low));
  CHECK(given(alerts.open_of_lock("4567", alert_kind::battery_low)).empty());
  CHECK(ids_of(given(alerts.open_of_kind(alert_kind::battery_low))) == std::vector{other.id});
  CHECK(given(alerts.open_of_kind(alert_kind::gateway_offline)) == std::vector{offline});
}

TEST_CASE("the last proof of life outlives the process that gave it", "[probe]") {
  ports p;
  auto& probe = p.db().probe;
  CHECK_FALSE(given(probe.last()));
  REQUIRE(probe.touch(at(1)));
  REQUIRE(probe.touch(at(2)));
  CHECK(given(probe.last()) == at(2));
}
