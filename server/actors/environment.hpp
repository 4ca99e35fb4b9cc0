#pragma once

#include "server/actors/actors.hpp"
#include "server/actors/outbound.hpp"
#include "server/config/defaults.hpp"
#include "server/ops/metrics.hpp"
#include "shared/core/clock.hpp"

#include <filesystem>
#include <functional>
#include <memory>

namespace palang::actors {

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
  bool approves_devices = false; ///< The demo: every new device at its first log-in.
  journal_sizes sizes{};

  store_writer_actor writer{};
  store_reader_actor readers{};
  db_health_actor health{};
  journal_actor journal{};
  sessions_actor sessions{};
  auth_actor auth{};
  hasher_actor hasher{};
  gates_actor gates{};
  photos_actor photos{};
};

using environment_ptr = std::shared_ptr<const environment>;

} // namespace palang::actors
