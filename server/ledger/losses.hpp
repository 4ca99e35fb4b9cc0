#pragma once

#include "server/ledger/voice.hpp"

namespace palang::ledger {

/// When a scan ended well: raises records_lost for what of the gaps that it covers the lock or the
/// cloud could not keep, unless that was plain at the end of a scan before it.
[[nodiscard]] result<void> look_for_losses(const voice& v, const storage::stored_scan& scan);

} // namespace palang::ledger
