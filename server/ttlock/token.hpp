#pragma once

#include "server/ttlock/call.hpp"
#include "server/ttlock/http.hpp"
#include "shared/core/clock.hpp"

#include <tl/expected.hpp>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace palang::ttlock {

struct account {
  std::string client_id;
  std::string client_secret;
  std::string username; ///< Of the locks' administrator in TTLock's app, with +country for a phone.
  std::string password; ///< As typed; only its MD5 travels, as the cloud wants it.
};

/// The one access token that all callers share, in memory only. Thread: any.
///
/// While it works nobody waits: keep() renews it from when a tenth of its life (7 days at most) is
/// all that is left. Without a working token everybody waits for the one renewal under way and gets
/// its result. Renewal tries the refresh token, then the password.
/// After a failure nobody tries again before a pause is over that doubles: from 5 s to 5 min, or
/// from 10 min to 6 h when the cloud says that client or account are wrong.
class token_source {
public:
  /// Refresh tokens live for years, access tokens for 90 days; this bounds both shares.
  static constexpr milliseconds longest_early{std::chrono::days{7}};
  /// Of one request; a renewal makes two at most.
  static constexpr milliseconds timeout{15'000};

  token_source(std::unique_ptr<http_client> http, account who, const palang::clock& clock,
               call_hook hook);

  /// Without a working token it may block for two timeouts.
  [[nodiscard]] tl::expected<std::string, cloud_error> get();
  /// To be called now and then: renews ahead of time, and gets a token where there is none. Only
  /// then it may block. Errors: of a renewal that was tried now.
  [[nodiscard]] tl::expected<void, cloud_error> keep();
  /// The cloud has refused `token`. True: it is not given out again, get() brings another one.
  /// False: new tokens were refused, too, a short while ago, so it is not the token's fault (a
  /// revoked right looks the same) and this one stays.
  [[nodiscard]] bool reject(std::string_view token);

private:
  struct grant {
    std::string access;
    std::string refresh;
    milliseconds renew_at{}; ///< Monotonic.
    milliseconds ends_at{};
  };
  using answer = tl::expected<grant, cloud_error>;

  [[nodiscard]] bool has_working_token(milliseconds now) const;
  /// Lets go of the lock meanwhile.
  void renew_now(std::unique_lock<std::mutex>& lock);
  [[nodiscard]] bool may_renew(milliseconds now) const;
  [[nodiscard]] cloud_error last_failure(milliseconds now) const;
  [[nodiscard]] answer renew(const std::string& refresh_token);
  [[nodiscard]] answer ask(std::string form);
  [[nodiscard]] std::string login_form() const;
  [[nodiscard]] std::string refresh_form(const std::string& refresh_token) const;
  void take(answer renewed);

  const std::unique_ptr<http_client> http_; ///< Used by the one who renews.
  const account account_;
  const palang::clock& clock_;
  const call_hook hook_;

  std::mutex mutex_;
  std::condition_variable renewed_;
  bool is_renewing_ = false;
  std::optional<grant> current_; ///< Its `access` is empty after reject().
  std::optional<cloud_error> last_failure_;
  milliseconds pause_{0};
  milliseconds not_before_{0}; ///< Monotonic.
  milliseconds reject_pause_{0};
  milliseconds no_reject_before_{0}; ///< Monotonic.
};

} // namespace palang::ttlock
