#include "shared/domain/ticket_body.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace palang::domain {

namespace {

constexpr std::uint8_t body_version = 1;
constexpr std::size_t plate_bytes = 7;
constexpr std::uint64_t plate_base = 37;

enum flag : std::uint8_t { nonstandard = 1, no_plate = 2, clock_uncertain = 4, cut = 8, all = 15 };

std::uint64_t plate_code(char c) {
  return static_cast<std::uint64_t>(c >= 'A' ? c - 'A' + 1 : c - '0' + 27);
}

char plate_character(std::uint64_t code) {
  return static_cast<char>(code < 27 ? 'A' + (code - 1) : '0' + (code - 27));
}

std::uint64_t pack_plate(std::string_view key) {
  std::uint64_t packed = 0;
  for (std::size_t i = 0; i < max_ticket_plate; ++i)
    packed = packed * plate_base + (i < key.size() ? plate_code(key[i]) : 0);
  return packed;
}

/// nullopt for more than 10 characters' worth or a character after the padding has begun.
std::optional<std::string> unpack_plate(std::uint64_t packed) {
  std::string key;
  for (std::size_t i = 0; i < max_ticket_plate; ++i, packed /= plate_base) {
    const auto code = packed % plate_base;
    if (code != 0)
      key.push_back(plate_character(code));
    else if (!key.empty())
      return std::nullopt;
  }
  if (packed != 0)
    return std::nullopt;
  std::ranges::reverse(key);
  return key;
}

/// Big-endian fields, one after the other.
class body_writer {
public:
  void put(std::uint64_t value, std::size_t size) {
    for (std::size_t i = size; i-- > 0;)
      body_[at_++] = static_cast<std::uint8_t>(value >> (8 * i));
  }
  [[nodiscard]] const ticket_body& body() const { return body_; }

private:
  ticket_body body_{};
  std::size_t at_ = 0;
};

class body_reader {
public:
  explicit body_reader(const ticket_body& body) : rest_{body} {}

  template <class Number>
  Number take(std::size_t size = sizeof(Number)) {
    std::uint64_t value = 0;
    for (auto byte : rest_.first(size))
      value = value << 8 | byte;
    rest_ = rest_.subspan(size);
    return static_cast<Number>(value);
  }

private:
  std::span<const std::uint8_t> rest_;
};

std::uint8_t flags_of(const ticket& t) {
  return static_cast<std::uint8_t>(
      (t.is_plate_nonstandard ? flag::nonstandard : 0) | (t.has_no_plate ? flag::no_plate : 0)
      | (t.is_clock_uncertain ? flag::clock_uncertain : 0) | (t.is_plate_cut ? flag::cut : 0));
}

} // namespace

ticket_body write_body(const ticket& t) {
  body_writer out;
  out.put(body_version, 1);
  out.put(t.site_no, 2);
  out.put(t.device_no, 2);
  out.put(t.device_seq, 4);
  out.put(t.entered_s, 4);
  out.put(static_cast<std::uint8_t>(t.vehicle), 1);
  out.put(t.tariff_version, 2);
  out.put(pack_plate(t.plate_key), plate_bytes);
  out.put(flags_of(t), 1);
  return out.body();
}

tl::expected<ticket, ticket_errc> read_body(const ticket_body& body) {
  body_reader in{body};
  if (in.take<std::uint8_t>() != body_version)
    return tl::unexpected{ticket_errc::wrong_version};
  ticket t;
  t.site_no = in.take<std::uint16_t>();
  t.device_no = in.take<std::uint16_t>();
  t.device_seq = in.take<std::uint32_t>();
  t.entered_s = in.take<std::uint32_t>();
  t.vehicle = in.take<vehicle_class>();
  t.tariff_version = in.take<std::uint16_t>();
  const auto key = unpack_plate(in.take<std::uint64_t>(plate_bytes));
  const auto flags = in.take<std::uint8_t>();
  if (!key || t.vehicle > vehicle_class::last || flags > flag::all)
    return tl::unexpected{ticket_errc::bad_body};
  t.plate_key = *key;
  t.is_plate_nonstandard = flags & flag::nonstandard;
  t.has_no_plate = flags & flag::no_plate;
  t.is_clock_uncertain = flags & flag::clock_uncertain;
  t.is_plate_cut = flags & flag::cut;
  return t;
}

} // namespace palang::domain
