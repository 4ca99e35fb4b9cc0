#pragma once

#include "server/ledger/lateness.hpp"
#include "server/ledger/voice.hpp"
#include "server/ttlock/record.hpp"

#include <cstddef>
#include <vector>

namespace palang::ledger {

/// Takes what a lock recorded, once: new records are stored with lock.record, move the lock's row
/// (clock, battery, state) and count for its gateways when they come late; unlocks begin openings,
/// alarms raise forced_opening at once. Returns how many were new.
///
/// A record is the same across callback and pull by its natural key, or when it differs only in
/// what one of the two lacks. Equal ones of callbacks are one; of a pull's list, two ids are two.
/// `late` is told by the caller, at the end of its transaction.
[[nodiscard]] result<std::size_t> take_records(const voice& v,
                                               const std::vector<ttlock::lock_record>& records,
                                               protocol::record_source source, late_counts& late);

} // namespace palang::ledger
