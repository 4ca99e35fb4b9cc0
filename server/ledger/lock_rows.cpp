#include "server/ledger/lock_rows.hpp"

#include "server/domain/lock_alert_texts.hpp"
#include "server/ledger/lock_hearing.hpp"
#include "server/ledger/lock_views.hpp"
#include "server/ledger/try.hpp"
#include "shared/protocol/codec.hpp"

namespace palang::ledger {

namespace {

result<void> tell(const voice& v, const char* kind, const storage::stored_lock& lock) {
  // What it was heard like through the day is for those who ask.
  PALANG_TRY(heard, read_hearing(v.db, v.now, v.now));
  const auto view = lock_view(lock, v.config(), heard);
  return v.emit(protocol::topic::lock, kind, protocol::object({{"lock", protocol::encode(view)}}));
}

} // namespace

result<storage::stored_lock> lock_row(const voice& v, const std::string& id) {
  PALANG_TRY(found, v.db.locks.find(id));
  if (found)
    return std::move(*found);
  storage::stored_lock fresh;
  fresh.id = id;
  return fresh;
}

result<void> note_battery(const voice& v, storage::stored_lock& lock, std::int32_t percent) {
  lock.battery = percent;
  if (percent > domain::battery_low_at && percent < domain::battery_fine_at)
    return {};
  PALANG_TRY(open, v.db.alerts.open_of_lock(lock.id, protocol::alert_kind::battery_low));
  if (percent >= domain::battery_fine_at) {
    for (auto& alert : open)
      PALANG_CHECK(v.resolve(std::move(alert), "the battery is fine again"));
    return {};
  }
  if (!open.empty())
    return {};
  PALANG_CHECK(tell(v, "lock.battery_low", lock));
  auto alert = domain::battery_low_alert(place_of(v.config(), lock.id, lock.alias), percent);
  alert.refers.lock_id = lock.id;
  if (const auto* gate = gate_of_lock(v.config(), lock.id))
    alert.refers.gate_id = gate->id;
  PALANG_CHECK(v.raise(std::move(alert)));
  return {};
}

result<void> note_state(const voice& v, storage::stored_lock& lock, protocol::lock_state state) {
  if (lock.state == state)
    return {};
  lock.state = state;
  return tell(v, "lock.state", lock);
}

} // namespace palang::ledger
