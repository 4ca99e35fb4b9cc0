// What nobody knows of the cloud, one way beside the other, through every outage: at the end the
// database has what the locks recorded, or an alert says what is lost.
#include "tests/system/lock_trial.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cstdlib>
#include <exception>
#include <span>
#include <thread>

using namespace palang::testing;

namespace {

struct way {
  const char* name;
  const char* settings; ///< Of the simulated cloud.
};

constexpr way backlogs[] = {
    {"a backlog comes one by one, the oldest first; locks tell when they lock again", R"({
       "lock": {"auto_lock_records": true}})"},
    {"arrays of 50, the newest first, with the lock's own date; answers are waited for", R"({
       "upload": {"order": "newest", "server_date": "lock"},
       "callback": {"backlog_batch": 50, "retries": 3, "retry_ms": 300}})"},
    {"shuffled, half of it twice; lists begin with the oldest and end before their end", R"({
       "upload": {"order": "shuffled"}, "list": {"order": "oldest", "is_end_inclusive": false},
       "callback": {"duplicate_probability": 0.5, "duplicate_after_ms": 100}})"},
    {"three of ten callbacks never come; numbers and lists are in no order", R"({
       "upload": {"record_ids": "random"}, "list": {"order": "shuffled"},
       "callback": {"drop_probability": 0.3}})"},
    {"no callbacks after an outage, and never any of cards or of remote openings", R"({
       "callback": {"after_outage": false, "unpushed_types": [7, 12]}, "list": {"delay_ms": 100}})"}};

constexpr way payloads[] = {
    {"payloads as documented, with fields that nobody knows; commands that nobody answers", R"({
       "callback": {"shape": "documented", "extra_fields": true, "backlog_batch": 50},
       "command": {"timeout_probability": 0.4, "no_move_probability": 0.2}})"},
    {"app records with a null passcode; a log-in ends older tokens; four callbacks at once", R"({
       "callback": {"app_passcode": "null", "parallel": 4},
       "account": {"login_revokes": true, "refresh_revokes": true}})"},
    {"app records with an empty passcode; gateways keep what they read", R"({
       "callback": {"app_passcode": "empty"},
       "upload": {"gateway_keeps": true, "order": "shuffled"}})"},
    {"notices of gateways come late; callbacks need a valid token", R"({
       "callback": {"token": "valid"}, "gateway": {"offline_notice_ms": 1800000}})"},
    {"notices come at once and lists lag; two in one callback", R"({
       "gateway": {"offline_notice_ms": 0, "online_notice_always": true,
                   "list_offline": {"least_ms": 3000, "most_ms": 4000},
                   "list_online": {"least_ms": 1000, "most_ms": 2000}},
       "callback": {"prompt_batch": 20, "backlog_batch": 2, "retries": 3, "retry_ms": 200}})"}};

/// One order of events in every run, any other by PALANG_LOCK_SEED.
unsigned chosen_seed() {
  const auto* const given = std::getenv("PALANG_LOCK_SEED");
  return given != nullptr ? static_cast<unsigned>(std::stoul(given)) : 102;
}

std::vector<std::string> tried(const way& w, unsigned seed) {
  try {
    return lock_trial{sim_control::json::parse(w.settings), seed}.run();
  } catch (const std::exception& e) {
    return {std::string{"it broke off: "} + e.what()};
  }
}

/// They mostly wait, so they go beside each other.
void try_all(std::span<const way> ways) {
  const auto seed = chosen_seed();
  const auto* const only = std::getenv("PALANG_LOCK_WAY");
  std::vector<std::vector<std::string>> wrong(ways.size());
  {
    std::vector<std::jthread> trials;
    for (std::size_t i = 0; i < ways.size(); ++i)
      if (only == nullptr || std::to_string(i) == only)
        trials.emplace_back([&, i] { wrong[i] = tried(ways[i], seed); });
  }
  for (std::size_t i = 0; i < ways.size(); ++i)
    for (const auto& words : wrong[i])
      FAIL_CHECK("PALANG_LOCK_SEED=" << seed << " PALANG_LOCK_WAY=" << i << ": " << ways[i].name
                                     << "\n"
                                     << words);
}

} // namespace

TEST_CASE("whichever way a backlog comes, no outage loses a record in silence", "[system][lock]") {
  try_all(backlogs);
}

TEST_CASE("whatever payloads, tokens and notices are like, no outage loses a record in silence",
          "[system][lock]") {
  try_all(payloads);
}
