#pragma once

#include "server/ledger/voice.hpp"

namespace palang::ledger {

/// Reads what the writer keeps in memory anew. Errors: the storage's.
[[nodiscard]] result<known_facts> load_facts(storage::repositories& db);
/// Does memory still say what the database says? False when another process wrote.
[[nodiscard]] result<bool> is_current(storage::repositories& db, const known_facts& facts);

/// Answers one submission inside the open transaction and remembers the answer.
/// Errors: the storage's only; a refusal is a verdict.
[[nodiscard]] result<verdict> settle(storage::repositories& db, working_state& state,
                                     const submission& s);

/// What is told once per transaction: the occupancy of the gates that were used.
[[nodiscard]] result<void> finish(storage::repositories& db, working_state& state, instant at);

} // namespace palang::ledger
