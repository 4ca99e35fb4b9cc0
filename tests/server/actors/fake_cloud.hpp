#pragma once

#include "server/ttlock/http.hpp"

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace palang::testing {

/// TTLock's cloud without a network: answers each path in turn with what it was told to, then with
/// nothing but success.
struct fake_cloud {
  using answer = tl::expected<ttlock::http_reply, ttlock::http_error>;

  std::vector<std::string> asked; ///< Paths of the calls.
  int token_seconds = 7'776'000;
  /// The next answers to calls of this path.
  std::deque<std::pair<std::string, answer>> next;

  void answer_next(std::string path, std::string body) {
    next.emplace_back(std::move(path), ttlock::http_reply{200, std::move(body), {}});
  }
  void break_next(std::string path) {
    next.emplace_back(std::move(path),
                      tl::unexpected{ttlock::http_error{ttlock::http_error::kind::timed_out,
                                                        "nothing came", true}});
  }
  [[nodiscard]] std::size_t count(const std::string& path) const {
    return static_cast<std::size_t>(std::count(asked.begin(), asked.end(), path));
  }
  [[nodiscard]] std::unique_ptr<ttlock::http_client> make_http();
};

} // namespace palang::testing
