#pragma once

#include "server/ops/log.hpp"
#include "shared/core/result.hpp"

#include <exception>
#include <utility>

namespace palang::actors {

/// Runs a blocking call of another layer. That layer promises not to throw; if it does all the
/// same, the asker still gets an answer, which an exception that ends the actor would deny to
/// everyone else in its mailbox.
template <class F>
auto guarded(F&& call) -> decltype(call()) {
  try {
    return std::forward<F>(call)();
  } catch (const std::exception& e) {
    log::error("call-threw", {{log::key::reason, e.what()}});
    return fail(errc::internal, "an internal error; it is in the server's log");
  }
}

} // namespace palang::actors
