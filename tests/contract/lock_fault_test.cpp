// What comes from locks is written as a whole or not at all.
#include "tests/contract/lock_site.hpp"
#include "tests/contract/statement_cut.hpp"

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;

namespace {

/// Tries `work` cut off at its first, second, third … statement until it goes through.
template <class F>
int count_failures(lock_site& s, statement_cut& cutting, F&& work) {
  const auto events = s.events().size();
  const auto records = s.records("11").size();
  for (int at = 1;; ++at) {
    cutting.at(at);
    const auto done = work();
    cutting.at(0);
    CAPTURE(at);
    if (done)
      return at - 1;
    REQUIRE(done.error().code == errc::db_unavailable);
    REQUIRE(s.events().size() == events);
    REQUIRE(s.records("11").size() == records);
  }
}

} // namespace

TEST_CASE("cut off at any statement, callbacks and pages leave nothing behind", "[lock][fault]") {
  statement_cut cutting;
  lock_site s;
  auto budi = s.log_in("budi");
  s.accept(s.make(budi, entry_of("B 1 A", make_uuid_v7(s.time.now()))));
  ledger::lock_intake intake;
  intake.received_at = s.time.now();
  intake.content.batch.records = {lock_record_of("11", lock_type::button, s.time.now() + 2s),
                                  lock_record_of("11", lock_type::key, s.time.now() + 90s)};
  CHECK(count_failures(s, cutting, [&] { return s.locks().take(std::span{&intake, 1}); }) > 10);
  CHECK(s.records("11").size() == 2);
  CHECK(s.openings("11").front().shown.state == protocol::opening_state::explained);
  CHECK(s.alerts(protocol::alert_kind::forced_opening).size() == 1);

  const auto now = s.time.now();
  const auto scan = given(s.locks().begin_scan({"11", "gap", now - 1h, now, "", now}));
  const ledger::scan_step step{
      scan.id, {lock_record_of("11", lock_type::auto_lock, now - 5min)}, true, std::nullopt, now};
  CHECK(count_failures(s, cutting, [&] { return s.locks().advance_scan(step); }) > 5);
  CHECK(s.facts().done_scans.front().added == 1);
}
