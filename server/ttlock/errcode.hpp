#pragma once

#include <cstdint>
#include <string_view>

/// TTLock's error codes (TTLOCK 5.3). They come with HTTP 200. Thread: any.
namespace palang::ttlock {

enum class failure : std::uint8_t {
  none,        ///< 0
  token,       ///< Renew the token, then ask again.
  credentials, ///< Wrong client or account: only a person can help; asking again may lock it.
  clock,       ///< This server's clock is more than five minutes off.
  region,      ///< Wrong host for this account.
  quota,       ///< The month's calls are used up, or too many at once.
  busy,        ///< Gateway or lock has another command: wait a few seconds.
  offline,     ///< No gateway reaches the lock.
  refused,     ///< Not allowed, by rights or by the lock's settings.
  invalid,     ///< The request's fault: no such lock or gateway, bad parameter.
  server,      ///< The cloud's own fault.
  failed,      ///< Code 1: "failed or no", without a reason.
  unknown,     ///< A code that nobody has described.
  // Without a code of the cloud:
  unreachable, ///< No answer: network, name, TLS, time.
  unreadable,  ///< An answer that is not what was asked for.
  withheld,    ///< Not sent: our own budget says no.
};

/// Stable lower-case word, for logs and metrics.
[[nodiscard]] std::string_view to_string(failure what);

/// What happened and what to do next, for people.
struct failure_words {
  std::string_view text_id;
  std::string_view text_en;
};

[[nodiscard]] failure failure_of(int errcode);
/// The code's own words where it has some, else its class's.
[[nodiscard]] failure_words describe_errcode(int errcode);
[[nodiscard]] failure_words describe_failure(failure what);

/// True for 30007: nothing is left until the month ends in Beijing.
[[nodiscard]] bool is_month_used_up(int errcode);

} // namespace palang::ttlock
