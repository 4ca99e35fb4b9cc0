#pragma once

#include "shared/core/error.hpp"
#include "shared/protocol/messages.hpp"
#include "tests/support/protocol_client.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace palang::testing {

/// How a replay went.
struct replay_report {
  int accepted = 0;
  int duplicates = 0; ///< Answers that were lost and given again.
  int connections = 0;
  std::vector<error> refusals;
  std::vector<std::string> answers; ///< The accepted data, in the order of the records.
};

struct replay_options {
  std::uint16_t port = 0;
  login_facts who;
  std::uint32_t seed = 1;
  int break_every = 200; ///< The link is cut after about so many sent records, answers unread.
  std::size_t window = 32;
};

/// Sends `records` through real connections by the outbox_sender's rules, cutting the link now and
/// then, until each is settled. Thread: its caller's.
[[nodiscard]] replay_report replay(const std::vector<protocol::submit>& records,
                                   const replay_options& o);

} // namespace palang::testing
