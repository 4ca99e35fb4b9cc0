#pragma once

#include "server/ledger/context.hpp"
#include "server/ledger/kinds.hpp"
#include "server/storage/sessions.hpp"
#include "shared/domain/fee.hpp"
#include "shared/domain/plate.hpp"
#include "shared/domain/ticket.hpp"

#include <optional>
#include <string>
#include <string_view>

/// Steps that entries, exits and corrections share.
namespace palang::ledger {

/// Errors: unknown_gate; invalid when the gate does not go `way` (in or out).
[[nodiscard]] result<const protocol::gate_config*>
gate_for(const context& c, const std::string& gate_id, protocol::gate_direction way);
/// Errors: bad_vehicle_type.
[[nodiscard]] result<domain::vehicle_class> vehicle_for(const context& c, const std::string& word);

void add_flag(protocol::session& s, std::string_view flag);
[[nodiscard]] bool has_flag(const protocol::session& s, std::string_view flag);
void set_plate(protocol::session& s, const domain::plate& p);

/// Notes photos that have not arrived.
[[nodiscard]] result<void> expect_photo(context& c, protocol::session& s,
                                        const std::optional<std::string>& sha256);

/// Raises clock_fault when the submission's clock cannot be believed.
[[nodiscard]] result<void> tell_clock_fault(context& c, const protocol::session& s);

/// The fee of a stay whose exit is known, with the second-grace rule; nullopt when no amount can be
/// told (no tariff for the class, an orphan, an exit before its entry): then a supervisor decides.
[[nodiscard]] result<std::optional<domain::fee>> price_session(context& c,
                                                               const storage::stored_session& s);

/// Sets fee and review flag. The fee_difference alert is another step: tell_fee_difference.
void set_fee(protocol::session& s, const std::optional<domain::fee>& priced);
/// Raises fee_difference when what was charged is not the fee; resolves an older one when it is.
[[nodiscard]] result<void> tell_fee_difference(context& c, const protocol::session& s);

/// What a ticket says, its signature checked. Errors: bad_ticket.
[[nodiscard]] result<domain::ticket> verified_ticket(context& c, const std::string& text);

/// `{"session": …}` in the journal and in the answer.
[[nodiscard]] result<effect> tell_session(context& c, std::string_view kind,
                                          const protocol::session& s);

} // namespace palang::ledger
