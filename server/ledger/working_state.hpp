#pragma once

#include "server/domain/occupancy.hpp"
#include "server/ledger/ledger.hpp"
#include "server/storage/gates.hpp"
#include "shared/sync/inbox.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

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
  std::optional<instant> restored_at; ///< When this history began from a backup.
  std::optional<instant> gaps_looked_at; ///< Holes in the devices' numbers.
};

/// All that a transaction changes outside the database: copied before a risky step, put back when
/// it failed.
struct working_state {
  known_facts facts;
  committed done;
  std::set<std::string> touched_gates; ///< Whose occupancy is told at the end of the transaction.
};

} // namespace palang::ledger
