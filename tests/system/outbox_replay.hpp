#pragma once

#include "shared/core/clock.hpp"
#include "shared/core/error.hpp"
#include "shared/protocol/messages.hpp"
#include "tests/support/protocol_client.hpp"

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace palang::testing {

/// How a replay went.
struct replay_report {
  int accepted = 0;
  int duplicates = 0; ///< Answers that were lost and given again.
  int connections = 0;
  int restarts = 0;
  std::string last_trouble;    ///< Why a link failed.
  int put_off = 0;             ///< Refusals that asked to try again.
  milliseconds worst_answer{}; ///< From sending to reading the answer, on a link that held.
  std::vector<error> refusals;
  std::vector<std::string> answers; ///< The accepted data, in the order of the records.
};

struct replay_options {
  std::uint16_t port = 0;
  login_facts who;
  std::string token; ///< Of an earlier log-in; empty: logs in as `who`.
  std::uint32_t seed = 1;
  int break_every = 200; ///< The link is cut after about so many sent records, answers unread.
  std::size_t window = 32;
  int restart_one_in = 0;  ///< So many broken links: the device itself starts anew; 0: never.
  milliseconds lasting{0}; ///< The records are made evenly over this time; 0: all there at once.
  milliseconds give_up_after = std::chrono::hours{24}; ///< Returns then, whatever is left.
};

/// Sends `records` through real connections by the outbox_sender's rules, cutting the link now and
/// then, until each is settled. A link that fails is tried again. Throws std::runtime_error when
/// the log-in is refused. Thread: its caller's.
[[nodiscard]] replay_report replay(const std::vector<protocol::submit>& records,
                                   const replay_options& o);

} // namespace palang::testing
