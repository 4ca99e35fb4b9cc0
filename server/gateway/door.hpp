#pragma once

#include "server/gateway/gateway.hpp"
#include "server/gateway/net.hpp"
#include "server/gateway/timer_wheel.hpp"

namespace palang::gateway {

class hub;

/// A listening socket whose connections go to the hub. Thread: the gateway's, once open.
class door final : public timed {
public:
  door(hub& h, listener which);

  /// Binds and listens. Errors: invalid with the listener as field.
  [[nodiscard]] result<void> open(const endpoint& at);
  [[nodiscard]] endpoint bound() const;
  void accept();
  void close();

  /// Tries again: most likely the process had no file descriptor left.
  void on_time() override { accept(); }

private:
  hub& hub_;
  listener which_;
  net::basic_socket_acceptor<tcp, executor> acceptor_;
};

} // namespace palang::gateway
