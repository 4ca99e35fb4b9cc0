#pragma once

#include "shared/core/clock.hpp"

#include <functional>
#include <optional>
#include <string>

namespace palang::ttlock_sim {

struct http_request {
  std::string method; ///< Upper case.
  std::string path;   ///< Without query string.
  std::string query;  ///< Raw, without '?'.
  std::string content_type;
  std::string body;
  std::optional<instant> host_now; ///< The host's wall clock; may differ from the world's.
};

struct http_reply {
  unsigned status = 200;
  std::string content_type = "application/json;charset=UTF-8";
  std::string body;
  milliseconds slow{0};    ///< Host time to wait before it is sent.
  bool is_dropped = false; ///< The connection ends instead.
};

/// Call once; perhaps later.
using respond = std::function<void(http_reply)>;

} // namespace palang::ttlock_sim
