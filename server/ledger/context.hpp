#pragma once

#include "server/domain/clock_rule.hpp"
#include "server/ledger/voice.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace palang::ledger {

/// What the submission kinds work with: one submission inside one transaction.
struct context {
  storage::repositories& db;
  working_state& state;
  const submission& from;
  domain::clock_reading clock;

  [[nodiscard]] const protocol::config& config() const { return state.facts.config->document; }
  [[nodiscard]] instant now() const { return from.received_at; }
  [[nodiscard]] voice telling() const { return {db, state, now()}; }
  /// Made without a connection; or before the database was restored, which for this history is the
  /// same: what others recorded meanwhile may come later.
  [[nodiscard]] bool is_offline() const { return from.content.is_offline || is_from_before(); }
  [[nodiscard]] bool is_from_before() const {
    return state.facts.restored_at && clock.corrected_at < *state.facts.restored_at;
  }
  /// Other handhelds may still hold what this history lacks.
  [[nodiscard]] bool is_being_made_whole() const;
  [[nodiscard]] std::uint32_t device_seq() const { return from.content.device_seq.value_or(0); }

  /// As voice; an alert also names the submission.
  [[nodiscard]] result<void> emit(protocol::topic t, std::string_view kind, std::string data);
  [[nodiscard]] result<void> raise(protocol::alert what);
  [[nodiscard]] result<void> resolve(protocol::alert what, const std::string& note);
  /// Opens a resolved alert again, with its event.
  [[nodiscard]] result<void> reopen(protocol::alert what);
  /// Resolves what is open of this kind about the session.
  [[nodiscard]] result<void> resolve_all(const uuid& session, protocol::alert_kind kind,
                                         const std::string& note);
  [[nodiscard]] result<void> note(std::string entity, std::string before, std::string after,
                                  std::string reason);

  /// A session of the class entered (+1) or left (-1) the zone, through this gate when it lies
  /// there.
  void count(const protocol::session& s, const std::string& zone_id, std::int64_t by);
  [[nodiscard]] result<device_state*> device(std::uint16_t number);
};

/// The gate as PROTOCOL section 7 shows it.
[[nodiscard]] protocol::gate gate_view(const protocol::gate_config& gate,
                                       const protocol::config& document,
                                       const domain::occupancy& occupancy,
                                       const storage::gate_state* state);

} // namespace palang::ledger
