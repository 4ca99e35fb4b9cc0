#pragma once

#include "tests/support/byte_stream.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace palang::testing {

struct ws_frame {
  enum kind : std::uint8_t {
    continuation = 0,
    text = 1,
    binary = 2,
    close = 8,
    ping = 9,
    pong = 10
  };
  kind opcode = text;
  std::string payload;
  bool is_final = true;

  /// Of a close frame; 1005 when it names none.
  [[nodiscard]] std::uint16_t close_code() const;
};

/// A blocking WebSocket client that can also send what it should not. Throws std::runtime_error.
/// Thread: one.
class ws_client {
public:
  struct options {
    std::string path = "/v1";
    std::string subprotocol = "palang.v1";
    byte_stream::options stream{};
  };

  /// Throws when the upgrade is not answered with 101.
  explicit ws_client(std::uint16_t port) : ws_client(port, options{}) {}
  ws_client(std::uint16_t port, const options& o);

  void send(std::string_view text) { send_frame({ws_frame::text, std::string{text}}); }
  void send_frame(const ws_frame& frame);
  void send_close(std::uint16_t code);
  void send_raw(std::string_view bytes) { stream_.send(bytes); }

  /// The next frame, whatever it is; nullopt when the link has ended.
  std::optional<ws_frame> read_frame();
  /// The next text; pings are answered, pongs skipped. Throws when the connection closes first.
  std::string read();
  /// Skips everything up to the close frame, answers it unless we closed first, and returns its
  /// code; 1006 when the link ends without one.
  std::uint16_t read_close();
  /// True when the server ends the link without another frame.
  bool is_ended() { return !read_frame(); }

private:
  bool fill(std::size_t wanted); // False when the link ends before so many bytes are there.

  byte_stream stream_;
  std::string received_;
  bool has_sent_close_ = false;
};

} // namespace palang::testing
