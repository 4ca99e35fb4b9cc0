#pragma once

#include "server/actors/outbound.hpp"

#include <cstddef>
#include <deque>

namespace palang::actors {

/// The most recent events in memory, gapless by seq. A plain value.
class event_ring {
public:
  /// Keeps at most `max_events` and `max_bytes` of JSON, but always the newest.
  void limit(std::size_t max_events, std::size_t max_bytes) {
    max_events_ = max_events;
    max_bytes_ = max_bytes;
  }
  /// Empty, and the next event must be `newest_seq` + 1.
  void restart_after(std::int64_t newest_seq);
  /// @pre e.seq == newest_seq() + 1
  void push(encoded_event e);

  [[nodiscard]] std::int64_t newest_seq() const noexcept { return newest_seq_; }
  /// Of the first event kept; newest_seq() + 1 when empty.
  [[nodiscard]] std::int64_t oldest_seq() const noexcept {
    return newest_seq_ + 1 - static_cast<std::int64_t>(events_.size());
  }
  /// Whether everything after `seq` is here.
  [[nodiscard]] bool covers_after(std::int64_t seq) const noexcept {
    return seq + 1 >= oldest_seq();
  }
  [[nodiscard]] const encoded_event& at(std::int64_t seq) const {
    return events_[static_cast<std::size_t>(seq - oldest_seq())];
  }
  [[nodiscard]] std::size_t bytes() const noexcept { return bytes_; }

private:
  std::size_t max_events_ = 1;
  std::size_t max_bytes_ = 0;
  std::size_t bytes_ = 0;
  std::int64_t newest_seq_ = 0;
  std::deque<encoded_event> events_;
};

} // namespace palang::actors
