#pragma once

#include "server/ledger/working_state.hpp"
#include "server/storage/repositories.hpp"

#include <string>
#include <string_view>

namespace palang::ledger {

/// What anything that happens inside a transaction is told with: the journal and the alerts, at one
/// moment. Cheap to copy.
struct voice {
  storage::repositories& db;
  working_state& state;
  instant now{};

  [[nodiscard]] const protocol::config& config() const { return state.facts.config->document; }

  /// Appends to the journal. `data`: the encoded object under its name.
  [[nodiscard]] result<void> emit(protocol::topic t, std::string_view kind, std::string data) const;
  /// Stores an alert (id and time are filled in) with its event; returns its id.
  [[nodiscard]] result<uuid> raise(protocol::alert what) const;
  /// One that is resolved already stays as it is.
  [[nodiscard]] result<void> resolve(protocol::alert what, const std::string& note) const;
};

} // namespace palang::ledger
