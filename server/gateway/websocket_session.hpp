#pragma once

#include "server/gateway/hub.hpp"

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

namespace palang::gateway {

using upgrade_request = boost::beast::http::request<boost::beast::http::string_body>;

/// What PROTOCOL 3 asks of an upgrade; nullopt when `request` may become a WebSocket.
[[nodiscard]] std::optional<http_response> refuse_upgrade(const upgrade_request& request);

/// Answers the upgrade and speaks WebSocket on the wire from then on.
void start_websocket(hub& h, std::unique_ptr<wire> w, std::string remote,
                     const upgrade_request& request);

} // namespace palang::gateway
