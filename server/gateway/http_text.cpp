#include "server/gateway/http_text.hpp"

#include "shared/protocol/codec.hpp"

#include <boost/beast/core/string.hpp>
#include <boost/beast/http/status.hpp>

#include <algorithm>
#include <charconv>

namespace palang::gateway {

namespace {

std::string lower(std::string_view text) {
  std::string result{text};
  std::ranges::transform(result, result.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  return result;
}

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos)
    return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::optional<std::string> percent_decode(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      result += text[i];
      continue;
    }
    unsigned char value = 0;
    const auto digits = text.substr(i + 1, 2);
    const auto [end, failure] =
        std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    if (failure != std::errc{} || end != digits.data() + 2 || value == 0)
      return std::nullopt;
    result += static_cast<char>(value);
    i += 2;
  }
  return result;
}

std::string_view without_authority(std::string_view target) {
  if (target.starts_with('/'))
    return target;
  const auto scheme = target.find("://");
  if (scheme == std::string_view::npos)
    return target;
  const auto path = target.find_first_of("/?", scheme + 3);
  return path == std::string_view::npos ? "/" : target.substr(path);
}

bool has_body(unsigned status) {
  return status != 204 && status != 304;
}

} // namespace

std::optional<request_target> parse_target(std::string_view target) {
  target = without_authority(target.substr(0, target.find('#')));
  const auto question = std::min(target.find('?'), target.size());
  auto path = percent_decode(target.substr(0, question));
  if (!path)
    return std::nullopt;
  return request_target{std::move(*path),
                        std::string{target.substr(std::min(question + 1, target.size()))}};
}

std::string bearer_token(std::string_view authorization) {
  constexpr std::string_view scheme = "bearer ";
  if (lower(authorization.substr(0, scheme.size())) != scheme)
    return {};
  return std::string{trim(authorization.substr(scheme.size()))};
}

std::string media_type(std::string_view content_type) {
  return lower(trim(content_type.substr(0, content_type.find(';'))));
}

std::string response_head(const http_response& response, connection_header connection) {
  const auto reason =
      boost::beast::http::obsolete_reason(static_cast<boost::beast::http::status>(response.status));
  std::string head = "HTTP/1.1 " + std::to_string(response.status) + ' ';
  head.append(reason.data(), reason.size()).append("\r\nServer: palangd\r\n");
  if (!response.body.empty())
    head.append("Content-Type: ").append(response.content_type).append("\r\n");
  if (has_body(response.status))
    head.append("Content-Length: ").append(std::to_string(response.body.size())).append("\r\n");
  if (connection != connection_header::none)
    head.append("Connection: ")
        .append(connection == connection_header::close ? "close" : "keep-alive")
        .append("\r\n");
  for (const auto& [name, value] : response.headers)
    head.append(name).append(": ").append(value).append("\r\n");
  return head.append("\r\n");
}

http_response error_response(unsigned status, errc code, std::string message) {
  http_response response;
  response.status = status;
  response.body = protocol::encode_http_error({code, std::move(message), {}});
  return response;
}

} // namespace palang::gateway
