#pragma once

#include <boost/intrusive/list.hpp>

#include <array>
#include <chrono>
#include <cstddef>

namespace palang::gateway {

/// Something with a deadline. Destroying it disarms it.
class timed : public boost::intrusive::list_base_hook<
                  boost::intrusive::link_mode<boost::intrusive::auto_unlink>> {
public:
  /// The time is up, or as much of it as the wheel can measure: look at the clock and arm again if
  /// need be.
  virtual void on_time() = 0;

protected:
  ~timed() = default;
};

/// Coarse deadlines for many connections: all that fall into one tick share one wake-up, and arming
/// costs four pointers. Thread: the gateway's.
class timer_wheel {
public:
  static constexpr std::chrono::milliseconds tick{100};

  /// Calls who.on_time() after `in`, rounded up to ticks, and never later than the wheel's length
  /// (51 s). Replaces an earlier arm().
  void arm(timed& who, std::chrono::milliseconds in);
  /// One tick has passed.
  void turn();

private:
  using slot = boost::intrusive::list<timed, boost::intrusive::constant_time_size<false>>;
  std::array<slot, 512> slots_;
  std::size_t now_ = 0;
};

} // namespace palang::gateway
