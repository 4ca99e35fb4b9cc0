#pragma once

#include "server/storage/records.hpp"
#include "shared/core/crypto.hpp"

namespace palang::ledger {

/// The site's own key pair: what handhelds seal to it and agree with it on. Made with the database
/// and kept in it, so that a restored site can still read what was sealed before.
/// Errors: corrupt; the storage's.
[[nodiscard]] result<crypto::key_pair> site_key(storage::config_repository& configs);

} // namespace palang::ledger
