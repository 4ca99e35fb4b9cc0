#include "server/storage/soci/dialect.hpp"
#include "server/storage/soci/mysql_dialect.hpp"

#include <charconv>
#include <regex>

namespace palang::storage {

namespace {

constexpr std::uint16_t mysql_port = 3306;

std::optional<std::uint16_t> parse_port(const std::string& text) {
  if (text.empty())
    return mysql_port;
  std::uint16_t port = 0;
  const auto* end = text.data() + text.size();
  const auto parsed = std::from_chars(text.data(), end, port);
  return parsed.ec == std::errc{} && parsed.ptr == end && port != 0 ? std::optional{port}
                                                                    : std::nullopt;
}

std::optional<mysql_place> parse_mysql(const std::string& url, const std::string& password) {
  static const std::regex form{
      R"((?:mysql|mariadb)://([^@:/]+)@(?:\[([0-9A-Fa-f:.]+)\]|([^\[\]@:/]+))(?::([0-9]+))?/([A-Za-z0-9_$-]+)(?:\?tls-ca=(/[^?&]+))?)"};
  std::smatch part;
  if (!std::regex_match(url, part, form))
    return std::nullopt;
  const auto port = parse_port(part[4]);
  if (!port)
    return std::nullopt;
  auto host = part[2].matched ? part[2].str() : part[3].str();
  // The client library would take that word for a socket in the file system.
  if (host == "localhost")
    host = "127.0.0.1";
  return mysql_place{std::move(host), *port, part[1], password, part[5], part[6]};
}

std::chrono::seconds answer_for(purpose use) {
  switch (use) {
  case purpose::write:
    return mysql_wait::write;
  case purpose::read:
    return mysql_wait::read;
  case purpose::change_schema:
    break;
  }
  return mysql_wait::schema;
}

} // namespace

std::optional<std::string> sqlite_path(const std::string& url) {
  constexpr std::string_view scheme = "sqlite://";
  if (!url.starts_with(scheme) || url.size() <= scheme.size() || url[scheme.size()] != '/')
    return std::nullopt;
  return url.substr(scheme.size());
}

result<std::unique_ptr<dialect>> make_dialect(const std::string& url, const std::string& password,
                                              purpose use) {
  if (auto path = sqlite_path(url))
    return make_sqlite_dialect(std::move(*path));
  if (auto where = parse_mysql(url, password))
    return make_mysql_dialect(std::move(*where), answer_for(use));
  return fail(
      errc::invalid,
      "the database URL must be sqlite:///absolute/path or mysql://user@host:port/name, with "
      "?tls-ca=/absolute/path for an encrypted connection "
      "(the password in PALANG_DB_PASSWORD)",
      "db");
}

} // namespace palang::storage
