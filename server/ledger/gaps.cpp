#include "server/ledger/gaps.hpp"

#include "server/ledger/try.hpp"

#include <algorithm>

namespace palang::ledger {

result<void> begin_gap(const voice& v, const std::string& source, instant from) {
  PALANG_TRY(open, v.db.recovery.open_gap(source));
  return open ? result<void>{} : v.db.recovery.insert_gap({0, source, from, std::nullopt});
}

result<std::optional<storage::stored_gap>> end_gap(const voice& v, const std::string& source,
                                                   instant to) {
  PALANG_TRY(open, v.db.recovery.open_gap(source));
  if (!open)
    return std::nullopt;
  open->to = std::max(open->from, to);
  PALANG_CHECK(v.db.recovery.update_gap(*open));
  return std::move(open);
}

result<void> note_whole_gap(const voice& v, const storage::stored_gap& gap) {
  PALANG_TRY(near, v.db.recovery.gaps(gap.from, *gap.to));
  const auto is_same = [&](const storage::stored_gap& g) {
    return g.source == gap.source && g.from == gap.from && g.to == gap.to;
  };
  if (gap.from >= *gap.to || std::ranges::any_of(near, is_same))
    return {};
  return v.db.recovery.insert_gap(gap);
}

} // namespace palang::ledger
