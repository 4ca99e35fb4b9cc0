#pragma once

#include "tests/ttlock_sim/model/record.hpp"

#include <optional>
#include <string>
#include <vector>

namespace palang::ttlock_sim {

/// A gateway: what it is, its link to the cloud and the locks it hears.
struct gateway {
  struct link {
    lock_id lock = 0;
    int rssi = -60;
    std::optional<instant> lost; ///< Since when the lock is out of reach.
  };

  gateway_id id = 0;
  std::string mac;
  std::string name;
  int version = 2;
  std::string network_name;
  std::string network_mac;
  std::vector<link> links;

  bool is_online = true;        ///< The truth.
  bool is_listed_online = true; ///< What replies say; follows late.
  bool is_offline_told = false; ///< An offline notice has gone out for this cut.
  std::optional<instant> cut_at;
  std::uint64_t changes =
      0; ///< Cuts and returns so far; lets late effects see that they are stale.
  std::optional<instant> busy_until;
  std::vector<lock_record> kept; ///< Read from locks and not uploaded; see upload.gateway_keeps.

  [[nodiscard]] bool is_busy(instant now) const { return busy_until && *busy_until > now; }
  [[nodiscard]] const link* link_to(lock_id lock) const;
  /// When the cloud last heard that the gateway hears the lock.
  [[nodiscard]] instant heard(const link& of, instant now) const;
};

} // namespace palang::ttlock_sim
