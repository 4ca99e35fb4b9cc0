#pragma once

#include "server/ledger/context.hpp"
#include "server/storage/sessions.hpp"
#include "shared/domain/ticket.hpp"

#include <optional>

namespace palang::ledger {

/// What an exit is about: a session that the server has, a ticket whose signature proves the entry,
/// both or neither.
struct exit_target {
  std::optional<storage::stored_session> stay; ///< Merged ones followed to the one that was kept.
  std::optional<domain::ticket> ticket;
};

/// Errors: bad_ticket; invalid when neither session nor ticket is named.
[[nodiscard]] result<exit_target> find_exit_target(context& c, const protocol::exit_data& d);

/// A new exit_only session with what the ticket claims. Its id is the client's, or a new one.
[[nodiscard]] storage::stored_session orphan_of(const context& c, const protocol::exit_data& d,
                                                const exit_target& target);

/// The session, or the one that it was merged into. Nullopt when it is unknown.
[[nodiscard]] result<std::optional<storage::stored_session>> find_kept(context& c, uuid id);

} // namespace palang::ledger
