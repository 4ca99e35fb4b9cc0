#pragma once

#include "server/storage/soci/statement.hpp"
#include "shared/core/clock.hpp"
#include "shared/core/money.hpp"
#include "shared/core/uuid.hpp"

#include <concepts>
#include <optional>
#include <string>

/// How Palang's values stand in columns: ids and enum words as text, times as UTC ms, money as
/// rupiah, booleans as 0 and 1.
namespace palang::storage {

[[nodiscard]] inline integer column(instant at) {
  return to_ms(at);
}
[[nodiscard]] inline integer column(milliseconds span) {
  return span.count();
}
[[nodiscard]] inline integer column(rupiah amount) {
  return amount.value;
}
[[nodiscard]] inline integer column(bool claim) {
  return claim ? 1 : 0;
}
[[nodiscard]] inline text column(const uuid& id) {
  return to_string(id);
}

[[nodiscard]] inline maybe<integer> column(const std::optional<instant>& at) {
  return maybe<integer>{at ? std::optional<integer>{to_ms(*at)} : std::nullopt};
}
[[nodiscard]] inline maybe<integer> column(const std::optional<rupiah>& amount) {
  return maybe<integer>{amount ? std::optional<integer>{amount->value} : std::nullopt};
}
[[nodiscard]] inline maybe<integer> column(const std::optional<milliseconds>& span) {
  return maybe<integer>{span ? std::optional<integer>{span->count()} : std::nullopt};
}
template <std::integral T>
[[nodiscard]] maybe<integer> column(const std::optional<T>& number) {
  return maybe<integer>{std::optional<integer>{number}};
}
[[nodiscard]] inline maybe<text> column(const std::optional<uuid>& id) {
  return maybe<text>{id ? std::optional<text>{to_string(*id)} : std::nullopt};
}
[[nodiscard]] inline maybe<text> column(const std::optional<std::string>& words) {
  return maybe<text>{words};
}

/// Throws bad_row when the stored word has no meaning.
template <class T>
[[nodiscard]] T known(std::optional<T> read, const text& stored) {
  if (!read)
    throw bad_row("a stored value cannot be read: " + stored);
  return *read;
}

[[nodiscard]] inline uuid as_uuid(const text& stored) {
  return known(parse_uuid(stored), stored);
}
[[nodiscard]] inline std::optional<uuid> as_uuid(const maybe<text>& stored) {
  return stored.has_value() ? std::optional{as_uuid(stored.value)} : std::nullopt;
}
[[nodiscard]] inline std::optional<instant> as_instant(const maybe<integer>& stored) {
  return stored.has_value() ? std::optional{from_ms(stored.value)} : std::nullopt;
}
[[nodiscard]] inline std::optional<rupiah> as_rupiah(const maybe<integer>& stored) {
  return stored.has_value() ? std::optional{rupiah{stored.value}} : std::nullopt;
}
/// For numbers whose range the writer guaranteed.
template <class T>
[[nodiscard]] T narrow(integer stored) {
  const auto value = static_cast<T>(stored);
  if (static_cast<integer>(value) != stored)
    throw bad_row("a stored number is out of range: " + std::to_string(stored));
  return value;
}

} // namespace palang::storage
