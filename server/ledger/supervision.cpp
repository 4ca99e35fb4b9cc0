#include "server/ledger/kinds.hpp"
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

} // namespace palang::ledger
