#include "server/actors/answer_queue.hpp"

#include <utility>

namespace palang::actors {

answer_queue::ticket answer_queue::ask() {
  places_.emplace_back();
  return first_ + places_.size() - 1;
}

std::vector<protocol::server_message> answer_queue::answer(ticket t,
                                                           protocol::server_message what) {
  places_[t - first_] = std::move(what);
  std::vector<protocol::server_message> ready;
  for (; !places_.empty() && places_.front(); ++first_) {
    ready.push_back(std::move(*places_.front()));
    places_.pop_front();
  }
  return ready;
}

} // namespace palang::actors
