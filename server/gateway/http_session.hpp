#pragma once

#include "server/gateway/hub.hpp"

namespace palang::gateway {

/// Speaks HTTP/1.1 on a new socket until it closes or becomes a WebSocket. `is_refused`: only says
/// 503.
void start_http(hub& h, listener from, tcp_socket socket, std::string remote, bool is_refused);

} // namespace palang::gateway
