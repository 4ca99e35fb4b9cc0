#pragma once

#include "tests/support/protocol_client.hpp"
#include "tests/support/server_database.hpp"
#include "tests/support/server_process.hpp"
#include "tests/ttlock_sim/support/sim_control.hpp"
#include "tests/ttlock_sim/support/sim_process.hpp"

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace palang::testing {

/// What names a record for people: lock, lock's time in ms, type from the lock, success, and the
/// credential's last digits.
using record_name = std::tuple<std::string, std::int64_t, int, bool, std::string>;

/// A demo site whose gates in-1, in-2, out-1 and out-2 have the locks 7000001 to 7000004 of a
/// simulated cloud: real processes, the TTLock side much faster than in earnest.
class lock_site {
public:
  /// `settings`: of the simulator, a merge patch over fast ones. `more`: arguments of palangd.
  explicit lock_site(const sim_control::json& settings = sim_control::json::object(),
                     std::vector<std::string> more = {}, const std::string& pace = "300");

  server_database database;
  server_process server{database.arguments(), database.environment()};
  std::unique_ptr<sim_process> sim;
  std::unique_ptr<sim_control> world;

  /// A supervisor's connection, made anew when it is asked for after a restart.
  protocol_client& supervisor();
  /// Ends the connection, before a restart of the server.
  void hang_up() { supervisor_.reset(); }

  /// Everything that the locks ever recorded, but for what they squeezed out.
  [[nodiscard]] std::multiset<record_name> made();
  /// Everything that the server has.
  [[nodiscard]] std::multiset<record_name> known();
  /// Alerts of a kind; open ones only unless told otherwise.
  [[nodiscard]] std::vector<protocol::alert> alerts(protocol::alert_kind kind, bool is_open = true);

  /// Looks again and again until it holds; false after `limit`.
  [[nodiscard]] bool eventually(const std::function<bool()>& holds,
                                std::chrono::milliseconds limit = std::chrono::seconds{60});
  /// Sends one submission as the supervisor; throws std::runtime_error when it is refused.
  protocol::accepted submit(protocol::submit_data data);

private:
  std::unique_ptr<protocol_client> supervisor_;
};

} // namespace palang::testing
