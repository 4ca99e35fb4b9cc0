#pragma once

#include "server/ledger/context.hpp"

namespace palang::ledger {

/// The outer result fails with the storage; the inner one is the answer to the person, and what it
/// wrote is kept.
[[nodiscard]] result<result<token_grant>> log_in(storage::repositories& db, working_state& state,
                                                 const writer::login_facts& facts);

} // namespace palang::ledger
