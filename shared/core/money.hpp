#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace palang {

/// Whole rupiah. Never a fraction, never a float; negative only as a difference or a correction.
struct rupiah {
  std::int64_t value = 0;

  friend constexpr auto operator<=>(const rupiah&, const rupiah&) = default;
  friend constexpr rupiah operator+(rupiah a, rupiah b) noexcept { return {a.value + b.value}; }
  friend constexpr rupiah operator-(rupiah a, rupiah b) noexcept { return {a.value - b.value}; }
  friend constexpr rupiah operator*(rupiah a, std::int64_t n) noexcept { return {a.value * n}; }
  constexpr rupiah& operator+=(rupiah b) noexcept {
    value += b.value;
    return *this;
  }
};

/// As people write it: `Rp5.000`, `-Rp500` (period groups, no decimals).
[[nodiscard]] std::string to_display(rupiah amount);

} // namespace palang
