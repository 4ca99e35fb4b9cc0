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

} // namespace palang::config
