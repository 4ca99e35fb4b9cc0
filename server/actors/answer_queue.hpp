#pragma once

#include "shared/protocol/messages.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

namespace palang::actors {

/// Answers in the order of the questions, whatever order they become known in. A plain value.
class answer_queue {
public:
  using ticket = std::uint64_t;

  /// A question came: its place in the order.
  [[nodiscard]] ticket ask();
  /// Its answer; what may leave now, in order.
  [[nodiscard]] std::vector<protocol::server_message> answer(ticket t,
                                                             protocol::server_message what);

  /// Asked and not yet released.
  [[nodiscard]] std::size_t size() const noexcept { return places_.size(); }

private:
  ticket first_ = 0; ///< Of places_.front().
  std::deque<std::optional<protocol::server_message>> places_;
};

} // namespace palang::actors
