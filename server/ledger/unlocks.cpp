#include "server/ledger/unlocks.hpp"

#include "server/domain/lock_alert_texts.hpp"
#include "server/domain/lock_times.hpp"
#include "server/domain/opening_match.hpp"
#include "server/ledger/lock_views.hpp"
#include "server/ledger/pairing.hpp"
#include "server/ledger/try.hpp"
#include "server/ttlock/record_kind.hpp"

namespace palang::ledger {

namespace {

using protocol::opening_cause;
using protocol::opening_state;
using ttlock::record_kind;

bool is_opening(const ttlock::lock_record& told, record_kind kind) {
  return ttlock::is_unlock(told) || (kind == record_kind::unknown && told.is_success);
}

/// By the cloud's list, whichever the record told.
std::int32_t cloud_type(const protocol::lock_record& r) {
  return r.type != 0 ? r.type : ttlock::cloud_type_of(r.type_from_lock);
}

result<void> raise_alarm(const voice& v, storage::stored_opening opening,
                         const protocol::lock_record& record) {
  auto& o = opening.shown;
  auto alert = domain::forced_opening_alert(place_of(v.config(), o.lock_id), o.at,
                                            cloud_type(record), words_of(record));
  alert.refers.lock_id = o.lock_id;
  if (!o.gate_id.empty())
    alert.refers.gate_id = o.gate_id;
  PALANG_TRY(raised, v.raise(std::move(alert)));
  opening.alert_id = raised;
  return begin_opening(v, opening);
}

} // namespace

std::optional<storage::stored_opening> opening_of(const voice& v,
                                                  const protocol::lock_record& record) {
  const auto told = as_told(record);
  const auto kind = ttlock::kind_of(told);
  const auto* gate = gate_of_lock(v.config(), record.lock_id);
  const bool is_alarm = kind == record_kind::alarm;
  if (!is_alarm && (!gate || !is_opening(told, kind)))
    return std::nullopt;
  storage::stored_opening out;
  auto& o = out.shown;
  o.id = make_uuid_v7(v.now);
  o.lock_id = record.lock_id;
  o.gate_id = gate ? gate->id : "";
  o.at = record.corrected_at;
  o.record_id = record.id;
  if (is_alarm) {
    o.state = opening_state::alarmed;
  } else if (kind == record_kind::by_person && !record.who.empty()) {
    o.state = opening_state::explained;
    o.cause = opening_cause::person;
    o.who = record.who;
  } else {
    o.state = opening_state::awaiting_cause;
    out.judge_after = v.now + domain::lock_waits().cause_grace;
  }
  return out;
}

result<void> note_unlock(const voice& v, storage::stored_opening opening,
                         const protocol::lock_record& record) {
  if (opening.shown.state == opening_state::alarmed)
    return raise_alarm(v, std::move(opening), record);
  return begin_opening(v, opening);
}

} // namespace palang::ledger
