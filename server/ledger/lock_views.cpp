#include "server/ledger/lock_views.hpp"

#include "server/ttlock/record_kind.hpp"

#include <algorithm>

namespace palang::ledger {

const protocol::gate_config* gate_of_lock(const protocol::config& document,
                                          const std::string& lock_id) {
  const auto found = std::ranges::find_if(
      document.gates, [&](const auto& gate) { return gate.lock_id == lock_id; });
  return found == document.gates.end() ? nullptr : &*found;
}

std::string lock_name(const protocol::config& document, const std::string& lock_id,
                      const std::string& alias) {
  const auto found = std::ranges::find(document.locks, lock_id, &protocol::lock_config::id);
  if (found != document.locks.end() && !found->name.empty())
    return found->name;
  return alias.empty() ? lock_id : alias;
}

protocol::lock lock_view(const storage::stored_lock& lock, const protocol::config& document,
                         const lock_hearing& heard) {
  protocol::lock out;
  out.id = lock.id;
  out.name = lock_name(document, lock.id, lock.alias);
  if (const auto* gate = gate_of_lock(document, lock.id))
    out.gate_id = gate->id;
  out.battery = lock.battery;
  out.state = lock.state;
  if (lock.clock_offset)
    out.clock_offset_ms = lock.clock_offset->count();
  out.last_record_at = lock.last_record_at;
  out.gateway_ids = gateways_of(heard, lock.id);
  out.heard_by = signals_of(heard, lock.id);
  const auto facts = facts_of(heard, lock.id);
  out.now = coverage_now(facts, heard.to);
  out.hours = domain::coverage_hours(facts, heard.from, heard.to);
  return out;
}

domain::place_names place_of(const protocol::config& document, const std::string& lock_id,
                             const std::string& alias) {
  const auto* gate = gate_of_lock(document, lock_id);
  return {gate ? gate->name : "", lock_name(document, lock_id, alias), document.site.utc_offsets};
}

ttlock::lock_record as_told(const protocol::lock_record& shown) {
  ttlock::lock_record out;
  out.lock_id = shown.lock_id;
  out.type_from_lock = shown.type_from_lock;
  out.type = shown.type;
  out.is_success = shown.is_success;
  out.who = shown.who;
  out.credential_tail = shown.credential_tail;
  out.lock_at = shown.lock_at;
  return out;
}

domain::record_text words_of(const protocol::lock_record& shown) {
  const auto words = ttlock::describe(as_told(shown));
  return {words.text_id, words.text_en};
}

} // namespace palang::ledger
