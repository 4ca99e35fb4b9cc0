#pragma once

#include "server/ttlock/errcode.hpp"
#include "shared/core/clock.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

/// What every call to the cloud has in common. Thread: any.
namespace palang::ttlock {

enum class call_kind : std::uint8_t {
  token, ///< Log-in or refresh. Counts like the others.
  locks,
  gateways,
  links, ///< Which gateway reaches which lock.
  records,
  unlock,
  open_state,
  lock_date,
  set_lock_date
};

/// Stable lower-case word, for logs and metrics.
[[nodiscard]] std::string_view to_string(call_kind kind);

/// Asked before each HTTP request, repetitions included; false: it is not sent and the caller gets
/// failure::withheld. Counts the call when it returns true. Called from the thread that calls the
/// cloud, for tokens from whichever thread happens to renew.
using call_hook = std::function<bool(call_kind)>;

struct cloud_error {
  failure what = failure::unknown;
  int errcode = 0;     ///< The cloud's; 0 when it gave none.
  std::string text_id; ///< For people, with the next step.
  std::string text_en;
  std::string detail; ///< English, for the log; holds no secret.
  /// A command was sent and nobody knows whether it was carried out: look, do not repeat.
  bool is_outcome_unknown = false;
  std::optional<milliseconds> retry_after; ///< Sooner makes no sense. Empty: a person must act.
};

} // namespace palang::ttlock
