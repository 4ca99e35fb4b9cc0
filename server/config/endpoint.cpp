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

bool is_safe_url(std::string_view url) {
  constexpr std::string_view plain = "http://";
  if (url.starts_with("https://"))
    return true;
  if (!url.starts_with(plain))
    return false;
  url = url.substr(plain.size()).substr(0, url.substr(plain.size()).find('/'));
  const bool is_v6 = url.starts_with("[::1]");
  const auto host = is_v6 ? std::string_view{"::1"} : url.substr(0, url.find(':'));
  return host == "localhost" || host == "::1"
         || (host.starts_with("127.") && is_address(AF_INET, std::string{host}));
}

} // namespace palang::config
