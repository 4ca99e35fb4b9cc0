#pragma once

#include "shared/protocol/codec.hpp"
#include "tests/support/ws_client.hpp"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace palang::testing {

struct login_facts {
  std::string username;
  std::string password = "palang-demo";
  std::optional<uuid> device_id;
  std::optional<std::string> device_key; ///< base64
};

/// POST /v1/login. Throws std::runtime_error unless it is granted.
[[nodiscard]] protocol::login_reply log_in(std::uint16_t port, const login_facts& facts);

/// What a client without a device does just now.
[[nodiscard]] protocol::submit submit_now(protocol::submit_data data);
/// A car of this number comes in at in-1.
[[nodiscard]] protocol::submit enter_now(const std::string& plate);

/// A client written from the protocol alone, over a blocking socket; independent of the Qt client.
/// Throws std::runtime_error when the link breaks. Thread: one.
class protocol_client {
public:
  /// Upgrades, says hello, reads the welcome.
  protocol_client(std::uint16_t port, const std::string& token, std::vector<std::string> topics,
                  std::optional<protocol::resume_point> resume = std::nullopt);

  [[nodiscard]] const protocol::welcome& greeting() const noexcept { return welcome_; }

  void send(const protocol::client_message& message);
  /// The next message of any type.
  [[nodiscard]] protocol::server_message next();
  /// The next answer (accepted, rejected) to a submission; what is met on the way to this or to the
  /// following is kept.
  [[nodiscard]] protocol::server_message next_answer();
  [[nodiscard]] protocol::event next_event();
  /// The next that tells that the database is up, or down.
  [[nodiscard]] protocol::status next_status(bool is_up);
  /// The result's data. Throws when it is refused.
  [[nodiscard]] std::string ask(const protocol::query_data& what);

private:
  [[nodiscard]] protocol::server_message receive();
  template <class Take>
  [[nodiscard]] auto first(Take take);

  ws_client link_;
  protocol::welcome welcome_;
  std::deque<protocol::server_message> received_; ///< Read, not asked for yet.
  int queries_ = 0;
};

} // namespace palang::testing
