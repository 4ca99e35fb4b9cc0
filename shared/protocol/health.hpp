#pragma once

#include "shared/core/result.hpp"
#include "shared/protocol/objects.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What sync.health answers (PROTOCOL 3.6), as values.
namespace palang::protocol {

/// Nobody could hear, or nothing was asked, between these.
struct silence {
  std::string source; ///< "server", or "gateway:<id>"; empty of a gateway's own.
  instant from{};
  std::optional<instant> to; ///< None: it lasts.
  friend bool operator==(const silence&, const silence&) = default;
};

struct gateway_health {
  gateway shown;
  std::vector<silence> offline;
  std::int64_t offline_ms = 0;
  std::optional<std::int64_t>
      catch_up_p50_ms; ///< From its return to its slowest lock's last record.
  std::optional<std::int64_t> catch_up_max_ms;
  friend bool operator==(const gateway_health&, const gateway_health&) = default;
};

/// One time that a lock's records were asked for.
struct lock_scan {
  std::string why;
  instant from{};
  instant to{};
  std::string state;
  std::int64_t found = 0;
  std::int64_t added = 0;
  instant started_at{};
  std::optional<instant> ended_at;
  std::string detail;
  friend bool operator==(const lock_scan&, const lock_scan&) = default;
};

struct lock_health {
  std::string lock_id;
  std::string name;
  std::int64_t by_callback = 0;
  std::int64_t by_pull = 0;
  std::int64_t late = 0;
  std::optional<std::int64_t> delay_p50_ms;
  std::optional<std::int64_t> delay_p95_ms;
  std::optional<std::int64_t> delay_max_ms;
  std::vector<silence> gaps;
  std::int64_t hours_covered = 0;
  std::int64_t hours_doubtful = 0;
  std::int64_t hours_blind = 0;
  std::vector<coverage_hour> hours; ///< Of the window, oldest first; `coverage.from` and `.marks`.
  std::optional<instant> last_contact;
  std::vector<lock_scan> scans; ///< The newest first.
  friend bool operator==(const lock_health&, const lock_health&) = default;
};

struct health_report {
  std::vector<gateway_health> gateways;
  std::vector<lock_health> locks;
  std::vector<device> devices;
  std::string month; ///< Of TTLock's cloud, "2025-03".
  std::int64_t calls_used = 0;
  std::optional<std::int64_t> calls_limit;
  std::int64_t rejects = 0; ///< What the intake could not read.
  friend bool operator==(const health_report&, const health_report&) = default;
};

[[nodiscard]] result<lock_health> decode_lock_health(std::string_view text);
[[nodiscard]] result<health_report> decode_health_report(std::string_view text);

} // namespace palang::protocol
