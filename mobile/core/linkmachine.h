#pragma once

#include "shared/core/clock.hpp"

#include <cstdint>
#include <optional>
#include <random>

namespace palang::mobile {

/// When to connect, greet, ping, give up and try again: a Link without its socket. No I/O, no
/// clock: each call says what to do next, and tick() is due at deadline(). All times are monotonic
/// milliseconds.
class LinkMachine {
public:
  enum class Phase {
    Idle,     ///< Not asked to connect.
    Waiting,  ///< For the next try.
    Opening,  ///< The socket is connecting.
    Greeting, ///< Hello sent, no welcome yet.
    Greeted,
    Parked, ///< Refused; tries again only when asked.
  };
  enum class Action {
    None,
    Connect, ///< Open a new socket.
    Greet,   ///< Send the hello.
    Ping,    ///< Send a ping with pingNumber().
    Drop,    ///< Forget the socket; the machine already waits for the next try.
  };

  explicit LinkMachine(std::uint32_t jitterSeed) : m_random{jitterSeed} {}

  // -- what the owner or a person asks for
  [[nodiscard]] Action open(milliseconds now);
  void close();
  /// A person asked: tries at once and forgets earlier failures.
  [[nodiscard]] Action checkNow(milliseconds now);
  /// The operating system reports the network: tries at once, but a network that flaps keeps its
  /// back-off.
  [[nodiscard]] Action networkBack(milliseconds now);
  /// The connection answers but does not do its work: gives it up.
  [[nodiscard]] Action giveUp(milliseconds now);
  /// A hello and a sync succeeded: the back-off starts from the beginning.
  void confirmHealthy() { m_failures = 0; }

  // -- what the socket tells
  [[nodiscard]] Action socketOpened(milliseconds now);
  [[nodiscard]] Action welcomed(milliseconds now, milliseconds heartbeat,
                                milliseconds reconnectJitter);
  /// Any frame: the connection is alive in this direction.
  void heard(milliseconds now) { m_heardAt = now; }
  void ponged(std::int64_t n);
  /// The socket is gone. `closeCode`: of the close frame, 1006 when there was none.
  void closed(milliseconds now, std::uint16_t closeCode);

  [[nodiscard]] Action tick(milliseconds now);
  [[nodiscard]] std::optional<milliseconds> deadline() const;

  [[nodiscard]] Phase phase() const { return m_phase; }
  [[nodiscard]] std::int64_t pingNumber() const { return m_pingNumber; }

private:
  [[nodiscard]] Action connect(milliseconds now);
  [[nodiscard]] Action ping(milliseconds now);
  void waitBeforeNextTry(milliseconds now, milliseconds atLeastWindow = milliseconds{0});
  [[nodiscard]] std::optional<milliseconds> pongDeadline() const;

  Phase m_phase = Phase::Idle;
  int m_failures = 0;
  milliseconds m_phaseDeadline{0}; ///< Of Waiting, Opening and Greeting.
  milliseconds m_heartbeat{0};
  milliseconds m_reconnectJitter{0};
  milliseconds m_nextPing{0};
  milliseconds m_heardAt{0};
  std::optional<milliseconds> m_pingedAt; ///< Of the oldest ping without its pong.
  std::int64_t m_pingNumber = 0;
  std::mt19937 m_random;
};

} // namespace palang::mobile
