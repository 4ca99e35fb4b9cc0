#pragma once

#include "server/gateway/gateway.hpp"

#include <optional>
#include <string>
#include <string_view>

/// The parts of HTTP that are text in, text out. Thread: any.
namespace palang::gateway {

struct request_target {
  std::string path;  ///< Percent-decoded.
  std::string query; ///< Raw, without '?'.
};

/// Origin form, or absolute form (whose authority is ignored). nullopt: a broken escape or a NUL.
[[nodiscard]] std::optional<request_target> parse_target(std::string_view target);

/// The token of `Bearer …` (the word in any case), or empty.
[[nodiscard]] std::string bearer_token(std::string_view authorization);

/// `Text/HTML; charset=x` -> `text/html`.
[[nodiscard]] std::string media_type(std::string_view content_type);

enum class connection_header : std::uint8_t { none, close, keep_alive };

/// The status line and headers, with the empty line; the body's length is the response's.
[[nodiscard]] std::string response_head(const http_response& response,
                                        connection_header connection);

/// A refusal in the form of PROTOCOL 1.
[[nodiscard]] http_response error_response(unsigned status, errc code, std::string message);

} // namespace palang::gateway
