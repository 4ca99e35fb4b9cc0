#pragma once

#include "shared/core/clock.hpp"
#include "shared/protocol/messages.hpp"

#include <deque>
#include <optional>
#include <string>
#include <string_view>

namespace palang::mobile {

/// What a device keeps of its last contact, to know the time without one.
struct ClockPair {
  instant server{};          ///< The server's time …
  milliseconds monotonic{0}; ///< … at this monotonic reading …
  instant wall{};            ///< … and this wall-clock reading …
  std::string bootId;        ///< … of this boot.
};
/// One line of text, for a setting.
[[nodiscard]] std::string toText(const ClockPair& pair);
[[nodiscard]] std::optional<ClockPair> clockPairFrom(std::string_view text);

/// How far the device's wall clock is off. Ties the server's time to the monotonic clock by the
/// sample with the lowest round trip of the last ten minutes, so that a wall clock that a person
/// sets changes nothing but the offset. Thread: one.
class ClockEstimator {
public:
  ClockEstimator(const clock& time, std::string bootId);

  /// What an earlier run of the program kept.
  void restore(const ClockPair& pair);
  /// The server read `serverTime` between the monotonic readings `sent` and `received`.
  void addSample(instant serverTime, milliseconds sent, milliseconds received);

  [[nodiscard]] instant correctedNow() const;
  /// `server`: a sample of the last ten minutes and a wall clock that did not jump since;
  /// `monotonic`: counted on from the last contact of this boot; `none`: only the wall clock and,
  /// at best, the offset of an earlier boot.
  [[nodiscard]] protocol::clock_info info() const;
  /// nullopt before the first contact of this boot.
  [[nodiscard]] std::optional<milliseconds> offset() const;
  [[nodiscard]] std::optional<milliseconds> roundTrip() const; ///< Of the best sample.
  [[nodiscard]] std::optional<ClockPair> pair() const;         ///< To keep.

private:
  struct Sample {
    milliseconds received{0};
    milliseconds roundTrip{0};
    ClockPair pair;
  };
  [[nodiscard]] const Sample* best() const;
  [[nodiscard]] const ClockPair* reference() const;
  [[nodiscard]] bool hasWallJumped(const ClockPair& since) const;

  const clock& m_time;
  std::string m_bootId;
  std::deque<Sample> m_samples; ///< Oldest first; at least the last one is kept.
  std::optional<ClockPair> m_restored;
};

} // namespace palang::mobile
