#include "mobile/base/sessionwords.h"
#include "mobile/features/vehicles/sessionhistory.h"

#include "samples.h"

#include <catch2/catch.hpp>

using namespace palang;
using namespace palang::mobile;
using namespace palang::test;
using namespace std::chrono_literals;

TEST_CASE("a stay's history tells its entry, changes and exit in order", "[vehicles]") {
  const auto now = exited("B 1234 XYZ", {5000});
  auto before = entered("B 1234 XY");
  before.id = now.id;
  const protocol::audit_entry correction{.id = 1,
                                         .at = noon - 30min,
                                         .actor = "wati",
                                         .action = "correct",
                                         .entity = "session/" + to_string(now.id),
                                         .before = protocol::encode(before),
                                         .after = protocol::encode(now),
                                         .reason = "salah ketik"};
  auto other = correction;
  other.entity = "session/" + to_string(idOf("other"));

  const auto lines = historyOf(now, {correction, other}, {}, sampleConfig());
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].title == "Masuk");
  CHECK(lines[0].note == "Masuk 1");
  CHECK(lines[1].title == "Dikoreksi");
  CHECK(lines[1].note == QStringLiteral("B 1234 XY → B 1234 XYZ · salah ketik · wati"));
  CHECK(lines[2].note == "Keluar 1 · dibayar Rp5.000");
}

TEST_CASE("a stay's history tells what was asked for here and is not settled", "[vehicles]") {
  const auto s = entered("B 1234 XYZ");
  OutboxRow mine;
  mine.submission.data = protocol::void_data{s.id, "coba"};
  mine.createdAt = noon + 1min;
  auto others = mine;
  others.submission.data = protocol::void_data{idOf("other"), "coba"};
  auto done = mine;
  done.state = sync::record_state::applied;

  const auto waiting = historyOf(s, {}, {mine, others, done}, sampleConfig());
  REQUIRE(waiting.size() == 2);
  CHECK(waiting[1].title == "Dibatalkan: menunggu server");

  mine.state = sync::record_state::quarantined;
  mine.why = error{errc::already_exited, "already exited", ""};
  const auto refused = historyOf(s, {}, {mine}, sampleConfig());
  CHECK(refused[1].title == "Dibatalkan: ditolak");
  CHECK(refused[1].note == "Sudah tercatat keluar");
}

TEST_CASE("what is unusual about a stay is said in words", "[vehicles]") {
  auto s = exited("B 1234 XYZ", {5000});
  CHECK(sessionwords::flags(s).isEmpty());
  s.flags = {"offline", "lost_ticket", "something_new"};
  s.charged = rupiah{3000};
  CHECK(sessionwords::flags(s)
        == QStringList{"Dicatat saat luring", "Karcis hilang", "something_new",
                       "Kurang bayar Rp2.000"});
}
