#pragma once

#include "shared/core/result.hpp"

#include <caf/error.hpp>
#include <caf/sec.hpp>

#include <chrono>
#include <utility>

namespace palang::actors {

/// What an asker learns when no answer came: the other is slow, ended or being started again.
/// Asking again is safe, since every message that changes something is idempotent.
[[nodiscard]] inline error no_answer(const caf::error& why) {
  const bool is_late = why == caf::sec::request_timeout;
  return {errc::db_unavailable,
          is_late ? "no answer in time; send it again" : "restarting; send it again",
          {}};
}

/// A request whose failure to be answered reaches `then` as an error like any other. T: what the
/// answer's result holds.
template <class T, class Self, class Handle, class Request, class F>
void ask(Self* self, const Handle& whom, std::chrono::milliseconds limit, Request&& request,
         F then) {
  self->request(whom, limit, std::forward<Request>(request))
      .then([then](result<T>& answer) mutable { then(std::move(answer)); },
            [then](const caf::error& why) mutable { then(result<T>{fail(no_answer(why))}); });
}

} // namespace palang::actors
