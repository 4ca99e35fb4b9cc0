#pragma once

#include "mobile/core/store.h"
#include "shared/core/crypto.hpp"

namespace palang::mobile {

/// Who this device is: an id and the key that signs its tickets.
struct DeviceIdentity {
  uuid id;
  crypto::key_pair keys;
};

/// Reads the device's identity, or makes it at the first start.
/// Errors: the store's; corrupt when what is kept cannot be read (a new key would orphan printed
/// tickets, so none is made).
[[nodiscard]] result<DeviceIdentity> deviceIdentity(Store& store, instant now);

/// The person as kept between starts. Errors of saving: the store's.
[[nodiscard]] std::optional<Identity> keptIdentity(const Store& store);
[[nodiscard]] result<void> keepIdentity(Store& store, const Identity& identity);
[[nodiscard]] result<void> forgetIdentity(Store& store);

} // namespace palang::mobile
