#include "shared/protocol/outbox_copy.hpp"

#include "shared/core/compression.hpp"
#include "shared/protocol/codec.hpp"

#include <algorithm>
#include <sstream>
#include <string_view>

namespace palang::protocol {

namespace {

constexpr std::string_view first_line = "palang-outbox-2";
/// Of lines, unpacked: twenty times what a week offline makes.
constexpr std::size_t max_plain_bytes = 128 * 1024 * 1024;

std::string lines_of(const outbox_copy& copy) {
  std::vector<std::string> photos;
  for (const auto& sha256 : copy.photos)
    photos.push_back(text(sha256));
  auto out = std::string{first_line} + '\n'
             + object({{"device_no", number(copy.device_no)},
                       {"made_at", number(to_ms(copy.made_at))},
                       {"photos", array(photos)}})
             + '\n';
  for (const auto& row : copy.rows)
    out += object({{"username", text(row.username)}, {"submit", encode(row.content)}}) + '\n';
  return out;
}

std::span<const std::uint8_t> bytes_of(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

result<copied_submission> read_row(const std::string& line) {
  const auto username = member_of(line, "username");
  const auto frame = member_of(line, "submit");
  if (!username || !frame)
    return fail(errc::invalid, "a line holds no submission");
  auto content = decode_submit(*frame);
  if (!content)
    return fail(content.error());
  return copied_submission{string_of(*username).value_or(""), std::move(*content)};
}

result<outbox_copy> read_lines(const std::string& lines) {
  std::istringstream in{lines};
  std::string line;
  if (!std::getline(in, line) || line != first_line || !std::getline(in, line))
    return fail(errc::invalid, "this is no copy of an outbox");
  const auto device_no = member_of(line, "device_no").map(number_of);
  const auto made_at = member_of(line, "made_at").map(number_of);
  if (!device_no || !*device_no || !made_at || !*made_at)
    return fail(errc::invalid, "the copy does not say whose it is");
  outbox_copy out{static_cast<std::uint16_t>(**device_no), from_ms(**made_at), {}, {}};
  const auto photos = items_of(line, "photos");
  if (!photos)
    return fail(errc::invalid, "the copy does not say which photos wait");
  for (const auto& sha256 : *photos)
    out.photos.push_back(string_of(sha256).value_or(""));
  while (std::getline(in, line)) {
    auto row = read_row(line);
    if (!row)
      return fail(row.error());
    out.rows.push_back(std::move(*row));
  }
  return out;
}

} // namespace

result<crypto::bytes> seal_outbox(const outbox_copy& copy, const crypto::secret_key& device,
                                  const crypto::public_key& site) {
  // What is sealed cannot be packed any more.
  const auto packed = deflated(bytes_of(lines_of(copy)));
  const auto sig = crypto::sign(packed, device);
  crypto::bytes whole{sig.begin(), sig.end()};
  whole.insert(whole.end(), packed.begin(), packed.end());
  auto sealed = crypto::seal(whole, site);
  if (sealed.empty())
    return fail(errc::invalid, "the site's key is no key");
  return sealed;
}

result<outbox_copy> open_outbox(std::span<const std::uint8_t> sealed, const crypto::key_pair& site,
                                const find_device_key& find_key) {
  const auto whole = crypto::open_sealed(sealed, site);
  crypto::signature sig{};
  if (!whole || whole->size() < sig.size())
    return fail(errc::invalid, "the file is damaged, or sealed to another site");
  const auto body = std::span{*whole}.subspan(sig.size());
  std::ranges::copy(std::span{*whole}.first(sig.size()), sig.begin());
  const auto lines = inflated(body, max_plain_bytes);
  if (!lines)
    return fail(errc::invalid, "this is no copy of an outbox");
  auto copy = read_lines(std::string{lines->begin(), lines->end()});
  if (!copy)
    return copy;
  const auto key = find_key(copy->device_no);
  if (!key)
    return fail(errc::unknown_device, "no device has this number");
  if (!crypto::verify(body, sig, *key))
    return fail(errc::forbidden, "the device did not make this file");
  return copy;
}

} // namespace palang::protocol
