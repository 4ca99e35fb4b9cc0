#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/system/error_code.hpp>

#include <chrono>

/// Short names for what the gateway uses of Asio. Included by the gateway's own files only.
namespace palang::gateway {

namespace net = boost::asio;
using tcp = net::ip::tcp;
using error_code = boost::system::error_code;

/// The concrete executor keeps sockets and pending operations small; there is one loop only.
using executor = net::io_context::executor_type;
using tcp_socket = net::basic_stream_socket<tcp, executor>;

/// Asio's timers run on this clock, so deadlines beside them do too.
using steady = std::chrono::steady_clock;
using time_point = steady::time_point;
using std::chrono::milliseconds;

} // namespace palang::gateway
