#include "server/ledger/kinds.hpp"
#include "server/ledger/pairing.hpp"
#include "server/ledger/try.hpp"
#include "shared/protocol/codec.hpp"

namespace palang::ledger {

result<effect> apply(context& c, const protocol::alert_resolve_data& d) {
  PALANG_TRY(found, c.db.alerts.find(d.alert_id));
  if (!found)
    return fail(errc::unknown_alert, "this alert is not known", "data.alert_id");
  if (found->resolved_at)
    return fail(errc::invalid, "this alert is resolved already", "data.alert_id");
  auto alert = std::move(*found);
  PALANG_CHECK(c.note("alert/" + to_string(alert.id), "", "", d.note));
  PALANG_CHECK(c.resolve(alert, d.note));
  alert.resolved_at = c.now();
  alert.note = d.note;
  return effect{protocol::object({{"alert", protocol::encode(alert)}}), alert.refers.session_id};
}

result<effect> apply(context& c, const protocol::opening_judge_data& d) {
  PALANG_TRY(found, c.db.openings.find(d.opening_id));
  if (!found)
    return fail(errc::not_found, "this opening is not known", "data.opening_id");
  auto& o = found->shown;
  const auto before = protocol::encode(o);
  o.judgement = protocol::opening_judgement{d.verdict, d.note, c.from.by.username, c.now()};
  PALANG_CHECK(c.db.openings.update(*found));
  PALANG_CHECK(c.note("opening/" + to_string(o.id), before, protocol::encode(o), d.note));
  PALANG_CHECK(resolve_alert(c.telling(), *found, d.note));
  auto data = protocol::object({{"opening", protocol::encode(o)}});
  PALANG_CHECK(c.emit(protocol::topic::lock, "lock.opening_judged", data));
  return effect{std::move(data), o.session_id};
}

} // namespace palang::ledger
