#pragma once

#include "tests/ttlock_sim/program/network.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

/// Shared by the network's two sources only.
namespace palang::ttlock_sim {

struct network::state {
  boost::asio::io_context loop{1};
  boost::asio::steady_timer wake{loop};
  boost::asio::signal_set signals{loop, SIGINT, SIGTERM};
};

} // namespace palang::ttlock_sim
