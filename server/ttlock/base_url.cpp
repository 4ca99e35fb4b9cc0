#include "server/ttlock/base_url.hpp"

#include "server/ttlock/text.hpp"

#include <algorithm>
#include <cctype>

namespace palang::ttlock {

namespace {

bool is_loopback(std::string_view host) {
  return host == "localhost" || host == "::1"
         || (host.starts_with("127.") && std::ranges::all_of(host, [](char c) {
               return c == '.' || (c >= '0' && c <= '9');
             }));
}

bool is_host(std::string_view host, bool is_v6) {
  const auto fits = [is_v6](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '-'
           || (is_v6 && c == ':');
  };
  return !host.empty() && std::ranges::all_of(host, fits);
}

bool is_port(std::string_view port) {
  constexpr std::size_t most_digits = 5;
  return is_all_digits(port) && port.size() <= most_digits && std::stoi(std::string{port}) <= 65535
         && port != "0";
}

} // namespace

result<base_url> parse_base_url(std::string_view text) {
  base_url url;
  url.is_tls = text.starts_with("https://");
  if (!url.is_tls && !text.starts_with("http://"))
    return fail(errc::invalid, "the URL must begin with https://");
  auto rest = text.substr(text.find("//") + 2);
  if (rest.ends_with('/'))
    rest.remove_suffix(1);
  const bool is_v6 = rest.starts_with('[') && rest.find(']') != std::string_view::npos;
  const auto host_end = is_v6 ? rest.find(']') : rest.find(':');
  url.host = lower_case(rest.substr(0, host_end).substr(is_v6 ? 1 : 0));
  rest.remove_prefix(
      std::min(host_end == std::string_view::npos ? rest.size() : host_end + (is_v6 ? 1U : 0U),
               rest.size()));
  url.port = rest.empty() ? (url.is_tls ? "443" : "80") : std::string{rest.substr(1)};
  if (!is_host(url.host, is_v6) || !(rest.empty() || rest.front() == ':') || !is_port(url.port))
    return fail(errc::invalid, "the URL must be https://host or https://host:port");
  if (!url.is_tls && !is_loopback(url.host))
    return fail(errc::invalid, "plain http is for this machine only: use https://");
  return url;
}

} // namespace palang::ttlock
