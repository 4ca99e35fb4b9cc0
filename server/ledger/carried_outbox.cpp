#include "server/ledger/carried_outbox.hpp"

#include "server/ledger/try.hpp"
#include "shared/protocol/codec.hpp"
#include "shared/protocol/outbox_copy.hpp"

#include <algorithm>
#include <map>

namespace palang::ledger {

namespace {

using protocol::kind_of;

result<std::vector<protocol::device>> devices_of(reader& from, instant now) {
  PALANG_TRY(answer, from.query(protocol::device_list{}, {}, now));
  PALANG_TRY(items, protocol::items_of(answer, "devices"));
  std::vector<protocol::device> out;
  for (const auto& item : items)
    if (auto device = protocol::decode_device(item))
      out.push_back(std::move(*device));
  return out;
}

std::optional<crypto::public_key> key_of(const protocol::device& device) {
  const auto bytes = crypto::from_base64(device.key);
  crypto::public_key key{};
  if (!bytes || bytes->size() != key.size())
    return std::nullopt;
  std::ranges::copy(*bytes, key.begin());
  return key;
}

/// Each name is looked up once.
class people {
public:
  explicit people(reader& from) : from_{from} {}

  result<const std::optional<credentials>*> find(const std::string& username) {
    if (const auto known = known_.find(username); known != known_.end())
      return &known->second;
    PALANG_TRY(found, from_.find_credentials(username));
    return &known_.emplace(username, std::move(found)).first->second;
  }

private:
  reader& from_;
  std::map<std::string, std::optional<credentials>> known_;
};

submission submission_of(const protocol::copied_submission& row, const protocol::user& who,
                         const protocol::device& device, instant now) {
  return {{who.id, who.username, who.name, who.user_role, device.id, device.device_no},
          row.content,
          now,
          crypto::sha256_of(protocol::canonical(row.content))};
}

} // namespace

result<carried_outbox> read_carried(reader& from, std::span<const std::uint8_t> sealed,
                                    instant now) {
  PALANG_TRY(site, from.site_key());
  PALANG_TRY(devices, devices_of(from, now));
  const auto device_with = [&devices](std::uint16_t number) {
    return std::ranges::find(devices, number, &protocol::device::device_no);
  };
  PALANG_TRY(copy, protocol::open_outbox(sealed, site, [&](std::uint16_t number) {
               const auto found = device_with(number);
               return found == devices.end() ? std::nullopt : key_of(*found);
             }));
  carried_outbox out{copy.device_no, {}, std::move(copy.photos), {}};
  people known{from};
  for (const auto& row : copy.rows) {
    PALANG_TRY(person, known.find(row.username));
    if (*person)
      out.rows.push_back(submission_of(row, (*person)->who, *device_with(copy.device_no), now));
    else
      out.refused.push_back({row.content.id,
                             std::string{kind_of(row.content.data)},
                             {errc::forbidden, "no user " + row.username, {}}});
  }
  return out;
}

result<void> note_verdict(protocol::outbox_receipt& receipt, const submission& row,
                          const verdict& what) {
  if (const auto* yes = std::get_if<protocol::accepted>(&what)) {
    ++(yes->is_duplicate ? receipt.already_there : receipt.taken);
    return {};
  }
  const auto& why = std::get<protocol::rejected>(what).why;
  if (is_retryable(why.code))
    return fail(why);
  receipt.refused.push_back(
      {row.content.id, std::string{kind_of(row.content.data)}, {why.code, why.message, {}}});
  return {};
}

protocol::audit_entry audit_of(const protocol::outbox_receipt& receipt, const std::string& by,
                               const std::string& how, instant at) {
  protocol::audit_entry out;
  out.at = at;
  out.actor = by;
  out.action = "outbox.brought";
  out.entity = "device/" + std::to_string(receipt.device_no);
  out.after = protocol::encode(receipt);
  out.reason = how;
  return out;
}

} // namespace palang::ledger
