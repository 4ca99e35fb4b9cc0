#include "shared/protocol/handover_invitation.hpp"

#include "shared/domain/base45.hpp"

#include <algorithm>

namespace palang::protocol {

namespace {

constexpr std::string_view prefix = "PI1:";
constexpr std::size_t address_bytes = 4;
constexpr std::size_t check_bytes = 4;
constexpr std::size_t head_bytes = 6 + sizeof(handover_secret);

void put(crypto::bytes& out, std::uint16_t value) {
  out.push_back(static_cast<std::uint8_t>(value >> 8));
  out.push_back(static_cast<std::uint8_t>(value & 0xff));
}

std::uint16_t number_at(std::span<const std::uint8_t> bytes, std::size_t at) {
  return static_cast<std::uint16_t>(bytes[at] << 8 | bytes[at + 1]);
}

} // namespace

std::string encode(const handover_invitation& invitation) {
  crypto::bytes out;
  for (const auto value : {invitation.site_no, invitation.device_no, invitation.port})
    put(out, value);
  out.insert(out.end(), invitation.secret.begin(), invitation.secret.end());
  const auto count = std::min(invitation.addresses.size(), max_handover_addresses);
  for (std::size_t i = 0; i < count; ++i) {
    put(out, static_cast<std::uint16_t>(invitation.addresses[i] >> 16));
    put(out, static_cast<std::uint16_t>(invitation.addresses[i] & 0xffff));
  }
  const auto check = crypto::sha256_of(out);
  out.insert(out.end(), check.begin(), check.begin() + check_bytes);
  return std::string{prefix} + domain::to_base45(out);
}

result<handover_invitation> read_handover_invitation(std::string_view text) {
  if (!text.starts_with(prefix))
    return fail(errc::invalid, "this code is no invitation to a hand-over");
  const auto bytes = domain::from_base45(text.substr(prefix.size()));
  if (!bytes || bytes->size() < head_bytes + address_bytes + check_bytes)
    return fail(errc::corrupt, "a damaged invitation");
  const std::span whole{*bytes};
  const auto body = whole.first(whole.size() - check_bytes);
  const auto check = crypto::sha256_of(body);
  const auto addresses = body.subspan(head_bytes);
  if (!std::ranges::equal(whole.last(check_bytes), std::span{check}.first(check_bytes))
      || addresses.size() % address_bytes != 0
      || addresses.size() > max_handover_addresses * address_bytes)
    return fail(errc::corrupt, "a damaged invitation");
  handover_invitation out{number_at(body, 0), number_at(body, 2), number_at(body, 4), {}, {}};
  std::ranges::copy(body.subspan(6, out.secret.size()), out.secret.begin());
  for (std::size_t at = 0; at < addresses.size(); at += address_bytes)
    out.addresses.push_back(std::uint32_t{number_at(addresses, at)} << 16
                            | number_at(addresses, at + 2));
  return out;
}

} // namespace palang::protocol
