#pragma once

#include "mobile/core/store.h"

#include <string>

namespace palang::mobile {

/// A record as one line: id, state, device_seq, kind, time, summary and, if refused, why; parted by
/// tabs.
[[nodiscard]] std::string asLine(const OutboxRow& row);
/// The same with the submission itself, as a JSON object.
[[nodiscard]] std::string asJson(const OutboxRow& row);

/// `2026-10-04T03:15:00Z`
[[nodiscard]] std::string isoTime(instant at);

} // namespace palang::mobile
