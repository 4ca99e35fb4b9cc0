#pragma once

#include "server/config/settings.hpp"

#include <optional>
#include <string_view>

namespace palang::config {

/// `127.0.0.1:8181`, `[::1]:8181`; the address must be numeric. Port 0 takes a free one.
[[nodiscard]] std::optional<endpoint> parse_endpoint(std::string_view text);
/// The same form back.
[[nodiscard]] std::string to_string(const endpoint& e);
/// 127.0.0.0/8 and ::1.
[[nodiscard]] bool is_loopback(const endpoint& e);

/// Begins with `https://`, or with `http://` and a host of this machine (127.x.x.x, [::1],
/// localhost).
[[nodiscard]] bool is_safe_url(std::string_view url);

} // namespace palang::config
