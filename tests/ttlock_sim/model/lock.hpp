#pragma once

#include "tests/ttlock_sim/model/record.hpp"

#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace palang::ttlock_sim {

/// A clock that was `offset` wrong at `set_at` and drifts from there.
struct lock_clock {
  milliseconds offset{0};
  double drift_ppm = 0; ///< Positive: fast. 11.6 ppm is a second a day.
  instant set_at{};

  [[nodiscard]] instant read(instant truth) const;
  void set(milliseconds new_offset, instant truth) {
    offset = new_offset;
    set_at = truth;
  }
};

/// A command that was sent to a lock, whatever came of it.
struct lock_command {
  instant sent{};
  std::optional<instant> answered;
  std::string what; ///< unlock, lock, open_state, battery, read_clock, set_clock
  gateway_id through = 0;
  int errcode = 0;        ///< Of the answer.
  bool has_moved = false; ///< The door did what was asked.
};

/// A lock: what it is, its own memory and clock. Knows nothing of gateways.
struct lock {
  lock_id id = 0;
  std::string name;
  std::string alias;
  std::string mac;
  std::int64_t timezone_offset_ms = 25'200'000;
  double battery = 100; ///< Per cent.
  double battery_per_record = 0.002;
  int auto_lock_s = 5; ///< 0: off.
  lock_clock clock;
  bool is_remote_unlock_on = true;
  bool is_reachable = true; ///< By its gateways' Bluetooth.
  bool is_busy = false;     ///< Somebody holds it by app: commands get -3037.
  bool is_open = false;
  bool is_state_unknown = false; ///< It cannot tell whether it is open.

  std::deque<lock_record> memory; ///< Oldest first.
  std::uint64_t read_up_to = 0;   ///< Number of the last record that a gateway has read.
  std::uint64_t openings = 0;     ///< So far; lets auto-lock see that its opening is the last.
  std::vector<lock_command> commands;
  int cloud_battery = 100; ///< As the cloud last heard.
  instant cloud_battery_at{};
  instant bound_at{}; ///< When it came into the world.

  /// Keeps the record and returns the numbers that it squeezed out.
  std::vector<std::uint64_t> remember(lock_record record, std::size_t capacity);
  /// What no gateway has read yet, oldest first.
  [[nodiscard]] std::vector<lock_record> unread() const;
};

} // namespace palang::ttlock_sim
