#pragma once

#include "shared/core/error.hpp"

#include <QString>

namespace palang::mobile {

/// Why nothing can be handed over, with the next step.
[[nodiscard]] QString sealTrouble(const error& why);

} // namespace palang::mobile
