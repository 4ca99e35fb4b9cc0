#pragma once

#include "shared/core/result.hpp"
#include "shared/protocol/config.hpp"

namespace palang::domain {

/// Whether `after` may follow `before` at `now`: what already priced a stay or names the site in
/// tickets stays as it is. Errors: invalid, `field` a JSON pointer: a tariff version in force was
/// changed or removed, or the site's number.
[[nodiscard]] result<void> check_change(const protocol::config& before,
                                        const protocol::config& after, instant now);

} // namespace palang::domain
