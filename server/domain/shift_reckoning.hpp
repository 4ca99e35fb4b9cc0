#pragma once

#include "shared/core/money.hpp"
#include "shared/protocol/objects.hpp"

namespace palang::domain {

/// What must be in the drawer, and what is missing (negative) or too much, once it was counted.
/// Called again whenever a late record brings cash into a shift.
void reckon(protocol::shift& closed, rupiah cash_taken);

} // namespace palang::domain
