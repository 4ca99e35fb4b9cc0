#include "mobile/core/clockestimator.h"

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <utility>

namespace palang::mobile {

using namespace std::chrono_literals;

namespace {

constexpr milliseconds window = 10min;
/// Over what slewing (500 ppm) moves a clock within the window.
constexpr milliseconds jump = 2s;

} // namespace

std::string toText(const ClockPair& pair) {
  std::ostringstream out;
  out << to_ms(pair.server) << ' ' << pair.monotonic.count() << ' ' << to_ms(pair.wall) << ' '
      << pair.bootId;
  return out.str();
}

std::optional<ClockPair> clockPairFrom(std::string_view text) {
  std::istringstream in{std::string{text}};
  std::int64_t server = 0;
  std::int64_t monotonic = 0;
  std::int64_t wall = 0;
  if (!(in >> server >> monotonic >> wall))
    return std::nullopt;
  ClockPair pair{from_ms(server), milliseconds{monotonic}, from_ms(wall), {}};
  in >> pair.bootId;
  return pair;
}

ClockEstimator::ClockEstimator(const clock& time, std::string bootId)
    : m_time{time}, m_bootId{std::move(bootId)} {}

void ClockEstimator::restore(const ClockPair& pair) {
  m_restored = pair;
}

void ClockEstimator::addSample(instant serverTime, milliseconds sent, milliseconds received) {
  const auto now = m_time.monotonic();
  const auto middle = sent + (received - sent) / 2;
  const auto wallAtMiddle = m_time.now() - (now - middle);
  m_samples.push_back({received, received - sent, {serverTime, middle, wallAtMiddle, m_bootId}});
  while (m_samples.size() > 1 && now - m_samples.front().received > window)
    m_samples.pop_front();
}

instant ClockEstimator::correctedNow() const {
  return m_time.now() + milliseconds{info().offset_ms};
}

protocol::clock_info ClockEstimator::info() const {
  using protocol::clock_source;
  if (const auto known = offset()) {
    const auto* sample = best();
    const bool isFresh = sample != nullptr
                         && m_time.monotonic() - m_samples.back().received <= window
                         && !hasWallJumped(sample->pair);
    return {known->count(), isFresh ? clock_source::server : clock_source::monotonic};
  }
  if (m_restored)
    return {(m_restored->server - m_restored->wall).count(), clock_source::none};
  return {};
}

std::optional<milliseconds> ClockEstimator::offset() const {
  const auto* from = reference();
  if (from == nullptr)
    return std::nullopt;
  return from->server + (m_time.monotonic() - from->monotonic) - m_time.now();
}

std::optional<milliseconds> ClockEstimator::roundTrip() const {
  const auto* sample = best();
  return sample ? std::optional{sample->roundTrip} : std::nullopt;
}

std::optional<ClockPair> ClockEstimator::pair() const {
  const auto* from = reference();
  return from ? std::optional{*from} : std::nullopt;
}

const ClockEstimator::Sample* ClockEstimator::best() const {
  const auto found = std::ranges::min_element(m_samples, {}, &Sample::roundTrip);
  return found == m_samples.end() ? nullptr : &*found;
}

const ClockPair* ClockEstimator::reference() const {
  if (const auto* sample = best())
    return &sample->pair;
  const bool isSameBoot = m_restored && !m_bootId.empty() && m_restored->bootId == m_bootId;
  return isSameBoot ? &*m_restored : nullptr;
}

bool ClockEstimator::hasWallJumped(const ClockPair& since) const {
  const milliseconds wallPassed = m_time.now() - since.wall;
  const milliseconds passed = m_time.monotonic() - since.monotonic;
  return std::chrono::abs(wallPassed - passed) > jump;
}

} // namespace palang::mobile
