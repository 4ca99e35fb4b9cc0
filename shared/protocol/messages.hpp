#pragma once

#include "shared/core/clock.hpp"
#include "shared/core/error.hpp"
#include "shared/core/uuid.hpp"
#include "shared/protocol/objects.hpp"
#include "shared/protocol/queries.hpp"
#include "shared/protocol/submissions.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// What crosses the WebSocket (PROTOCOL section 3), as values. JSON lives in codec.hpp only.
namespace palang::protocol {

// -- topics and kinds -------------------------------------------------------------------

enum class topic : std::uint8_t { session, gate, lock, gateway, alert, config, sync, last = sync };
[[nodiscard]] std::string_view to_string(topic t) noexcept;
[[nodiscard]] std::optional<topic> topic_from(std::string_view word) noexcept;
/// The least role that may subscribe (3.2).
[[nodiscard]] role role_needed(topic t) noexcept;

/// A set of topics, one bit per topic.
using topic_mask = std::uint8_t;
[[nodiscard]] constexpr topic_mask bit(topic t) noexcept {
  return static_cast<topic_mask>(1U << static_cast<unsigned>(t));
}

// -- client to server -------------------------------------------------------------------

struct resume_point {
  std::string epoch;
  std::int64_t seq = 0;
  friend bool operator==(const resume_point&, const resume_point&) = default;
};

struct hello {
  std::string token;
  std::string app;
  std::string app_version;
  std::vector<std::string> topics; ///< As words: an unknown one is named in the error.
  std::optional<resume_point> resume;
  bool is_batch = false; ///< `batch`
  friend bool operator==(const hello&, const hello&) = default;
};

struct ping {
  std::int64_t n = 0;
  friend bool operator==(const ping&, const ping&) = default;
};

using client_message = std::variant<hello, ping, submit, query>;

// -- server to client -------------------------------------------------------------------

struct welcome {
  uuid connection;
  std::string epoch;
  std::int64_t seq = 0;
  std::int64_t oldest_seq = 0;
  bool is_resumed = false;
  instant server_time{};
  bool is_db_up = true;
  std::int64_t config_version = 0;
  std::int64_t heartbeat_ms = 10000;
  std::int64_t reconnect_jitter_ms = 5000;
  user who;
  /// More than the protocol fixes: what the device signs tickets with.
  std::optional<std::uint16_t> device_no;
  friend bool operator==(const welcome&, const welcome&) = default;
};

/// One committed change. `data` is JSON text, encoded once.
struct event {
  std::int64_t seq = 0;
  instant at{};
  topic event_topic = topic::session;
  std::string kind;
  std::string data;
  /// device.* events go to admins only though their topic is config.
  [[nodiscard]] bool is_admin_only() const noexcept { return kind.starts_with("device."); }
  friend bool operator==(const event&, const event&) = default;
};

struct status {
  bool is_db_up = true;
  instant since{};
  instant server_time{};
  std::string detail;
  friend bool operator==(const status&, const status&) = default;
};

struct pong {
  std::int64_t n = 0;
  bool is_db_up = true;
  instant server_time{};
  std::int64_t seq = 0;
  friend bool operator==(const pong&, const pong&) = default;
};

struct accepted {
  uuid id;
  std::int64_t seq = 0;
  bool is_duplicate = false;
  std::string data; ///< JSON text.
  friend bool operator==(const accepted&, const accepted&) = default;
};

struct rejected {
  uuid id;
  error why;
  friend bool operator==(const rejected&, const rejected&) = default;
};

struct query_result {
  std::string id;
  std::string data; ///< JSON text.
  friend bool operator==(const query_result&, const query_result&) = default;
};

/// `error` on the wire: answers a query, or (then without id) a frame that could not be read.
struct error_message {
  std::optional<std::string> id;
  error why;
  std::optional<std::int64_t> retry_after_ms;
  friend bool operator==(const error_message&, const error_message&) = default;
};

using server_message =
    std::variant<welcome, event, status, pong, accepted, rejected, query_result, error_message>;

// -- HTTP (section 2) -------------------------------------------------------------------

struct login_request {
  std::string username;
  std::string password;
  std::optional<uuid> device_id;
  std::optional<std::string> device_key; ///< base64, 32 bytes.
  std::optional<std::string> enrolment;
  std::optional<std::uint16_t> device_no; ///< What the device was given before.
  friend bool operator==(const login_request&, const login_request&) = default;
};

struct login_reply {
  std::string token;
  instant expires_at{};
  user who;
  uuid site_id;
  std::string site_name;
  std::string epoch;
  friend bool operator==(const login_reply&, const login_reply&) = default;
};

} // namespace palang::protocol
