#include "server/ledger/context.hpp"

#include "server/ledger/try.hpp"
#include "shared/protocol/codec.hpp"

#include <chrono>
#include <utility>

namespace palang::ledger {

result<void> context::emit(protocol::topic t, std::string_view kind, std::string data) {
  return telling().emit(t, kind, std::move(data));
}

result<void> context::raise(protocol::alert what) {
  what.refers.submission_id = from.content.id;
  PALANG_CHECK(telling().raise(std::move(what)));
  return {};
}

result<void> context::resolve(protocol::alert what, const std::string& why) {
  return telling().resolve(std::move(what), why);
}

result<void> context::reopen(protocol::alert what) {
  what.resolved_at.reset();
  what.note.clear();
  PALANG_CHECK(db.alerts.reopen(what.id));
  return emit(protocol::topic::alert, "alert.raised",
              protocol::object({{"alert", protocol::encode(what)}}));
}

result<void> context::resolve_all(const uuid& session, protocol::alert_kind kind,
                                  const std::string& why) {
  PALANG_TRY(open, db.alerts.open_of_session(session, kind));
  for (auto& alert : open)
    PALANG_CHECK(resolve(std::move(alert), why));
  return {};
}

result<void> context::note(std::string entity, std::string before, std::string after,
                           std::string reason) {
  return db.audit.insert({0, now(), from.by.username, std::string{kind_of(from.content.data)},
                          std::move(entity), std::move(before), std::move(after),
                          std::move(reason)});
}

bool context::is_being_made_whole() const {
  const auto& restored = state.facts.restored_at;
  const auto days = config().retention.archive_days;
  return restored && (days == 0 || now() < *restored + std::chrono::days{days});
}

void context::count(const protocol::session& s, const std::string& zone_id, std::int64_t by) {
  state.facts.occupancy.add(zone_id, s.vehicle_type, by);
  const auto* used = config().find_gate(by > 0 ? s.entry_gate_id : s.exit_gate_id);
  state.touched_gates.insert(used && used->zone_id == zone_id ? used->id : s.entry_gate_id);
}

result<device_state*> context::device(std::uint16_t number) {
  auto known = state.facts.devices.find(number);
  if (known != state.facts.devices.end())
    return &known->second;
  PALANG_TRY(row, db.devices.find_number(number));
  PALANG_TRY(progress, db.submissions.progress_of(number));
  device_state fresh{
      {progress.last_seq, std::move(progress.missing)}, progress.confirmed_at, std::move(row)};
  return &state.facts.devices.emplace(number, std::move(fresh)).first->second;
}

protocol::gate gate_view(const protocol::gate_config& gate, const protocol::config& document,
                         const domain::occupancy& occupancy, const storage::gate_state* state) {
  protocol::gate out;
  out.id = gate.id;
  out.name = gate.name;
  out.direction = gate.direction;
  out.zone_id = gate.zone_id;
  out.lock_id = gate.lock_id;
  out.occupancy = occupancy.of_zone(gate.zone_id);
  out.capacity = domain::capacity_of(document, gate.zone_id);
  if (state) {
    out.mode = state->mode;
    out.last_open = state->last_open;
  }
  return out;
}

} // namespace palang::ledger
