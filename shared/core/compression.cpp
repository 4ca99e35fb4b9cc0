#include "shared/core/compression.hpp"

#include <zlib.h>

#include <algorithm>

namespace palang {

namespace {

constexpr std::size_t first_guess = 64 * 1024;

} // namespace

crypto::bytes deflated(std::span<const std::uint8_t> plain) {
  auto size = compressBound(static_cast<uLong>(plain.size()));
  crypto::bytes out(size);
  // It cannot fail: the room is zlib's own bound.
  compress2(out.data(), &size, plain.data(), static_cast<uLong>(plain.size()), Z_BEST_COMPRESSION);
  out.resize(size);
  return out;
}

std::optional<crypto::bytes> inflated(std::span<const std::uint8_t> packed,
                                      std::size_t most_bytes) {
  // The stream does not tell its size, and whoever made it must not choose how much memory it
  // takes.
  for (auto room = std::min(first_guess, most_bytes);; room = std::min(room * 4, most_bytes)) {
    crypto::bytes out(room);
    auto size = static_cast<uLongf>(room);
    const auto outcome =
        uncompress(out.data(), &size, packed.data(), static_cast<uLong>(packed.size()));
    if (outcome == Z_OK) {
      out.resize(size);
      return out;
    }
    if (outcome != Z_BUF_ERROR || room == most_bytes)
      return std::nullopt;
  }
}

} // namespace palang
