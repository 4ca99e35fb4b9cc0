#pragma once

#include "server/ledger/ledger.hpp"

#include <functional>
#include <memory>

namespace palang::actors {
class outbound;
}

namespace palang::commands {

/// What stands in front of the database and the network of a server. palangd leaves both empty;
/// programs for tests put something between that fails or dies at a named step.
struct composition {
  /// Opens a session that writes; empty: the database's own.
  std::function<result<std::unique_ptr<ledger::writer>>()> make_writer{};
  /// `inner` lives longer; empty: `inner` itself.
  std::function<std::unique_ptr<actors::outbound>(actors::outbound& inner)> wrap_outbound{};
};

} // namespace palang::commands
