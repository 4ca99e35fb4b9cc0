#include "server/gateway/mailbox.hpp"

#include <boost/asio/post.hpp>

#include <utility>

namespace palang::gateway {

// The post is made under the lock: after shut() has returned nobody can reach the loop, which may
// then be destroyed.
void mailbox::put(command::any c) {
  const std::lock_guard lock{mutex_};
  if (is_shut_)
    return;
  waiting_.push_back(std::move(c));
  if (!std::exchange(is_posted_, true))
    net::post(*loop_, [this] { deliver(); });
}

void mailbox::shut() {
  std::vector<command::any> forgotten;
  const std::lock_guard lock{mutex_};
  is_shut_ = true;
  forgotten.swap(waiting_);
}

void mailbox::deliver() {
  std::vector<command::any> taken;
  {
    const std::lock_guard lock{mutex_};
    is_posted_ = false;
    taken.swap(waiting_);
  }
  if (!taken.empty())
    handle_(std::move(taken));
}

} // namespace palang::gateway
