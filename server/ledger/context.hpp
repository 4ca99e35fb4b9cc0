#pragma once

#include "server/domain/clock_rule.hpp"
#include "server/domain/occupancy.hpp"
#include "server/ledger/ledger.hpp"
#include "server/storage/repositories.hpp"
#include "shared/sync/inbox.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace palang::ledger {

/// What the writer knows of a device between transactions.
struct device_state {
  sync::sequence_tracker numbers;
  std::optional<instant>
      confirmed_at; ///< Corrected time of its last record with a server-set clock.
  std::optional<protocol::device> row; ///< Nullopt when the number belongs to nobody.
};

/// Committed facts that the writer keeps in memory so that an entry need not read them. Valid while
/// nobody else writes.
struct known_facts {
  std::int64_t newest_seq = 0;
  std::int64_t newest_submission = 0;
  std::shared_ptr<const config_snapshot> config;
  std::map<std::uint16_t, device_state> devices;
  domain::occupancy occupancy;
  std::map<std::string, storage::gate_state> gates;
};

/// All that a transaction changes outside the database: copied before a risky step, put back when
/// it failed.
struct working_state {
  known_facts facts;
  committed done;
  std::set<std::string> touched_gates; ///< Whose occupancy is told at the end of the transaction.
};

/// What the submission kinds work with: one submission inside one transaction.
struct context {
  storage::repositories& db;
  working_state& state;
  const submission& from;
  domain::clock_reading clock;

  [[nodiscard]] const protocol::config& config() const { return state.facts.config->document; }
  [[nodiscard]] instant now() const { return from.received_at; }
  [[nodiscard]] bool is_offline() const { return from.content.is_offline; }
  [[nodiscard]] std::uint32_t device_seq() const { return from.content.device_seq.value_or(0); }

  /// Appends to the journal. `data`: the encoded object under its name.
  [[nodiscard]] result<void> emit(protocol::topic t, std::string_view kind, std::string data);
  /// Stores an alert (id, time and the submission are filled in) with its event.
  [[nodiscard]] result<void> raise(protocol::alert what);
  [[nodiscard]] result<void> resolve(protocol::alert what, const std::string& note);
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
