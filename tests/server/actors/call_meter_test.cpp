#include "server/actors/call_meter.hpp"

#include <catch2/catch.hpp>

#include <future>
#include <vector>

using namespace palang;
using namespace std::chrono_literals;
using actors::call_meter;
using ttlock::call_priority;

namespace {

constexpr auto opening = call_priority::remote_opening;

} // namespace

TEST_CASE("no call is made before it is stored, in chunks", "[actors][calls]") {
  manual_clock time{from_ms(1'790'000'000'000)};
  call_meter meter{30'000, 7, time};
  std::vector<std::int64_t> stored;
  bool is_up = false;
  meter.store_with([&](const std::string& month, std::int64_t count) -> result<void> {
    CHECK(month == "2026-09");
    if (!is_up)
      return fail(errc::db_unavailable, "the database is locked");
    stored.push_back(count);
    return {};
  });
  CHECK_FALSE(meter.take(opening));
  is_up = true;
  for (int i = 0; i < 21; ++i)
    CHECK(meter.take(opening));
  CHECK(stored == std::vector<std::int64_t>{27, 47});
  CHECK(meter.read().used == 28);
}

TEST_CASE("who only asks does not wait for a database that hangs", "[actors][calls]") {
  manual_clock time{from_ms(1'790'000'000'000)};
  call_meter meter{30'000, 0, time};
  std::promise<void> asked;
  std::promise<void> end;
  meter.store_with([&](const std::string&, std::int64_t) -> result<void> {
    asked.set_value();
    end.get_future().wait();
    return {};
  });
  auto taken = std::async(std::launch::async, [&] { return meter.take(opening); });
  asked.get_future().wait();
  CHECK(meter.may_spend(opening));
  CHECK(meter.read().used == 0);
  end.set_value();
  CHECK(taken.get());
  CHECK(meter.read().used == 1);
}
