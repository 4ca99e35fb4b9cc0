#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <thread>

struct ssl_st;

namespace palang::testing {

struct certificate_files {
  std::string certificate;
  std::string key;
};

/// Self-signed, for the DNS name `host`; PEM files in `folder`.
[[nodiscard]] certificate_files make_certificate(const std::string& folder,
                                                 const std::string& host);

/// A server on 127.0.0.1 that does what a test wants with each connection, one after the other.
class raw_server {
public:
  class peer {
  public:
    peer(int fd, ssl_st* tls) : fd_{fd}, tls_{tls} {}
    /// Head and body, or empty when the client has gone.
    [[nodiscard]] std::string read_request();
    /// False: the client has gone.
    bool send(std::string_view bytes);
    void wait_until_closed();
    /// Ends the connection with a reset.
    void reset();

  private:
    [[nodiscard]] std::string receive();

    int fd_;
    ssl_st* tls_;
  };
  using script = std::function<void(peer&, int connection)>; ///< Connections count from 1.

  explicit raw_server(script what, const certificate_files* tls = nullptr);
  ~raw_server();
  raw_server(const raw_server&) = delete;
  raw_server& operator=(const raw_server&) = delete;

  [[nodiscard]] std::string port() const { return std::to_string(port_); }
  [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + port(); }
  [[nodiscard]] int connections() const { return connections_; }

private:
  void run(const script& what);

  struct tls_context;
  std::unique_ptr<tls_context> tls_;
  int listener_ = -1;
  std::uint16_t port_ = 0;
  std::atomic<int> connections_{0};
  std::atomic<int> current_{-1};
  std::atomic<bool> is_stopping_{false};
  std::thread thread_;
};

/// A whole reply.
[[nodiscard]] std::string http_ok(std::string_view body, std::string_view more_headers = {});

} // namespace palang::testing
