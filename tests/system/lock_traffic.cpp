#include "tests/system/lock_traffic.hpp"

#include <array>
#include <exception>

namespace palang::testing {

namespace {

using json = sim_control::json;

constexpr std::int64_t first_lock = 7000001;
constexpr std::array gates{"in-1", "in-2", "out-1", "out-2"};
constexpr std::array kinds{"app",         "passcode", "card",     "fingerprint", "key",
                           "passcode",    "card",     "lock_app", "tamper",      "passcode_failed",
                           "door_opened", "fob",      "button"};

} // namespace

/// Of letters: digits might be a passcode, which nobody keeps.
std::string lock_traffic::name() {
  std::string out;
  for (auto left = ++names_; left > 0; left /= 26)
    out += static_cast<char>('A' + left % 26);
  return out;
}

json lock_traffic::record() {
  const std::string by = kinds[below(kinds.size())];
  json out{{"lock_id", first_lock + static_cast<std::int64_t>(below(gates.size()))}, {"by", by}};
  // The cloud's callback cannot tell two equal records of one second apart.
  out["username"] = name();
  if (by.starts_with("passcode")) {
    out["passcode"] = passcodes_.emplace_back(std::to_string(1'000'000'000 + below(9'000'000'000)));
    if (below(2) == 0)
      out.erase("username");
  }
  return out;
}

void lock_traffic::happen(int count) {
  auto all = json::array();
  for (int i = 0; i < count; ++i)
    all.push_back(record());
  site_.world->post("/events", all);
}

void lock_traffic::crowd(std::int64_t lock, int count) {
  auto all = json::array();
  for (int i = 0; i < count; ++i)
    all.push_back({{"lock_id", lock}, {"by", "lock_app"}, {"username", name()}});
  site_.world->post("/events", all);
}

void lock_traffic::ask_to_open() {
  const auto turn = static_cast<std::size_t>(openings_++) % gates.size();
  protocol::gate_open_data open;
  open.gate_id = gates[turn];
  open.reason = "VIP";
  ++asked_[first_lock + static_cast<std::int64_t>(turn)];
  try {
    site_.submit(open);
  } catch (const std::exception&) {
    site_.hang_up();
  }
}

int lock_traffic::asked(std::int64_t lock) const {
  const auto found = asked_.find(lock);
  return found == asked_.end() ? 0 : found->second;
}

} // namespace palang::testing
