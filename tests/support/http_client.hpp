#pragma once

#include "tests/support/byte_stream.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace palang::testing {

struct http_reply {
  unsigned status = 0;
  std::map<std::string, std::string> headers; ///< Names in lower case.
  std::string body;
};

/// Blocking HTTP/1.1 on one kept connection; also sends what is not HTTP. Throws
/// std::runtime_error. Thread: one.
class http_client {
public:
  using headers = std::map<std::string, std::string>;

  explicit http_client(std::uint16_t port, const byte_stream::options& o = {}) : stream_(port, o) {}

  http_reply request(std::string_view method, std::string_view path, const headers& more = {},
                     std::string_view body = {});
  http_reply get(std::string_view path, const headers& more = {}) {
    return request("GET", path, more);
  }

  void send_raw(std::string_view bytes) { stream_.send(bytes); }
  void shut_sending() { stream_.shut_sending(); }
  /// The next reply; nullopt when the server has closed. `has_body` is false after a HEAD.
  std::optional<http_reply> read_reply(bool has_body = true);
  /// What the server sends until it closes.
  std::string read_to_end();

private:
  bool fill(); // False at the end.

  byte_stream stream_;
  std::string received_;
};

} // namespace palang::testing
