#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace palang::testing {

/// A blocking TCP connection to 127.0.0.1, with TLS when asked (the certificate is not verified).
/// What fails or takes longer than `patience` throws std::runtime_error. Thread: one.
class byte_stream {
public:
  struct options {
    bool is_tls = false;
    int receive_buffer_bytes = 0; ///< 0: the system's.
    std::chrono::milliseconds patience{10'000};
  };

  byte_stream(std::uint16_t port, const options& o);
  ~byte_stream();
  byte_stream(byte_stream&&) noexcept;
  byte_stream& operator=(byte_stream&&) noexcept;

  void send(std::string_view bytes);
  /// What has come, at least one byte; empty when the peer has ended or reset the connection.
  [[nodiscard]] std::string receive();
  /// Ends our direction only.
  void shut_sending();

private:
  struct state;
  std::unique_ptr<state> state_;
};

} // namespace palang::testing
