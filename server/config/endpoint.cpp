#include "server/config/endpoint.hpp"

#include <arpa/inet.h>

#include <charconv>

namespace palang::config {

namespace {

bool is_address(int family, const std::string& host) {
  in6_addr parsed{};
  return ::inet_pton(family, host.c_str(), &parsed) == 1;
}

std::optional<std::uint16_t> parse_port(std::string_view text) {
  std::uint16_t port = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), port);
  if (text.empty() || problem != std::errc{} || end != text.data() + text.size())
    return std::nullopt;
  return port;
}

} // namespace

std::optional<endpoint> parse_endpoint(std::string_view text) {
  const auto colon = text.rfind(':');
  if (colon == std::string_view::npos)
    return std::nullopt;
  auto host = text.substr(0, colon);
  const bool is_v6 = host.size() > 2 && host.front() == '[' && host.back() == ']';
  if (is_v6)
    host = host.substr(1, host.size() - 2);
  const auto port = parse_port(text.substr(colon + 1));
  if (!port || !is_address(is_v6 ? AF_INET6 : AF_INET, std::string{host}))
    return std::nullopt;
  return endpoint{std::string{host}, *port};
}

std::string to_string(const endpoint& e) {
  const bool is_v6 = e.host.find(':') != std::string::npos;
  return (is_v6 ? "[" + e.host + "]" : e.host) + ":" + std::to_string(e.port);
}

bool is_loopback(const endpoint& e) {
  return e.host.starts_with("127.") || e.host == "::1";
}

} // namespace palang::config
