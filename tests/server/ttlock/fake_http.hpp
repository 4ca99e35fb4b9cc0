#pragma once

#include "server/ttlock/http.hpp"

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace palang::testing {

/// TTLock's cloud as a function; remembers what it was asked. Thread: any.
class fake_cloud {
public:
  using reply = tl::expected<ttlock::http_reply, ttlock::http_error>;
  using answer = std::function<reply(const ttlock::http_request&)>;

  explicit fake_cloud(answer how) : how_{std::move(how)} {}

  /// Lives no longer than this.
  [[nodiscard]] std::unique_ptr<ttlock::http_client> client() {
    return std::make_unique<connected>(*this);
  }
  [[nodiscard]] std::vector<ttlock::http_request> asked() const {
    const std::lock_guard lock{mutex_};
    return asked_;
  }
  [[nodiscard]] std::vector<milliseconds> timeouts() const {
    const std::lock_guard lock{mutex_};
    return timeouts_;
  }

private:
  class connected final : public ttlock::http_client {
  public:
    explicit connected(fake_cloud& to) : to_{to} {}
    reply send(const ttlock::http_request& request, milliseconds timeout) override {
      {
        const std::lock_guard lock{to_.mutex_};
        to_.asked_.push_back(request);
        to_.timeouts_.push_back(timeout);
      }
      return to_.how_(request);
    }

  private:
    fake_cloud& to_;
  };

  answer how_;
  mutable std::mutex mutex_;
  std::vector<ttlock::http_request> asked_;
  std::vector<milliseconds> timeouts_;
};

inline fake_cloud::reply ok(std::string body) {
  return ttlock::http_reply{200, std::move(body), {}};
}

inline fake_cloud::reply broken(ttlock::http_error::kind what, bool was_sent) {
  return tl::unexpected(ttlock::http_error{what, "test", was_sent});
}

inline std::string grant_of(const std::string& token, int seconds = 7'776'000) {
  return R"({"access_token":")" + token + R"(","refresh_token":"r-)" + token + R"(","expires_in":)"
         + std::to_string(seconds) + "}";
}

} // namespace palang::testing
