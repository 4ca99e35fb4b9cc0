#pragma once

#include "shared/core/clock.hpp"

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace palang {

/// 128-bit id (RFC 9562). Text form: 36 characters, lower case.
struct uuid {
  std::array<std::uint8_t, 16> bytes{};

  [[nodiscard]] bool is_nil() const noexcept { return *this == uuid{}; }
  friend auto operator<=>(const uuid&, const uuid&) = default;
};

[[nodiscard]] std::string to_string(const uuid& id);
/// Accepts the 36-character form in either case; anything else is nullopt.
[[nodiscard]] std::optional<uuid> parse_uuid(std::string_view text) noexcept;

/// Version 7: 48-bit `at` in UTC ms, then random bits. Ordered by time to the millisecond. Thread: any.
[[nodiscard]] uuid make_uuid_v7(instant at);
/// Version 5 (SHA-1, name-based): the same name always gives the same id. Used to import files harmlessly twice.
[[nodiscard]] uuid make_uuid_v5(const uuid& name_space, std::string_view name);

} // namespace palang

template <>
struct std::hash<palang::uuid> {
  std::size_t operator()(const palang::uuid& id) const noexcept {
    std::size_t h = 0;
    for (auto byte : id.bytes)
      h = h * 1099511628211ULL + byte;
    return h;
  }
};
