#pragma once

#include "server/actors/actors.hpp"
#include "server/actors/outbound.hpp"
#include "server/config/defaults.hpp"
#include "server/ops/metrics.hpp"
#include "shared/core/clock.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

namespace palang::actors {

class call_meter;

/// How much the journal takes at once. Tests make it small; nobody else changes it.
struct journal_sizes {
  std::size_t ring_events = defaults::ring_events;
  std::size_t ring_bytes = defaults::ring_bytes;
  std::size_t page_events = defaults::page_events;
  std::size_t page_bytes = defaults::page_bytes;
  std::size_t load_page_events = defaults::load_page_events;
};

/// What every actor may use: the world outside, and each other. Written by root before the first
/// actor starts, then only read.
struct environment {
  const clock& time;
  outbound& out;
  ops::metrics& meters;
  /// Opens a session of its own for the calling thread. Errors: db_unavailable.
  std::function<result<std::unique_ptr<ledger::writer>>()> make_writer;
  std::function<result<std::unique_ptr<ledger::reader>>()> make_reader;
  std::filesystem::path photo_folder;
  std::filesystem::path log_folder{}; ///< Empty: no logs to look after.
  bool approves_devices = false;      ///< The demo: every new device at its first log-in.
  journal_sizes sizes{};

  /// TTLock's cloud for the calling thread; empty: the TTLock side is off.
  std::function<std::unique_ptr<ttlock::cloud>(ttlock::call_hook)> make_cloud{};
  std::shared_ptr<call_meter> calls{}; ///< With make_cloud.
  /// Since when nobody of us was there to hear a lock, before this start.
  std::optional<instant> away_since{};
  instant started_at{};
  double lock_pace = 1;    ///< How many times faster than in earnest the TTLock side looks round.
  bool is_threaded = true; ///< Actors that block get a thread of their own.

  store_writer_actor writer{};
  store_reader_actor readers{};
  db_health_actor health{};
  journal_actor journal{};
  sessions_actor sessions{};
  auth_actor auth{};
  hasher_actor hasher{};
  gates_actor gates{};
  cloud_caller_actor cloud{};  ///< For lists; openings have callers of their own.
  cloud_caller_actor clocks{}; ///< For the locks' clocks: through gateways, so it may take long.
  locks_actor locks{};         ///< Empty while the TTLock side is off.
  photos_actor photos{};
  retention_actor retention{};
};

using environment_ptr = std::shared_ptr<const environment>;

} // namespace palang::actors
