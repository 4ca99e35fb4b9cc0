#include "mobile/core/deviceidentity.h"

#include "shared/protocol/codec.hpp"

#include <algorithm>
#include <array>

namespace palang::mobile {

namespace {

constexpr auto deviceIdKey = "device.id";
constexpr auto deviceSeedKey = "device.seed";
constexpr auto identityKey = "identity";

using Seed = std::array<std::uint8_t, 32>;

[[nodiscard]] result<DeviceIdentity> makeDevice(Store& store, instant now) {
  Seed seed;
  crypto::random_fill(seed);
  const DeviceIdentity made{make_uuid_v7(now), crypto::key_pair_from_seed(seed)};
  return store.setSetting(deviceSeedKey, crypto::to_base64(seed))
      .and_then([&] { return store.setSetting(deviceIdKey, to_string(made.id)); })
      .map([&] { return made; });
}

[[nodiscard]] std::string textMember(std::string_view json, std::string_view name) {
  const auto member = protocol::member_of(json, name);
  return member ? protocol::string_of(*member).value_or("") : "";
}

} // namespace

result<DeviceIdentity> deviceIdentity(Store& store, instant now) {
  const auto idText = store.setting(deviceIdKey);
  if (!idText)
    return makeDevice(store, now);
  const auto id = parse_uuid(*idText);
  const auto seedBytes = crypto::from_base64(store.setting(deviceSeedKey).value_or(""));
  Seed seed;
  if (!id || !seedBytes || seedBytes->size() != seed.size())
    return fail(errc::corrupt, "the device's key cannot be read", "device.seed");
  std::ranges::copy(*seedBytes, seed.begin());
  return DeviceIdentity{*id, crypto::key_pair_from_seed(seed)};
}

std::optional<Identity> keptIdentity(const Store& store) {
  const auto json = store.setting(identityKey);
  if (!json)
    return std::nullopt;
  const auto user = protocol::member_of(*json, "user").and_then(protocol::decode_user);
  const auto siteId = parse_uuid(textMember(*json, "site_id"));
  const auto expires = protocol::member_of(*json, "expires_at").map(protocol::number_of);
  if (!user || !siteId || !expires || !*expires)
    return std::nullopt;
  return Identity{textMember(*json, "server_url"),
                  textMember(*json, "token"),
                  from_ms(**expires),
                  *user,
                  *siteId,
                  textMember(*json, "site_name")};
}

result<void> keepIdentity(Store& store, const Identity& identity) {
  return store.setSetting(
      identityKey, protocol::object({{"server_url", protocol::text(identity.serverUrl)},
                                     {"token", protocol::text(identity.token)},
                                     {"expires_at", protocol::number(to_ms(identity.expiresAt))},
                                     {"user", protocol::encode(identity.user)},
                                     {"site_id", protocol::text(to_string(identity.siteId))},
                                     {"site_name", protocol::text(identity.siteName)}}));
}

result<void> forgetIdentity(Store& store) {
  return store.removeSetting(identityKey);
}

} // namespace palang::mobile
