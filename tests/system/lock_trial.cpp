#include "tests/system/lock_trial.hpp"

#include "tests/support/http_client.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <map>
#include <string>
#include <utility>

namespace palang::testing {

namespace {

using namespace std::chrono_literals;
using json = sim_control::json;
using protocol::alert_kind;

/// At this pace a sweep comes every 216 s: what is there sooner was looked for because of its gap.
constexpr auto pace = "100";
constexpr auto sweep = 216s;
constexpr auto patience = 120s;

/// A busy gateway or lock did not take the command: it may be sent again.
bool was_busy(const json& command) {
  return command["errcode"] == -3003 || command["errcode"] == -3037;
}

/// How well a clock is known that nobody read, and the second that its times are rounded to.
constexpr std::chrono::milliseconds clock_blur = 11s;

/// The server gives an outage the records that it may have hidden: as much earlier or later as the
/// clock may be off, whichever way, and a moment more.
constexpr std::chrono::milliseconds between_outages = 2 * clock_blur + 8s;

constexpr std::int64_t first_lock = 7000001;
constexpr std::int64_t last_lock = 7000004;
constexpr std::int64_t gateway_of_exits = 8000002;
/// More than a lock holds, and more than anybody would take for a memory that was just full.
constexpr int crowd = 620;

} // namespace

lock_trial::lock_trial(const json& settings, unsigned seed)
    : chance_{seed}, site_{settings, {}, pace}, traffic_{site_, seed}, db_{site_.server.data_dir()},
      time_for_records_{patience} {
  // A callback that gets lost without an outage leaves no gap: only the sweep finds its record.
  if (settings.value(json::json_pointer{"/callback/drop_probability"}, 0.0) > 0.0)
    time_for_records_ = patience + sweep;
}

std::vector<std::string> lock_trial::run() {
  set_clocks_off();
  // Nobody is told of these, so what they hide comes with what follows.
  drop_callbacks();
  lose_tokens();
  std::vector<std::pair<const char*, void (lock_trial::*)()>> outages{
      {"a gateway without its internet", &lock_trial::cut_gateway},
      {"a killed server", &lock_trial::kill_server},
      {"a server without its internet", &lock_trial::cut_line},
      {"a cloud that is down", &lock_trial::stop_cloud},
      {"a locked database", &lock_trial::lock_database}};
  std::ranges::shuffle(outages, chance_);
  for (const auto& [name, outage] : outages) {
    when_ = std::string{"after "} + name;
    (this->*outage)();
    compare();
  }
  when_ = "at the end";
  check_losses();
  check_openings();
  check_end();
  return wrong_;
}

// -- what is odd before any outage -----------------------------------------------------------

/// The server must know them again from what it is told: what is lost later is named by its time.
void lock_trial::set_clocks_off() {
  expect("clocks are never read", [this] {
    return db_.number("SELECT count(*) FROM locks WHERE clock_measured_at IS NOT NULL") == 4;
  });
  std::map<std::string, std::int64_t> off_by;
  for (auto lock = first_lock; lock <= last_lock; ++lock) {
    const auto off = static_cast<std::int64_t>(chance_() % 180'000) - 90'000;
    const auto drift = 40 * (lock - first_lock) - 60;
    site_.world->post("/locks", {{"lock_id", lock}, {"offset_ms", off}, {"drift_ppm", drift}});
    off_by[std::to_string(lock)] = off;
  }
  traffic_.happen(40);
  auto next = site_.world->now_ms();
  expect("the clocks are never known", [&] {
    if (const auto now = site_.world->now_ms(); now >= next) {
      traffic_.happen(8);
      next = now + 1'000;
    }
    return std::ranges::all_of(db_.rows("SELECT id, clock_offset_ms FROM locks"),
                               [&](const std::vector<std::string>& row) {
                                 return std::abs(std::stoll(row[1]) - off_by[row[0]])
                                        <= clock_blur.count();
                               });
  });
  expect("the first records are on their way for ever",
         [this] { return all_uploaded() && site_.world->open_callbacks() == 0; });
}

void lock_trial::drop_callbacks() {
  const auto before = site_.world->get("/state")["settings"]["callback"]["drop_probability"];
  site_.world->set({{"callback", {{"drop_probability", 1.0}}}});
  traffic_.happen(12);
  traffic_.ask_to_open();
  expect("records are never uploaded", [this] { return all_uploaded(); });
  site_.world->set({{"callback", {{"drop_probability", before}}}});
}

/// One rejection only: a server that meets several waits longer each time.
void lock_trial::lose_tokens() {
  constexpr std::array ends{"expire", "forget", "expire_refresh"};
  const std::string chosen = ends[chance_() % ends.size()];
  site_.world->post("/tokens", {{"do", chosen}});
  if (chosen == "expire_refresh")
    site_.world->post("/tokens", {{"do", "expire"}});
  traffic_.happen(6);
  traffic_.ask_to_open();
}

// -- outages ---------------------------------------------------------------------------------

/// The lock at the second exit squeezes out what nobody read.
void lock_trial::cut_gateway() {
  keep_apart();
  site_.world->cut(gateway_of_exits);
  expect("nobody tells of the gateway",
         [this] { return !site_.alerts(alert_kind::gateway_offline).empty(); });
  traffic_.happen(30);
  traffic_.ask_to_open();
  traffic_.crowd(last_lock, crowd);
  traffic_.happen(10);
  spoil_a_page();
  site_.world->restore(gateway_of_exits);
  expect("the gateway is never back",
         [this] { return site_.alerts(alert_kind::gateway_offline).empty(); });
}

void lock_trial::kill_server() {
  traffic_.happen(10);
  traffic_.ask_to_open();
  site_.hang_up();
  site_.server.kill();
  traffic_.happen(20);
  expect("records are never uploaded", [this] { return all_uploaded(); });
  spoil_a_page();
  start_server();
}

/// The locks' records reach the cloud meanwhile.
void lock_trial::cut_line() {
  site_.world->post("/cloud", {{"is_cut_off", true}});
  traffic_.happen(20);
  expect("nobody misses the line", [this] { return is_cloud_missed(); });
  traffic_.ask_to_open();
  traffic_.happen(5);
  expect("records are never uploaded", [this] { return all_uploaded(); });
  spoil_a_page();
  site_.world->post("/cloud", {{"is_cut_off", false}});
}

/// Every second time the server is killed, too: who starts anew must know of it.
void lock_trial::stop_cloud() {
  site_.world->post("/cloud", {{"is_down", true}});
  traffic_.happen(20);
  expect("nobody misses the cloud", [this] { return is_cloud_missed(); });
  traffic_.ask_to_open();
  if (chance_() % 2 == 0) {
    site_.hang_up();
    site_.server.kill();
    traffic_.happen(5);
    start_server();
  }
  spoil_a_page();
  site_.world->post("/cloud", {{"is_down", false}});
  traffic_.happen(3);
}

void lock_trial::lock_database() {
  db_.seize();
  traffic_.happen(12);
  traffic_.ask_to_open();
  expect("nobody misses the database", [this] { return !is_database_up(); });
  spoil_a_page();
  db_.release();
  expect("the database is never back", [this] { return is_database_up(); });
  traffic_.happen(6);
}

// -- what must hold --------------------------------------------------------------------------

void lock_trial::compare() {
  std::string left;
  const auto is_equal = [&] {
    left = difference(counts_of_locks(site_), counts_of_server(db_));
    return left.empty();
  };
  if (!site_.eventually(is_equal, time_for_records_))
    tell(left + story());
}

void lock_trial::check_losses() {
  std::string left;
  const auto is_told = [&] {
    // A connection may be told late that the database is back.
    try {
      left = losses_not_told(site_);
    } catch (const std::exception& e) {
      left = e.what();
      site_.hang_up();
    }
    return left.empty();
  };
  if (!site_.eventually(is_told, patience))
    tell(left + story());
}

void lock_trial::check_openings() {
  expect("an unlock has neither a cause nor an alert",
         [this] { return unlocks_without_end(db_) == 0; });
  const auto sent = site_.world->get("/commands");
  for (auto lock = first_lock; lock <= last_lock; ++lock) {
    auto unlocks = json::array();
    for (const auto& c : sent["commands"])
      if (c["lock_id"] == lock && c["what"] == "unlock" && !was_busy(c))
        unlocks.push_back(c);
    if (const auto asked = traffic_.asked(lock); std::cmp_greater(unlocks.size(), asked))
      tell(std::to_string(asked) + " openings were asked of " + std::to_string(lock)
           + ", and these unlocks sent: " + unlocks.dump());
  }
}

void lock_trial::check_end() {
  site_.hang_up();
  if (site_.server.stop() != 0)
    tell("the server did not end well");
  const auto counted = db_.number("SELECT sum(calls) FROM cloud_calls");
  const auto made = site_.world->get("/calls")["used"].get<std::int64_t>();
  if (counted < made)
    tell(std::to_string(made) + " calls were made, " + std::to_string(counted) + " counted");
  const auto folder = std::filesystem::path{site_.server.data_dir()}.parent_path().string();
  for (const auto& file : files_with(folder, traffic_.passcodes()))
    tell("a passcode is in " + file);
}

// -- steps -----------------------------------------------------------------------------------

/// What comes so near to each other is one outage for who counts what a lock still held.
void lock_trial::keep_apart() {
  const auto end = site_.world->now_ms() + between_outages.count();
  expect("time stands still", [&] { return site_.world->now_ms() >= end; });
}

/// Somebody else may have taken one of its ports for a moment.
void lock_trial::start_server() {
  expect("the server does not start", [this] {
    try {
      site_.server.start();
      return true;
    } catch (const std::exception&) {
      return false;
    }
  });
}

/// The next page of a re-scan fails, in one of many ways.
void lock_trial::spoil_a_page() {
  const std::array<json, 5> faults{{{{"errcode", -3003}},
                                    {{"errcode", 90000}},
                                    {{"slow_ms", 1500}},
                                    {{"drop", "after"}},
                                    {{"http_status", 502}}}};
  auto fault = faults[chance_() % faults.size()];
  fault["path"] = "/v3/lockRecord/list";
  site_.world->fault(fault);
}

bool lock_trial::all_uploaded() {
  const auto truth = site_.world->truth();
  return std::ranges::all_of(truth["records"], [](const json& r) {
    return !r["uploaded_ms"].is_null() || !r["squeezed_ms"].is_null();
  });
}

bool lock_trial::is_cloud_missed() {
  return db_.number("SELECT count(*) FROM lock_gaps WHERE source = 'cloud' AND ended_at IS NULL")
         > 0;
}

/// As a supervisor's connection is told, which is a moment after the server knows.
bool lock_trial::is_database_up() {
  try {
    (void)site_.supervisor().ask(protocol::lock_list{});
    return true;
  } catch (const std::exception&) {
    site_.hang_up();
    return false;
  }
}

std::string lock_trial::story() {
  std::string out;
  for (const auto* sql :
       {"SELECT 'scan ' || lock_id || ' ' || why || ' ' || state || ' at ' || started_at || ' to ' "
        "|| coalesce(ended_at, '') || ' added ' || added || ' ' || detail FROM lock_scans",
        "SELECT 'gap ' || source || ' ' || began_at || ' to ' || coalesce(ended_at, '') "
        "FROM lock_gaps ORDER BY began_at",
        "SELECT 'lock ' || id || ' clock ' || coalesce(clock_offset_ms, '?') FROM locks",
        "SELECT 'alert ' || kind || ' ' || text_en FROM alerts WHERE kind = 'records_lost'"})
    for (const auto& row : db_.rows(sql))
      out += row[0] + "\n";
  return out + site_.world->get("/state")["locks"].dump();
}

void lock_trial::expect(const std::string& what, const std::function<bool()>& holds) {
  const auto is_so = [&] {
    // The server may refuse for a moment what it answers soon.
    try {
      return holds();
    } catch (const std::exception&) {
      site_.hang_up();
      return false;
    }
  };
  if (!site_.eventually(is_so, patience))
    tell(what);
}

} // namespace palang::testing
