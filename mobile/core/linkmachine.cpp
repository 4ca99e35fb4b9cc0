#include "mobile/core/linkmachine.h"

#include "shared/protocol/limits.hpp"

#include <algorithm>

namespace palang::mobile {

using namespace std::chrono_literals;
namespace limits = protocol::limits;
namespace close_code = protocol::close_code;

namespace {

constexpr milliseconds connectTimeout = 10s;
constexpr milliseconds welcomeTimeout = 10s;
/// A pong may wait behind a long replay: as long as frames arrive it gets the longer time.
constexpr milliseconds silenceTimeout = 10s;
constexpr milliseconds pongTimeout = 30s;
/// 0.5 s doubled this often is over the greatest back-off.
constexpr int failuresAtMost = 6;

[[nodiscard]] bool needsPerson(std::uint16_t code) {
  return code == close_code::unauthorized || code == close_code::forbidden
         || code == close_code::taken_over;
}

} // namespace

LinkMachine::Action LinkMachine::open(milliseconds now) {
  m_failures = 0;
  return connect(now);
}

void LinkMachine::close() {
  m_phase = Phase::Idle;
}

LinkMachine::Action LinkMachine::checkNow(milliseconds now) {
  if (m_phase == Phase::Waiting || m_phase == Phase::Parked) {
    m_failures = 0;
    return connect(now);
  }
  return m_phase == Phase::Greeted ? ping(now) : Action::None;
}

LinkMachine::Action LinkMachine::networkBack(milliseconds now) {
  if (m_phase == Phase::Waiting)
    return connect(now);
  return m_phase == Phase::Greeted ? ping(now) : Action::None;
}

LinkMachine::Action LinkMachine::giveUp(milliseconds now) {
  if (m_phase != Phase::Greeted)
    return Action::None;
  waitBeforeNextTry(now);
  return Action::Drop;
}

LinkMachine::Action LinkMachine::socketOpened(milliseconds now) {
  if (m_phase != Phase::Opening)
    return Action::None;
  m_phase = Phase::Greeting;
  m_phaseDeadline = now + welcomeTimeout;
  m_heardAt = now;
  return Action::Greet;
}

LinkMachine::Action LinkMachine::welcomed(milliseconds now, milliseconds heartbeat,
                                          milliseconds reconnectJitter) {
  if (m_phase != Phase::Greeting)
    return Action::None;
  m_phase = Phase::Greeted;
  m_heartbeat = std::clamp<milliseconds>(heartbeat, 1s, limits::silence / 2);
  m_reconnectJitter = std::clamp<milliseconds>(reconnectJitter, 0s, 60s);
  m_pingedAt.reset();
  return ping(now);
}

void LinkMachine::ponged(std::int64_t n) {
  // A late pong of an earlier ping proves nothing about the last one.
  if (n == m_pingNumber)
    m_pingedAt.reset();
}

void LinkMachine::closed(milliseconds now, std::uint16_t closeCode) {
  if (m_phase == Phase::Idle || m_phase == Phase::Waiting || m_phase == Phase::Parked)
    return;
  if (needsPerson(closeCode)) {
    m_phase = Phase::Parked;
    return;
  }
  if (closeCode == close_code::too_many)
    m_failures = failuresAtMost;
  waitBeforeNextTry(now, closeCode == close_code::going_away ? m_reconnectJitter : milliseconds{0});
}

LinkMachine::Action LinkMachine::tick(milliseconds now) {
  const auto due = deadline();
  if (!due || now < *due)
    return Action::None;
  if (m_phase == Phase::Waiting)
    return connect(now);
  const auto pongDue = pongDeadline();
  if (m_phase == Phase::Greeted && !(pongDue && now >= *pongDue))
    return ping(now);
  waitBeforeNextTry(now);
  return Action::Drop;
}

std::optional<milliseconds> LinkMachine::deadline() const {
  switch (m_phase) {
  case Phase::Idle:
  case Phase::Parked:
    return std::nullopt;
  case Phase::Waiting:
  case Phase::Opening:
  case Phase::Greeting:
    return m_phaseDeadline;
  case Phase::Greeted:
    break;
  }
  const auto pongDue = pongDeadline();
  return pongDue ? std::min(*pongDue, m_nextPing) : m_nextPing;
}

LinkMachine::Action LinkMachine::connect(milliseconds now) {
  m_phase = Phase::Opening;
  m_phaseDeadline = now + connectTimeout;
  return Action::Connect;
}

LinkMachine::Action LinkMachine::ping(milliseconds now) {
  ++m_pingNumber;
  m_nextPing = now + m_heartbeat;
  if (!m_pingedAt)
    m_pingedAt = now;
  return Action::Ping;
}

void LinkMachine::waitBeforeNextTry(milliseconds now, milliseconds atLeastWindow) {
  const milliseconds doubled = limits::reconnect_min * (1 << m_failures);
  const milliseconds window =
      std::max(atLeastWindow, std::min<milliseconds>(doubled, limits::reconnect_max));
  m_failures = std::min(m_failures + 1, failuresAtMost);
  std::uniform_int_distribution<milliseconds::rep> jitter{0, window.count()};
  m_phase = Phase::Waiting;
  m_phaseDeadline = now + milliseconds{jitter(m_random)};
}

std::optional<milliseconds> LinkMachine::pongDeadline() const {
  if (!m_pingedAt)
    return std::nullopt;
  return std::min(*m_pingedAt + pongTimeout, std::max(*m_pingedAt, m_heardAt) + silenceTimeout);
}

} // namespace palang::mobile
