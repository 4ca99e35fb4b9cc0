#pragma once

#include "shared/core/crypto.hpp"

#include <cstddef>
#include <optional>
#include <span>

namespace palang {

/// zlib's stream (RFC 1950), packed as tightly as it can. Thread: any.
[[nodiscard]] crypto::bytes deflated(std::span<const std::uint8_t> plain);
/// nullopt when it is damaged, or would grow over `most_bytes`.
[[nodiscard]] std::optional<crypto::bytes> inflated(std::span<const std::uint8_t> packed,
                                                    std::size_t most_bytes);

} // namespace palang
