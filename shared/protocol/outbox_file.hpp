#pragma once

#include "shared/core/crypto.hpp"
#include "shared/core/result.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string_view>

/// The file of a second copy: a first line, then pieces, each its size (4 bytes, big-endian) and so
/// many bytes. The first piece is the sealed outbox (outbox_copy.hpp); each one after it is a
/// photo, sealed by itself, so that ten thousand of them never stand in memory at once.
namespace palang::protocol {

inline constexpr std::string_view outbox_file_line = "palang-copy-1\n";

/// What stands before a piece.
[[nodiscard]] std::array<std::uint8_t, 4> piece_head(std::size_t size);

/// Reads one, a piece at a time. Thread: one.
class outbox_file_reader {
public:
  /// Errors: not_found (no such file), invalid (another kind of file).
  [[nodiscard]] static result<outbox_file_reader> open(const std::filesystem::path& path);

  [[nodiscard]] bool is_at_end();
  /// Errors: invalid (the file ends too early, or a piece is too large to be one).
  [[nodiscard]] result<crypto::bytes> next();

private:
  explicit outbox_file_reader(std::ifstream in) : in_{std::move(in)} {}

  std::ifstream in_;
};

} // namespace palang::protocol
