#pragma once

#include "shared/core/clock.hpp"
#include "shared/core/result.hpp"

#include <tl/expected.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace palang::ttlock {

/// A cloud page of 1,000 locks is about 1 MiB.
inline constexpr std::size_t max_reply_bytes = 8 * 1024 * 1024;

struct http_request {
  enum class verb : std::uint8_t { get, post };
  verb method = verb::get;
  std::string target; ///< Path, with the query of a GET: "/v3/lock/list?…". Holds secrets.
  std::string body;   ///< A POST's form. Holds secrets.
  /// Asked before the request is sent for the second time, when a kept connection turned out to be
  /// closed before anything was answered; false: do not. Empty: this request must never be sent
  /// twice, so it gets a connection of its own.
  std::function<bool()> may_repeat;
};

struct http_reply {
  unsigned status = 0;
  std::string body;
  std::optional<milliseconds> retry_after; ///< The header in seconds, if it is there.
};

struct http_error {
  enum class kind : std::uint8_t {
    resolve,   ///< No such host, or no name server.
    connect,   ///< Refused or no route.
    tls,       ///< Handshake, or a certificate that is not the host's.
    timed_out, ///< The deadline passed.
    closed,    ///< The peer went away before the reply was complete.
    too_large, ///< More than max_reply_bytes.
    malformed  ///< Not HTTP.
  };
  kind what = kind::connect;
  std::string message;   ///< English; names the host, never the target.
  bool was_sent = false; ///< Some of the request may have reached the peer.
};

/// One request at a time. Blocking. Thread: one caller at once.
class http_client {
public:
  virtual ~http_client() = default;
  /// Returns within `timeout` of real time, whatever the peer does (or does not).
  [[nodiscard]] virtual tl::expected<http_reply, http_error> send(const http_request& request,
                                                                  milliseconds timeout) = 0;
};

/// HTTP/1.1 on Beast; the connection is kept between requests. `base_url` is `https://host[:port]`,
/// or `http://` for a loopback host only. TLS 1.2 and newer, the certificate verified against the
/// system's authorities and the host's name; `ca_file` (PEM) replaces the system's authorities for
/// tests. Redirects are not followed. Errors: invalid, saying what is wrong with the URL or file.
/// Destroying it may wait for a name look-up that is still under way.
[[nodiscard]] result<std::unique_ptr<http_client>>
make_http_client(std::string_view base_url, const std::string& ca_file = {});

} // namespace palang::ttlock
