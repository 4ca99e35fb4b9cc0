#include "server/ttlock/token.hpp"

#include "server/ttlock/digest.hpp"
#include "server/ttlock/form.hpp"
#include "server/ttlock/reply.hpp"

#include <algorithm>
#include <utility>

namespace palang::ttlock {

namespace {

using namespace std::chrono_literals;

struct back_off {
  milliseconds first;
  milliseconds longest;
};

constexpr back_off ordinary{5s, 5min};
/// Who keeps trying a wrong password gets the account locked.
constexpr back_off needs_a_person{10min, 6h};
/// Of tokens that are refused as soon as they come.
constexpr back_off refused{30s, 1h};

back_off back_off_for(failure what) {
  return what == failure::credentials || what == failure::region || what == failure::quota
             ? needs_a_person
             : ordinary;
}

milliseconds longer(milliseconds pause, back_off limits) {
  return std::clamp(pause * 2, limits.first, limits.longest);
}

milliseconds life_in(const json& root) {
  constexpr std::int64_t shortest = 60;
  constexpr std::int64_t longest = 10LL * 365 * 24 * 60 * 60;
  constexpr std::int64_t usual = 90LL * 24 * 60 * 60;
  return std::chrono::seconds{
      std::clamp(integer_of(root, "expires_in").value_or(usual), shortest, longest)};
}

} // namespace

token_source::token_source(std::unique_ptr<http_client> http, account who,
                           const palang::clock& clock, call_hook hook)
    : http_{std::move(http)}, account_{std::move(who)}, clock_{clock}, hook_{std::move(hook)} {}

tl::expected<std::string, cloud_error> token_source::get() {
  std::unique_lock lock{mutex_};
  while (true) {
    const auto now = clock_.monotonic();
    if (has_working_token(now))
      return current_->access;
    if (is_renewing_)
      renewed_.wait(lock);
    else if (may_renew(now))
      renew_now(lock);
    else
      return tl::unexpected(last_failure(now));
  }
}

tl::expected<void, cloud_error> token_source::keep() {
  std::unique_lock lock{mutex_};
  const auto now = clock_.monotonic();
  const bool is_fresh = has_working_token(now) && now < current_->renew_at;
  if (is_fresh || is_renewing_ || !may_renew(now))
    return {};
  renew_now(lock);
  if (last_failure_)
    return tl::unexpected(*last_failure_);
  return {};
}

void token_source::renew_now(std::unique_lock<std::mutex>& lock) {
  is_renewing_ = true;
  const auto refresh = current_ ? current_->refresh : std::string{};
  lock.unlock();
  auto renewed = renew(refresh);
  lock.lock();
  is_renewing_ = false;
  take(std::move(renewed));
  renewed_.notify_all();
}

bool token_source::reject(std::string_view token) {
  const std::lock_guard lock{mutex_};
  const auto now = clock_.monotonic();
  if (!current_ || current_->access != token)
    return true;
  if (now < no_reject_before_)
    return false;
  const bool is_long_ago = now - no_reject_before_ > refused.longest;
  reject_pause_ = longer(is_long_ago ? milliseconds{0} : reject_pause_, refused);
  no_reject_before_ = now + reject_pause_;
  current_->access.clear();
  return true;
}

bool token_source::has_working_token(milliseconds now) const {
  return current_ && !current_->access.empty() && now < current_->ends_at;
}

bool token_source::may_renew(milliseconds now) const {
  return !last_failure_ || now >= not_before_;
}

cloud_error token_source::last_failure(milliseconds now) const {
  auto error = *last_failure_;
  error.retry_after = not_before_ - now;
  return error;
}

void token_source::take(answer renewed) {
  if (renewed) {
    current_ = std::move(*renewed);
    last_failure_.reset();
    pause_ = {};
    return;
  }
  const auto limits = back_off_for(renewed.error().what);
  pause_ = longer(pause_, limits);
  not_before_ = clock_.monotonic() + pause_;
  last_failure_ = std::move(renewed.error());
}

token_source::answer token_source::renew(const std::string& refresh_token) {
  if (!refresh_token.empty()) {
    auto refreshed = ask(refresh_form(refresh_token));
    // Without an answer of the cloud the password would get none either.
    if (refreshed || refreshed.error().errcode == 0)
      return refreshed;
  }
  return ask(login_form());
}

token_source::answer token_source::ask(std::string form_text) {
  if (hook_ && !hook_(call_kind::token))
    return tl::unexpected(make_error(failure::withheld, "token"));
  http_request request{http_request::verb::post, "/oauth2/token", std::move(form_text),
                       [this] { return !hook_ || hook_(call_kind::token); }};
  const auto root = read_reply(http_->send(request, timeout), false, clock_.now());
  if (!root)
    return tl::unexpected(root.error());
  grant got{text_of(*root, "access_token"), text_of(*root, "refresh_token"), {}, {}};
  if (got.access.empty())
    return tl::unexpected(make_error(failure::unreadable, "a token reply without access_token"));
  const auto life = life_in(*root);
  got.ends_at = clock_.monotonic() + life;
  got.renew_at = got.ends_at - std::min(life / 10, longest_early);
  return got;
}

std::string token_source::login_form() const {
  return encode_form({{"clientId", account_.client_id},
                      {"clientSecret", account_.client_secret},
                      {"username", account_.username},
                      {"password", md5_hex(account_.password)}});
}

std::string token_source::refresh_form(const std::string& refresh_token) const {
  return encode_form({{"clientId", account_.client_id},
                      {"clientSecret", account_.client_secret},
                      {"grant_type", "refresh_token"},
                      {"refresh_token", refresh_token}});
}

} // namespace palang::ttlock
