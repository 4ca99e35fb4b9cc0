#pragma once

#include "server/ledger/lock_side.hpp"
#include "server/ledger/voice.hpp"

namespace palang::ledger {

/// A running scan of the lock for the same reason is returned instead of a second one.
[[nodiscard]] result<storage::stored_scan> begin_scan(const voice& v, const scan_request& what);

/// One that stands for itself.
[[nodiscard]] result<storage::stored_scan> new_scan(const voice& v, const scan_request& what);

/// Takes the page's records and moves the scan on; one that has ended stays as it is. When it
/// ends, losses are looked for. Errors: not_found for an unknown scan.
[[nodiscard]] result<void> advance_scan(const voice& v, const scan_step& step);

} // namespace palang::ledger
