#include "server/gateway/write_queue.hpp"

#include <utility>

namespace palang::gateway {

// A long chain that nobody else holds would otherwise be released by recursion, one stack frame per
// block.
block::~block() {
  auto following = std::move(next);
  while (following && following.use_count() == 1)
    following = std::exchange(following->next, nullptr);
}

void write_queue::push(const shared_block& b) {
  if (b->bytes.empty())
    return;
  bytes_ += b->bytes.size();
  if (runs() > 0 && runs_.back().last->next == b)
    runs_.back().last = b.get();
  else
    runs_.push_back({b, b.get()});
}

std::size_t write_queue::gather(std::span<std::string_view> out) const {
  std::size_t count = 0;
  auto skip = offset_;
  for (auto i = head_; i < runs_.size(); ++i) {
    for (const block* b = runs_[i].first.get();; b = b->next.get()) {
      if (count == out.size())
        return count;
      out[count++] = std::string_view{b->bytes}.substr(skip);
      skip = 0;
      if (b == runs_[i].last)
        break;
    }
  }
  return count;
}

void write_queue::consume(std::size_t count) {
  bytes_ -= count;
  offset_ += count;
  while (runs() > 0 && offset_ >= runs_[head_].first->bytes.size()) {
    offset_ -= runs_[head_].first->bytes.size();
    drop_front_block();
  }
}

void write_queue::drop_front_block() {
  auto& front = runs_[head_];
  if (front.first.get() != front.last) {
    front.first = front.first->next;
    return;
  }
  front.first.reset();
  ++head_;
  if (head_ == runs_.size()) {
    runs_.clear();
    head_ = 0;
  } else if (head_ >= 64 && head_ * 2 >= runs_.size()) {
    runs_.erase(runs_.begin(), runs_.begin() + static_cast<std::ptrdiff_t>(head_));
    head_ = 0;
  }
}

void write_queue::drop_unstarted() {
  if (offset_ == 0)
    return clear();
  auto started = runs_[head_].first;
  runs_.clear();
  head_ = 0;
  bytes_ = started->bytes.size() - offset_;
  const auto* only = started.get();
  runs_.push_back({std::move(started), only});
}

void write_queue::clear() {
  runs_.clear();
  head_ = 0;
  offset_ = 0;
  bytes_ = 0;
}

} // namespace palang::gateway
