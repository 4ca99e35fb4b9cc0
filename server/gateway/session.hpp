#pragma once

#include "server/gateway/gateway.hpp"
#include "server/gateway/timer_wheel.hpp"
#include "server/gateway/wire.hpp"

#include <boost/intrusive/list.hpp>

#include <memory>
#include <string>

namespace palang::gateway {

class hub;

/// Links a session into the hub's list of all, or of those that have something to flush; destroying
/// it unlinks it.
template <class Tag>
using session_hook =
    boost::intrusive::list_base_hook<boost::intrusive::tag<Tag>,
                                     boost::intrusive::link_mode<boost::intrusive::auto_unlink>>;

struct in_all;

/// Whatever holds a socket: the speaker of HTTP, or of the WebSocket that followed it. Its pending
/// operations keep it alive; with the last of them it goes. Thread: the gateway's.
class session : public wire_owner, public timed, public session_hook<in_all> {
public:
  session(hub& h, listener from, std::unique_ptr<wire> w, std::string remote);
  ~session() override;

  /// The server stops: finish what is under way and end.
  virtual void stop() = 0;
  /// End now.
  virtual void cut() = 0;

protected:
  /// Calls on_time() at the deadline.
  void set_deadline(milliseconds in);
  [[nodiscard]] bool is_due() const { return steady::now() >= deadline_; }
  /// For on_time(): arms again when the wheel came early.
  void wait_on();

  hub& hub_;
  const listener from_;
  std::unique_ptr<wire> wire_;
  std::string remote_;

private:
  time_point deadline_{};
};

} // namespace palang::gateway
