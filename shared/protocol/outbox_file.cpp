#include "shared/protocol/outbox_file.hpp"

#include "shared/protocol/limits.hpp"
#include "shared/protocol/outbox_copy.hpp"

#include <algorithm>
#include <string>

namespace palang::protocol {

namespace {

/// A photo grows by its seal; a week's records fit many times.
constexpr std::size_t max_piece_bytes = 64 * 1024 * 1024;
static_assert(max_piece_bytes > 2 * std::max(limits::max_photo_bytes, max_sealed_bytes));

bool read_into(std::ifstream& in, void* out, std::size_t size) {
  return static_cast<bool>(in.read(static_cast<char*>(out), static_cast<std::streamsize>(size)));
}

} // namespace

std::array<std::uint8_t, 4> piece_head(std::size_t size) {
  std::array<std::uint8_t, 4> out{};
  for (auto& byte : out)
    byte = static_cast<std::uint8_t>(size >> (24 - 8 * (&byte - out.data())) & 0xff);
  return out;
}

result<outbox_file_reader> outbox_file_reader::open(const std::filesystem::path& path) {
  std::ifstream in{path, std::ios::binary};
  if (!in)
    return fail(errc::not_found, "cannot read " + path.string());
  std::string line(outbox_file_line.size(), '\0');
  if (!read_into(in, line.data(), line.size()) || line != outbox_file_line)
    return fail(errc::invalid, "this is no copy of an outbox");
  return outbox_file_reader{std::move(in)};
}

bool outbox_file_reader::is_at_end() {
  return in_.peek() == std::ifstream::traits_type::eof();
}

result<crypto::bytes> outbox_file_reader::next() {
  std::array<std::uint8_t, 4> head{};
  if (!read_into(in_, head.data(), head.size()))
    return fail(errc::invalid, "the file ends too early");
  std::size_t size = 0;
  for (const auto byte : head)
    size = size << 8 | byte;
  if (size > max_piece_bytes)
    return fail(errc::invalid, "the file is damaged");
  crypto::bytes out(size);
  if (!read_into(in_, out.data(), out.size()))
    return fail(errc::invalid, "the file ends too early");
  return out;
}

} // namespace palang::protocol
