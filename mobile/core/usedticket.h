#pragma once

#include "mobile/core/store.h"

#include <string>

namespace palang::mobile {

/// A car left on this device with this ticket's text alone: no session tells of it.
[[nodiscard]] bool isUsedHere(const Store& store, const std::string& ticket);

} // namespace palang::mobile
