#pragma once

#include "server/actors/outbound.hpp"

#include <memory>

namespace palang::testing {

/// The way out, with a crash between an answer and its events' push, in either order.
[[nodiscard]] std::unique_ptr<actors::outbound> make_crashing_outbound(actors::outbound& inner);

} // namespace palang::testing
