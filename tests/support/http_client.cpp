#include "tests/support/http_client.hpp"

#include <algorithm>
#include <cctype>
#include <stdexcept>
#include <utility>

namespace palang::testing {

namespace {

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

http_reply parse_head(std::string_view head) {
  http_reply reply;
  reply.status = static_cast<unsigned>(std::stoul(std::string{head.substr(head.find(' ') + 1, 3)}));
  for (auto at = head.find("\r\n"); at != std::string_view::npos && at + 2 < head.size();) {
    const auto end = head.find("\r\n", at + 2);
    const auto line = head.substr(at + 2, end == std::string_view::npos ? end : end - at - 2);
    const auto colon = line.find(": ");
    if (colon != std::string_view::npos)
      reply.headers[lower(std::string{line.substr(0, colon)})] = line.substr(colon + 2);
    at = end;
  }
  return reply;
}

} // namespace

http_reply http_client::request(std::string_view method, std::string_view path, const headers& more,
                                std::string_view body) {
  std::string text = std::string{method} + ' ' + std::string{path} + " HTTP/1.1\r\nHost: test\r\n";
  for (const auto& [name, value] : more)
    text += name + ": " + value + "\r\n";
  if (!body.empty())
    text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  stream_.send(text.append("\r\n").append(body));
  auto reply = read_reply(method != "HEAD");
  if (!reply)
    throw std::runtime_error("closed without a reply");
  return *reply;
}

bool http_client::fill() {
  const auto more = stream_.receive();
  received_ += more;
  return !more.empty();
}

std::optional<http_reply> http_client::read_reply(bool has_body) {
  std::size_t end = 0;
  while ((end = received_.find("\r\n\r\n")) == std::string::npos)
    if (!fill())
      return std::nullopt;
  auto reply = parse_head(std::string_view{received_}.substr(0, end));
  received_.erase(0, end + 4);
  const auto length = reply.headers.find("content-length");
  const auto wanted = has_body && length != reply.headers.end() ? std::stoul(length->second) : 0;
  while (received_.size() < wanted)
    if (!fill())
      throw std::runtime_error("closed inside a body");
  reply.body = received_.substr(0, wanted);
  received_.erase(0, wanted);
  return reply;
}

std::string http_client::read_to_end() {
  while (fill()) {
  }
  return std::exchange(received_, {});
}

} // namespace palang::testing
