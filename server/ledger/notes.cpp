#include "server/ledger/kinds.hpp"
#include "server/ledger/site_key.hpp"
#include "server/ledger/try.hpp"
#include "shared/domain/approval.hpp"
#include "shared/protocol/codec.hpp"

#include <algorithm>

namespace palang::ledger {

namespace {

result<crypto::public_key> key_of_device(context& c, std::uint16_t number) {
  PALANG_TRY(devices, c.db.devices.all());
  const auto device = std::ranges::find(devices, number, &protocol::device::device_no);
  if (device == devices.end() || device->status != protocol::device_status::approved)
    return fail(errc::unknown_device, "no approved device has this number", "data.device_no");
  const auto bytes = crypto::from_base64(device->key);
  crypto::public_key key{};
  if (!bytes || bytes->size() != key.size())
    return fail(errc::corrupt, "the device's key cannot be read");
  std::ranges::copy(*bytes, key.begin());
  return key;
}

} // namespace

result<effect> apply(context& c, const protocol::note_data& d) {
  const auto about = d.session_id ? "session/" + to_string(*d.session_id)
                                  : "device/" + std::to_string(c.from.by.device_no);
  const auto what = protocol::object({{"what", protocol::text(to_string(d.what))}});
  PALANG_CHECK(c.note(about, "", what, d.text));
  return effect{protocol::object({}), d.session_id};
}

result<effect> apply(context& c, const protocol::approval_answer_data& d) {
  if (!domain::is_challenge(d.challenge))
    return fail(errc::invalid, "a challenge has six digits", "data.challenge");
  PALANG_TRY(device, key_of_device(c, d.device_no));
  PALANG_TRY(site, site_key(c.db.configs));
  const auto key = crypto::agree(site.sec, device);
  if (!key)
    return fail(errc::corrupt, "the device's key is no key");
  PALANG_CHECK(c.note("device/" + std::to_string(d.device_no), "",
                      protocol::object({{"challenge", protocol::text(d.challenge)},
                                        {"amount", protocol::number(d.amount.value)}}),
                      ""));
  const auto code = domain::approval_code(d.device_no, d.challenge, d.amount, *key);
  return effect{protocol::object({{"code", protocol::text(code)}}), std::nullopt};
}

} // namespace palang::ledger
