#pragma once

#include "shared/core/result.hpp"
#include "shared/domain/tariff.hpp"
#include "shared/protocol/objects.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// The configuration document (PROTOCOL section 7): one JSON object, versioned as a whole.
namespace palang::protocol {

struct utc_offset {
  instant from{};
  std::int32_t offset_min = 0; ///< Minutes east of UTC.
  friend bool operator==(const utc_offset&, const utc_offset&) = default;
};

struct site_config {
  uuid id;
  std::uint16_t number = 0; ///< Goes into the ticket.
  std::string name;
  std::string tz = "Asia/Jakarta";
  std::vector<utc_offset> utc_offsets; ///< So that a client without zone data can show local time.
  std::int32_t tax_rate_pct = 10;
  std::string language = "id"; ///< Of who has chosen none: id or en.
  friend bool operator==(const site_config&, const site_config&) = default;
};

struct zone_config {
  std::string id;
  std::string name;
  std::map<domain::vehicle_class, std::int64_t> capacity; ///< Per class; vehicles.
  std::int32_t warn_pct = 75;
  std::int32_t crit_pct = 90;
  friend bool operator==(const zone_config&, const zone_config&) = default;
};

struct gate_config {
  std::string id;
  std::string name;
  gate_direction direction = gate_direction::in;
  std::string zone_id;
  std::optional<std::string> lock_id;
  friend bool operator==(const gate_config&, const gate_config&) = default;
};

struct vehicle_type_config {
  domain::vehicle_class id = domain::vehicle_class::mobil;
  std::string name_id;
  std::string name_en;
  std::int32_t order = 0;
  friend bool operator==(const vehicle_type_config&, const vehicle_type_config&) = default;
};

struct lock_config {
  std::string id; ///< TTLock's lockId as text.
  std::string name;
  friend bool operator==(const lock_config&, const lock_config&) = default;
};

/// Days; 0 keeps for ever. Sessions and money are never removed.
/// How long and how much is kept; 0: without end. Sessions, money, submissions and audit always
/// are.
struct retention_config {
  std::int32_t photos_days = 30;
  std::int32_t photos_mib = 0; ///< All of them together; the oldest go first.
  std::int32_t journal_days = 90;
  std::int32_t journal_events = 0;
  std::int32_t logs_days = 30;
  std::int32_t archive_days = 7; ///< On the handhelds, after the server applied a record.
  friend bool operator==(const retention_config&, const retention_config&) = default;
};

struct config {
  site_config site;
  std::vector<zone_config> zones;
  std::vector<gate_config> gates;
  std::vector<vehicle_type_config> vehicle_types;
  std::vector<domain::tariff> tariffs;
  std::vector<lock_config> locks;
  retention_config retention;
  friend bool operator==(const config&, const config&) = default;

  [[nodiscard]] const gate_config* find_gate(const std::string& id) const;
  [[nodiscard]] const vehicle_type_config* find_vehicle_type(domain::vehicle_class c) const;
};

/// Cross-checks that no single field shows: unique ids, gates in known zones, a tariff for every
/// vehicle type, minutes and amounts in their ranges, a plausible time zone.
/// Errors: invalid, `field` a JSON pointer such as "/gates/2/zone_id".
[[nodiscard]] result<void> validate(const config& document);

} // namespace palang::protocol
