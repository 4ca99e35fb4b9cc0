#include "server/domain/shift_suspects.hpp"
#include "server/ledger/cursor.hpp"
#include "server/ledger/queries.hpp"
#include "server/ledger/try.hpp"

#include <algorithm>
#include <map>

/// shift.detail: a shift's money, and the sessions that may explain a difference.
namespace palang::ledger {

namespace {

using sessions_by_id = std::map<uuid, protocol::session>;
using payments = std::vector<storage::stored_payment>;

struct sum {
  std::int64_t count = 0;
  rupiah amount{};
};

std::string encoded_methods(const payments& all) {
  std::map<std::string, sum> sums;
  for (const auto& p : all) {
    auto& [count, amount] = sums[p.paid.method];
    ++count;
    amount += p.paid.amount;
  }
  std::vector<std::string> out;
  for (const auto& [method, total] : sums)
    out.push_back(protocol::object({{"method", protocol::text(method)},
                                    {"count", protocol::number(total.count)},
                                    {"amount", protocol::number(total.amount.value)}}));
  return protocol::array(out);
}

std::vector<domain::shift_line> lines_of(const payments& all, const sessions_by_id& sessions) {
  std::map<uuid, domain::shift_line> lines;
  for (const auto& p : all) {
    const auto found = sessions.find(p.session_id);
    if (found == sessions.end())
      continue;
    auto& line = lines[p.session_id];
    line.session = found->second;
    line.paid += p.paid.amount;
    if (p.paid.method == "cash")
      line.cash += p.paid.amount;
  }
  std::vector<domain::shift_line> out;
  for (auto& [id, line] : lines)
    out.push_back(std::move(line));
  return out;
}

std::string encoded_suspects(rupiah difference, const payments& all,
                             const sessions_by_id& sessions) {
  std::vector<std::string> out;
  for (const auto& suspect : domain::suspects_of(difference, lines_of(all, sessions))) {
    std::vector<std::string> reasons;
    for (const auto& reason : suspect.reasons)
      reasons.push_back(protocol::object({{"text_id", protocol::text(reason.text_id)},
                                          {"text_en", protocol::text(reason.text_en)}}));
    out.push_back(protocol::object({{"session", protocol::encode(suspect.session)},
                                    {"amount", protocol::number(suspect.amount.value)},
                                    {"score", protocol::number(suspect.score)},
                                    {"reasons", protocol::array(reasons)}}));
  }
  return protocol::array(out);
}

std::string encoded_payment(const storage::stored_payment& p, const sessions_by_id& sessions) {
  const auto found = sessions.find(p.session_id);
  return protocol::object(
      {{"session_id", protocol::text(to_string(p.session_id))},
       {"at", protocol::number(to_ms(p.origin.at))},
       {"method", protocol::text(p.paid.method)},
       {"amount", protocol::number(p.paid.amount.value)},
       {"tendered", protocol::number_or_null(p.paid.tendered ? std::optional{p.paid.tendered->value}
                                                             : std::nullopt)},
       {"reference", protocol::text_or_null(p.paid.reference)},
       {"session", found == sessions.end() ? "null" : protocol::encode(found->second)}});
}

} // namespace

result<std::string> answer(const query_context& q, const protocol::shift_detail& what) {
  PALANG_CHECK(check_page(what.window));
  std::int64_t first = 0;
  if (what.window.after) {
    PALANG_TRY(after, number_cursor(*what.window.after));
    first = std::max<std::int64_t>(after, 0);
  }
  PALANG_TRY(shift, q.db.shifts.find(what.shift_id));
  if (!shift)
    return fail(errc::unknown_shift, "this shift is not known", "data.shift_id");
  PALANG_TRY(all, q.db.payments.of_shift(what.shift_id));
  PALANG_TRY(found, q.db.session_lists.of_shift(what.shift_id));
  sessions_by_id sessions;
  for (auto& s : found)
    sessions.emplace(s.id, std::move(s));
  std::vector<std::string> page;
  const auto end = std::min(static_cast<std::int64_t>(all.size()), first + what.window.limit);
  for (auto i = first; i < end; ++i)
    page.push_back(encoded_payment(all[static_cast<std::size_t>(i)], sessions));
  std::optional<std::string> next;
  if (end < static_cast<std::int64_t>(all.size()))
    next = std::to_string(end);
  auto out = protocol::extended(
      encoded_page("payments", page, next),
      {{"shift", protocol::encode(shift->shown)}, {"methods", encoded_methods(all)}});
  if (what.window.after)
    return out;
  const auto difference = shift->shown.difference.value_or(rupiah{});
  return protocol::extended(std::move(out),
                            {{"suspects", encoded_suspects(difference, all, sessions)}});
}

} // namespace palang::ledger
