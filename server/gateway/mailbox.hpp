#pragma once

#include "server/gateway/gateway.hpp"
#include "server/gateway/net.hpp"
#include "server/gateway/write_queue.hpp"

#include <functional>
#include <memory>
#include <mutex>
#include <variant>
#include <vector>

namespace palang::gateway {

/// A request that waits for its answer. Called on the gateway's thread.
class exchange {
public:
  virtual ~exchange() = default;
  /// `request` tells this connection's requests apart: an answer to another than the one that waits
  /// is ignored.
  virtual void respond(std::uint64_t request, http_response response) = 0;
};

/// What other threads ask of the gateway's.
namespace command {

struct send {
  connection_id to;
  shared_block frame;
};
struct subscribe {
  connection_id who;
  subscription what;
};
struct publish {
  event_batch events;
};
struct broadcast {
  shared_block frame;
};
struct greet {
  connection_id who;
};
struct notify_drained {
  connection_id who;
};
struct close {
  connection_id who;
  std::uint16_t code;
  std::string reason;
};
struct respond {
  std::weak_ptr<exchange> to;
  std::uint64_t request;
  http_response response;
};
struct stop {};
/// Ends what has not ended since stop.
struct cut {};

using any = std::variant<send, subscribe, publish, broadcast, greet, notify_drained, close, respond,
                         stop, cut>;

} // namespace command

/// Commands from any thread to the loop: a burst of them wakes it once and is handled in one turn.
class mailbox {
public:
  using handler = std::function<void(std::vector<command::any>)>;

  /// `handle` runs on `loop`, for as long as the mailbox is not shut.
  mailbox(net::io_context& loop, handler handle) : loop_(&loop), handle_(std::move(handle)) {}

  /// Thread: any. After shut() it is forgotten.
  void put(command::any c);
  /// Nothing is taken or handled any more. Thread: the loop's.
  void shut();

private:
  void deliver();

  std::mutex mutex_;
  net::io_context* loop_;
  handler handle_;
  std::vector<command::any> waiting_;
  bool is_posted_ = false;
  bool is_shut_ = false;
};

} // namespace palang::gateway
