#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace palang::domain {

/// The values are the ticket's byte (PROTOCOL section 6).
enum class vehicle_class : std::uint8_t {
  lain = 0,
  motor = 1,
  mobil = 2,
  truk = 3,
  bus = 4,
  last = bus
};

/// `LAIN` `MOTOR` `MOBIL` `TRUK` `BUS`: the wire's, the database's and the configuration's word.
[[nodiscard]] std::string_view to_string(vehicle_class c) noexcept;
/// Case does not matter; also the offline files' CAR, MOTORCYCLE, TRUCK, BUS, OTHER.
[[nodiscard]] std::optional<vehicle_class> vehicle_class_from(std::string_view word) noexcept;

} // namespace palang::domain
