#pragma once

#include "server/ledger/context.hpp"

#include <optional>

namespace palang::ledger {

/// Records what was paid and binds it to the shift in which the device took it, open or closed
/// since; a closed one is reckoned again. No payment, or none of an amount, is no record.
[[nodiscard]] result<void> take_payment(context& c, const uuid& session,
                                        const std::optional<protocol::payment>& paid);

} // namespace palang::ledger
