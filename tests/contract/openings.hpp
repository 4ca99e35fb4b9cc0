#pragma once

#include "tests/contract/lock_site.hpp"

#include <string>
#include <utility>
#include <vector>

/// What tests of openings do again and again at the lock site.
namespace palang::testing {

inline protocol::gate_open_data open_for(std::string reason) {
  protocol::gate_open_data out;
  out.gate_id = "in-1";
  out.reason = std::move(reason);
  return out;
}

/// An entry through in-1, as if it had happened at `at`.
inline uuid enter(lock_site& s, worker& by, const std::string& plate, instant at) {
  const auto id = make_uuid_v7(at);
  auto entry = s.make(by, entry_of(plate, id));
  entry.content.taken_at = at;
  entry.content.is_offline = at != s.time.now();
  // A server-set clock would vouch for its time: then an older record looks wrong.
  entry.content.clock.source = protocol::clock_source::monotonic;
  site::sign(entry);
  s.accept(entry);
  return id;
}

/// Judges until nothing can wait any more.
inline void judge_all(lock_site& s) {
  using namespace std::chrono_literals;
  for (const auto wait : {4min, 31min, 2min}) {
    s.time.advance(wait);
    s.discover(true);
    s.judge();
  }
}

inline const storage::stored_opening& only(const std::vector<storage::stored_opening>& all) {
  REQUIRE(all.size() == 1);
  return all.front();
}

} // namespace palang::testing
