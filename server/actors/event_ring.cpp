#include "server/actors/event_ring.hpp"

#include <utility>

namespace palang::actors {

void event_ring::restart_after(std::int64_t newest_seq) {
  events_.clear();
  bytes_ = 0;
  newest_seq_ = newest_seq;
}

void event_ring::push(encoded_event e) {
  newest_seq_ = e.seq;
  bytes_ += e.json.size();
  events_.push_back(std::move(e));
  while (events_.size() > 1 && (events_.size() > max_events_ || bytes_ > max_bytes_)) {
    bytes_ -= events_.front().json.size();
    events_.pop_front();
  }
}

} // namespace palang::actors
