#pragma once

#include "shared/protocol/objects.hpp"

#include <optional>
#include <span>

namespace palang::domain {

/// A cause explains a record from 5 s before it to 60 s after it, on corrected time.
inline constexpr milliseconds match_before = std::chrono::seconds{5};
inline constexpr milliseconds match_after = std::chrono::seconds{60};
/// What is waited for the other half before an opening is judged.
inline constexpr milliseconds cause_grace = std::chrono::minutes{2};
inline constexpr milliseconds record_grace = std::chrono::minutes{3};

/// Of the openings that wait for a record, the one that a record at `at` belongs to: commands first
/// when the record came through a gateway, else sessions first; then the nearest. Nullptr: none.
[[nodiscard]] const protocol::opening* cause_for(std::span<const protocol::opening> waiting,
                                                 instant at, bool is_by_gateway);

/// Of the openings that a record began, the one that a cause at `at` explains: the nearest; one
/// that a named person explains only if no other fits. Nullptr: none.
[[nodiscard]] const protocol::opening* record_for(std::span<const protocol::opening> recorded,
                                                  instant at);

} // namespace palang::domain
