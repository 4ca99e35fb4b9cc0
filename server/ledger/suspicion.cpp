#include "server/ledger/suspicion.hpp"

#include "server/domain/lock_times.hpp"
#include "server/domain/opening_match.hpp"
#include "server/ledger/lock_hearing.hpp"
#include "server/ledger/try.hpp"

#include <algorithm>

namespace palang::ledger {

namespace {

/// More cannot be looked for at once; the next look takes the others.
constexpr std::int64_t most_suspected = 200;

} // namespace

instant begun_at(const protocol::opening& o) {
  std::int64_t ms = 0;
  for (std::size_t i = 0; i < 6; ++i) // RFC 9562: the first 48 bits of version 7.
    ms = ms << 8 | o.id.bytes[i];
  return from_ms(ms);
}

bool is_scanned_since(const domain::coverage_facts& heard, instant at) {
  return std::ranges::any_of(heard.scans, [&](const domain::finished_scan& s) {
    return s.from <= at && at < s.to && s.started_at >= at + domain::match_after;
  });
}

result<std::vector<lock_side_facts::suspicion>> suspicions(storage::repositories& db, instant now) {
  // What is to be judged a grace from now has just begun to wait, or was looked at before.
  PALANG_TRY(waiting, db.openings.due(now + domain::lock_waits().record_grace, most_suspected));
  std::erase_if(waiting, [&](const storage::stored_opening& row) {
    return row.shown.state != protocol::opening_state::awaiting_record
           || begun_at(row.shown) + domain::lock_waits().record_grace > now;
  });
  std::vector<lock_side_facts::suspicion> out;
  if (waiting.empty())
    return out;
  const auto oldest =
      std::ranges::min(waiting, {}, [](const auto& row) { return row.shown.at; }).shown.at;
  PALANG_TRY(heard, read_hearing(db, oldest, now));
  for (const auto& row : waiting) {
    const auto facts = facts_of(heard, row.shown.lock_id);
    const auto at = row.shown.at;
    if (domain::coverage_at(facts, at) != protocol::coverage::blind && !is_scanned_since(facts, at))
      out.push_back({row.shown.lock_id, at});
  }
  return out;
}

} // namespace palang::ledger
