#include "server/domain/duplicates.hpp"
#include "server/ledger/cursor.hpp"
#include "server/ledger/queries.hpp"
#include "server/ledger/try.hpp"

#include <algorithm>
#include <array>
#include <map>

/// duplicate.list: what seems to be recorded twice, why, and what may be done about it.
namespace palang::ledger {

namespace {

using protocol::alert_kind;

constexpr std::array kinds{alert_kind::duplicate, alert_kind::double_exit,
                           alert_kind::exit_without_entry};
/// Causes are counted over so many.
constexpr std::int64_t most_counted = 500;

result<storage::alert_filter> filter_of(const protocol::duplicate_list& what) {
  const auto& p = what.window;
  PALANG_CHECK(check_page(p));
  storage::alert_filter out;
  out.is_open = what.is_open;
  out.from = p.from;
  out.to = p.to;
  out.limit = p.limit;
  PALANG_TRY(after, cursor_of(p));
  out.after = after;
  return out;
}

/// The three kinds as one list, newest first.
result<std::vector<protocol::alert>> alerts_of(const query_context& q,
                                               storage::alert_filter filter) {
  std::vector<protocol::alert> out;
  for (const auto kind : kinds) {
    filter.kind = kind;
    PALANG_TRY(found, q.db.alerts.list(filter));
    std::ranges::move(found, std::back_inserter(out));
  }
  std::ranges::sort(out, [](const auto& a, const auto& b) {
    return std::pair{a.raised_at, a.id} > std::pair{b.raised_at, b.id};
  });
  if (static_cast<std::int64_t>(out.size()) > filter.limit)
    out.erase(out.begin() + filter.limit, out.end());
  return out;
}

struct group {
  protocol::alert alert;
  std::vector<protocol::session> sessions;
  domain::duplicate_verdict verdict;
};

/// An open session that the exit may belong to: its plate looks alike, and it had entered.
result<std::optional<protocol::session>> look_alike(const query_context& q,
                                                    const protocol::session& orphan) {
  for (const auto& key : domain::similar_plates(orphan.plate_key)) {
    PALANG_TRY(inside, q.db.session_lists.open_with_prefix(key, 5));
    for (auto& s : inside)
      if (s.plate_key == key && s.entered_at < orphan.exited_at)
        return std::optional{std::move(s)};
  }
  return std::nullopt;
}

result<group> group_of(const query_context& q, protocol::alert alert) {
  group out;
  for (const auto& id : {alert.refers.session_id, alert.refers.other_session_id}) {
    if (!id)
      continue;
    PALANG_TRY(found, q.db.sessions.find(*id));
    if (found)
      out.sessions.push_back(std::move(found->shown));
  }
  if (alert.kind == alert_kind::exit_without_entry && out.sessions.size() == 1
      && out.sessions.front().status == protocol::session_status::exit_only) {
    PALANG_TRY(inside, look_alike(q, out.sessions.front()));
    if (inside)
      out.sessions.push_back(std::move(*inside));
  }
  if (!out.sessions.empty())
    out.verdict = domain::judge_duplicate(
        alert.kind, out.sessions.front(),
        out.sessions.size() > 1 ? std::optional{out.sessions.back()} : std::nullopt);
  out.alert = std::move(alert);
  return out;
}

std::string encoded(const domain::reason_text& reason) {
  return protocol::object(
      {{"text_id", protocol::text(reason.text_id)}, {"text_en", protocol::text(reason.text_en)}});
}

std::string id_or_null(const std::optional<uuid>& id) {
  return id ? protocol::text(to_string(*id)) : "null";
}

std::string encoded_suggestion(const domain::duplicate_verdict& v) {
  std::vector<std::string> reasons;
  for (const auto& reason : v.reasons)
    reasons.push_back(encoded(reason));
  return protocol::object({{"action", protocol::text(to_string(v.action))},
                           {"keep", id_or_null(v.keep)},
                           {"drop", id_or_null(v.drop)},
                           {"reasons", protocol::array(reasons)}});
}

std::string encoded_undo(std::string_view kind, const uuid& id) {
  return protocol::object({{"kind", protocol::text(kind)}, {"id", protocol::text(to_string(id))}});
}

struct resolution {
  std::string word = "null";
  std::string undo = "null";
};

result<resolution> resolution_of(const query_context& q, const group& g) {
  if (!g.alert.resolved_at)
    return resolution{};
  for (const auto& s : g.sessions) {
    if (s.status != protocol::session_status::merged)
      continue;
    PALANG_TRY(merge, q.db.merges.find(s.id));
    return resolution{protocol::text("merged"),
                      merge && !merge->undone_at ? encoded_undo("merge.undo", s.id) : "null"};
  }
  if (g.alert.note.starts_with(kept_note))
    return resolution{protocol::text("kept"), encoded_undo("duplicate.reopen", g.alert.id)};
  return resolution{protocol::text("settled"), "null"};
}

result<std::string> encoded(const query_context& q, const group& g) {
  PALANG_TRY(settled, resolution_of(q, g));
  return protocol::object({{"alert", protocol::encode(g.alert)},
                           {"sessions", protocol::array(encoded_items(g.sessions))},
                           {"cause", protocol::text(to_string(g.verdict.cause))},
                           {"suggestion", encoded_suggestion(g.verdict)},
                           {"prevention", encoded(g.verdict.prevention)},
                           {"resolution", settled.word},
                           {"undo", settled.undo}});
}

using causes_by_alert = std::map<uuid, protocol::duplicate_cause>;

/// `known`: of alerts that were looked into already.
result<std::string> counted_causes(const query_context& q, const protocol::duplicate_list& what,
                                   const causes_by_alert& known) {
  storage::alert_filter filter;
  filter.is_open = true;
  filter.from = what.window.from;
  filter.to = what.window.to;
  filter.limit = most_counted;
  PALANG_TRY(alerts, alerts_of(q, filter));
  std::map<protocol::duplicate_cause, std::int64_t> counts;
  for (auto& alert : alerts) {
    if (const auto at = known.find(alert.id); at != known.end()) {
      ++counts[at->second];
      continue;
    }
    PALANG_TRY(g, group_of(q, std::move(alert)));
    ++counts[g.verdict.cause];
  }
  std::vector<std::string> out;
  for (const auto& [cause, count] : counts)
    out.push_back(protocol::object(
        {{"cause", protocol::text(to_string(cause))}, {"count", protocol::number(count)}}));
  return protocol::array(out);
}

} // namespace

result<std::string> answer(const query_context& q, const protocol::duplicate_list& what) {
  PALANG_TRY(filter, filter_of(what));
  PALANG_TRY(alerts, alerts_of(q, filter));
  std::optional<std::string> next;
  if (static_cast<std::int64_t>(alerts.size()) == what.window.limit)
    next = make_cursor(alerts.back().raised_at, alerts.back().id);
  std::vector<std::string> groups;
  causes_by_alert known;
  for (auto& alert : alerts) {
    PALANG_TRY(g, group_of(q, std::move(alert)));
    known.emplace(g.alert.id, g.verdict.cause);
    if (what.cause && g.verdict.cause != *what.cause)
      continue;
    PALANG_TRY(told, encoded(q, g));
    groups.push_back(std::move(told));
  }
  auto out = encoded_page("duplicates", groups, next);
  if (what.window.after)
    return out;
  PALANG_TRY(causes, counted_causes(q, what, known));
  return protocol::extended(std::move(out), {{"causes", causes}});
}

} // namespace palang::ledger
