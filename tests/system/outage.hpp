#pragma once

#include "tests/support/protocol_client.hpp"
#include "tests/support/server_process.hpp"

#include <chrono>
#include <functional>
#include <string>

namespace palang::testing {

/// What keeps a database from taking writes, and its end.
struct outage {
  const char* name;
  std::function<void()> happen;
  std::function<void()> end;
};

/// For a server whose intake is to be tried as well.
inline constexpr auto callback_secret = "s3cret";

[[nodiscard]] long long ms_since(std::chrono::steady_clock::time_point begin);
[[nodiscard]] std::string plate(int n);
[[nodiscard]] protocol::pong ping(protocol_client& client);
/// Checks that the database is down for as long as a few probes take.
void stay_down(protocol_client& client);
/// Sends until it is taken; nothing but a refusal for now may come before.
void insist(protocol_client& writer, const protocol::submit& what);

/// One outage in the middle of the work of a demo server. Checks that everybody is told of it and
/// of its end, that nobody waits for ever, and that what was refused is taken afterwards; prints
/// how long each took. Two cars come in, `number` names them.
void suffer(const server_process& server, const std::string& token, const outage& what, int number);

} // namespace palang::testing
