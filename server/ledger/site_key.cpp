#include "server/ledger/site_key.hpp"

#include "server/ledger/try.hpp"

#include <algorithm>

namespace palang::ledger {

result<crypto::key_pair> site_key(storage::config_repository& configs) {
  PALANG_TRY(text, configs.site_seed());
  const auto bytes = crypto::from_base64(text);
  std::array<std::uint8_t, 32> seed{};
  if (!bytes || bytes->size() != seed.size())
    return fail(errc::corrupt, "the site's key cannot be read");
  std::ranges::copy(*bytes, seed.begin());
  return crypto::key_pair_from_seed(seed);
}

} // namespace palang::ledger
