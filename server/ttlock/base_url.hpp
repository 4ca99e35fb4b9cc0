#pragma once

#include "shared/core/result.hpp"

#include <string>
#include <string_view>

namespace palang::ttlock {

struct base_url {
  bool is_tls = true;
  std::string host; ///< Name or address, without brackets.
  std::string port;
};

/// `https://host[:port]`, or `http://` for 127.x.x.x, ::1 and localhost. A `/` may follow, nothing
/// else. Errors: invalid, without the URL in the text (people put passwords there). Thread: any.
[[nodiscard]] result<base_url> parse_base_url(std::string_view text);

} // namespace palang::ttlock
