#include "server/storage/soci/opening_rows.hpp"

namespace palang::storage {

stored_opening from_row(const opening_row& row) {
  stored_opening out;
  auto& o = out.shown;
  o.id = as_uuid(row.id);
  o.lock_id = row.lock_id;
  o.gate_id = row.gate_id;
  o.at = from_ms(row.at);
  o.state = known(protocol::opening_state_from(row.state), row.state);
  o.record_id = as_uuid(row.record_id);
  o.cause = known(protocol::opening_cause_from(row.cause), row.cause);
  o.session_id = as_uuid(row.session_id);
  o.command_id = as_uuid(row.command_id);
  o.who = row.who;
  o.note = row.note;
  out.judge_after = as_instant(row.judge_after).value_or(instant{});
  out.alert_id = as_uuid(row.alert_id);
  if (row.verdict.has_value())
    o.judgement = protocol::opening_judgement{
        known(protocol::opening_verdict_from(row.verdict.value), row.verdict.value),
        row.verdict_note.get().value_or(""), row.judged_by.get().value_or(""),
        as_instant(row.judged_at).value_or(instant{})};
  return out;
}

} // namespace palang::storage
