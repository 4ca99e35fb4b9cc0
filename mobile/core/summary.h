#pragma once

#include "shared/protocol/objects.hpp"

#include <initializer_list>
#include <string>
#include <string_view>

/// The one line that lists show of a record: `B 1234 XYZ · MOBIL · in-1`.
namespace palang::mobile {

[[nodiscard]] inline std::string summaryOf(std::initializer_list<std::string_view> parts) {
  std::string out;
  for (const auto part : parts) {
    if (!out.empty())
      out += " · ";
    out += part;
  }
  return out;
}

[[nodiscard]] inline std::string shownPlate(const protocol::session& s) {
  return s.plate.empty() ? "—" : s.plate;
}

} // namespace palang::mobile
