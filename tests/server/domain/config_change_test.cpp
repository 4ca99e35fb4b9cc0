#include "server/domain/config_change.hpp"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::domain;
using namespace std::chrono_literals;

namespace {

constexpr instant now = from_ms(1'742'785'200'000);

protocol::config site() {
  protocol::config out;
  out.site.number = 1;
  tariff used;
  used.id = "T1-MOBIL";
  used.first_amt = rupiah{5'000};
  tariff planned = used;
  planned.version = 2;
  planned.valid_from = now + 24h;
  out.tariffs = {used, planned};
  return out;
}

} // namespace

TEST_CASE("a tariff version in force stays as it is; one to come may change", "[config]") {
  const auto before = site();
  auto after = before;
  after.tariffs[1].first_amt = rupiah{6'000};
  CHECK(check_change(before, after, now));
  after = before;
  after.tariffs[0].first_amt = rupiah{6'000};
  const auto changed = check_change(before, after, now);
  REQUIRE_FALSE(changed);
  CHECK(changed.error().field == "/tariffs");
  after = before;
  after.tariffs.erase(after.tariffs.begin());
  CHECK_FALSE(check_change(before, after, now));
}

TEST_CASE("the site's number stays, its name may change", "[config]") {
  const auto before = site();
  auto after = before;
  after.site.name = "Parkir Baru";
  CHECK(check_change(before, after, now));
  after.site.number = 2;
  CHECK(check_change(before, after, now).error().field == "/site/number");
}
