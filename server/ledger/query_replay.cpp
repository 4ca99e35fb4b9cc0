#include "server/domain/pricing.hpp"
#include "server/ledger/cursor.hpp"
#include "server/ledger/queries.hpp"
#include "server/ledger/try.hpp"
#include "shared/protocol/limits.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>

/// tariff.replay: what stays that were paid would have cost under a draft.
namespace palang::ledger {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t most_changes = 20;

struct change {
  const protocol::session* session;
  std::int64_t minutes;
  rupiah before;
  rupiah after;
  [[nodiscard]] std::int64_t size() const { return std::abs(after.value - before.value); }
};

struct replay {
  std::int64_t stays = 0;
  std::int64_t dearer = 0;
  std::int64_t cheaper = 0;
  std::int64_t same = 0;
  std::int64_t unpriced = 0;
  rupiah before{};
  rupiah after{};
  std::vector<change> changes;
};

void play(const domain::tariff& draft, const storage::stored_session& row, replay& out) {
  const auto& s = row.shown;
  if (s.status != protocol::session_status::closed || s.vehicle_type != draft.vehicle
      || !s.fee)
    return;
  domain::stay_facts stay{s.vehicle_type,
                          s.tariff_version,
                          s.entered_at,
                          row.entry_uncertainty,
                          row.entry_received_at,
                          *s.exited_at,
                          row.exit_uncertainty,
                          std::ranges::find(s.flags, "lost_ticket") != s.flags.end(),
                          true};
  ++out.stays;
  const auto priced = domain::price(draft, stay);
  if (!priced) {
    ++out.unpriced;
    return;
  }
  const change c{&s, (*s.exited_at - s.entered_at.value_or(*s.exited_at)) / 1min, *s.fee,
                 priced->due};
  out.before += c.before;
  out.after += c.after;
  ++(c.after > c.before ? out.dearer : c.after < c.before ? out.cheaper : out.same);
  if (c.size() != 0)
    out.changes.push_back(c);
}

std::string encoded(const change& c) {
  return protocol::object({{"session_id", protocol::text(to_string(c.session->id))},
                           {"plate", protocol::text(c.session->plate)},
                           {"entered_at", protocol::time_or_null(c.session->entered_at)},
                           {"exited_at", protocol::time_or_null(c.session->exited_at)},
                           {"minutes", protocol::number(c.minutes)},
                           {"before", protocol::number(c.before.value)},
                           {"after", protocol::number(c.after.value)}});
}

std::string encoded_changes(std::vector<change> changes) {
  std::ranges::stable_sort(changes, std::greater{}, &change::size);
  if (changes.size() > most_changes)
    changes.erase(changes.begin() + most_changes, changes.end());
  std::vector<std::string> out;
  for (const auto& c : changes)
    out.push_back(encoded(c));
  return protocol::array(out);
}

result<std::optional<storage::session_cursor>> cursor_of(const std::optional<std::string>& after) {
  if (!after)
    return std::nullopt;
  PALANG_TRY(cursor, split_cursor(*after));
  PALANG_TRY(number, number_cursor(cursor.rest));
  return storage::session_cursor{from_ms(cursor.number), number};
}

result<std::int64_t> total_of(const query_context& q, const protocol::tariff_replay& what) {
  PALANG_TRY(rows, q.db.reports.by_hour_of_day(what.from, what.to, milliseconds{0}));
  std::int64_t out = 0;
  for (const auto& [key, counts] : rows)
    if (key.vehicle_type == what.draft.vehicle)
      out += counts.exits - counts.orphans;
  return out;
}

} // namespace

result<std::string> answer(const query_context& q, const protocol::tariff_replay& what) {
  if (what.limit < 1 || what.limit > static_cast<std::int64_t>(protocol::limits::max_replay))
    return fail(errc::invalid, "a page looks at 1 to 2,000 stays", "data.limit");
  auto document = q.config.document;
  std::erase_if(document.tariffs,
                [&](const auto& t) { return t.vehicle == what.draft.vehicle; });
  document.tariffs.push_back(what.draft);
  if (const auto sound = protocol::validate(document); !sound)
    return fail(errc::invalid, sound.error().message, "data.tariff");
  PALANG_TRY(after, cursor_of(what.after));
  PALANG_TRY(page, q.db.session_lists.left_between(what.from, what.to, after, what.limit));
  replay sums;
  for (const auto& row : page.sessions)
    play(what.draft, row, sums);
  std::optional<std::string> next;
  if (page.next)
    next = make_cursor(to_ms(page.next->at), std::to_string(page.next->number));
  auto out = protocol::object({{"stays", protocol::number(sums.stays)},
                               {"before", protocol::number(sums.before.value)},
                               {"after_draft", protocol::number(sums.after.value)},
                               {"dearer", protocol::number(sums.dearer)},
                               {"cheaper", protocol::number(sums.cheaper)},
                               {"same", protocol::number(sums.same)},
                               {"unpriced", protocol::number(sums.unpriced)},
                               {"changes", encoded_changes(std::move(sums.changes))},
                               {"next", protocol::text_or_null(next)}});
  if (what.after)
    return out;
  PALANG_TRY(total, total_of(q, what));
  return protocol::extended(std::move(out), {{"total", protocol::number(total)}});
}

} // namespace palang::ledger
