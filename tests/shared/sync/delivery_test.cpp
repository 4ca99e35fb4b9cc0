#include "tests/shared/sync/two_worlds.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace palang;
using namespace palang::sync;
using namespace palang::sync::test;

namespace {

constexpr std::uint32_t seeds = 1'000;
constexpr int steps = 250;

/// What must step aside: the bad ones and all that depend on them.
std::set<uuid> refused_in(const device_disk& device) {
  std::set<uuid> out;
  for (const auto& r : device.records)
    if (r.is_bad
        || std::ranges::any_of(r.record.depends_on, [&](const uuid& d) { return out.contains(d); }))
      out.insert(r.record.id);
  return out;
}

std::size_t place(const server_disk& server, const uuid& id) {
  return static_cast<std::size_t>(std::ranges::find(server.effects, id) - server.effects.begin());
}

using numbers = std::vector<std::uint32_t>; ///< device_seq of the records that are wrong.

numbers lost_or_doubled(const device_disk& device, const server_disk& server) {
  const auto refused = refused_in(device);
  numbers out;
  for (const auto& r : device.records) {
    const bool is_refused = refused.contains(r.record.id);
    const auto state = is_refused ? record_state::quarantined : record_state::applied;
    if (r.state != state || std::ranges::count(server.effects, r.record.id) != (is_refused ? 0 : 1))
      out.push_back(r.device_seq);
  }
  return out;
}

numbers before_their_dependencies(const device_disk& device, const server_disk& server) {
  const auto refused = refused_in(device);
  numbers out;
  for (const auto& r : device.records)
    for (const auto& dependency : r.record.depends_on)
      if (!refused.contains(r.record.id) && place(server, dependency) >= place(server, r.record.id))
        out.push_back(r.device_seq);
  return out;
}

void check_order_of_creation(const device_disk& device, const server_disk& server) {
  std::vector<uuid> applied;
  for (const auto& id : server.effects)
    if (id.bytes[0] == device.device.bytes[0])
      applied.push_back(id);
  CHECK(std::ranges::is_sorted(applied));
}

/// Holes on the server are exactly the numbers that never left the device.
void check_holes(const device_disk& device, server_disk& server) {
  std::set<std::uint32_t> never_sent;
  for (const auto& r : device.records)
    if (!server.verdicts.contains(r.record.id))
      never_sent.insert(r.device_seq);
  std::set<std::uint32_t> holes;
  for (const auto& range : server.trackers[device.device].missing_within(
           1, static_cast<std::uint32_t>(device.records.size())))
    for (auto n = range.first; n <= range.last; ++n)
      holes.insert(n);
  CHECK(holes == never_sent);
}

void check_all(two_worlds& worlds, bool is_ordered) {
  for (const auto& device : worlds.devices) {
    CHECK(lost_or_doubled(*device, worlds.server) == numbers{});
    CHECK(before_their_dependencies(*device, worlds.server) == numbers{});
    check_holes(*device, worlds.server);
    if (is_ordered)
      check_order_of_creation(*device, worlds.server);
  }
}

} // namespace

TEST_CASE("one by one, every record arrives once and in order whatever the wire does",
          "[sync][delivery]") {
  for (std::uint32_t seed = 1; seed <= seeds; ++seed) {
    CAPTURE(seed);
    two_worlds worlds{{.seed = seed, .window = 1}};
    worlds.live(steps);
    worlds.settle();
    check_all(worlds, true);
  }
}

TEST_CASE("with many in flight and people who say later, every record arrives once after what it "
          "depends on",
          "[sync][delivery]") {
  for (std::uint32_t seed = 1; seed <= seeds; ++seed) {
    CAPTURE(seed);
    two_worlds worlds{{.seed = seed, .window = 1 + seed % 16, .may_hold = true}};
    worlds.live(steps);
    worlds.settle();
    check_all(worlds, false);
  }
}
