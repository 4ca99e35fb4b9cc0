// What nobody knows of the cloud, one way after the other, through every outage: at the end the
// database has what the locks recorded, or an alert says what is lost.
#include "tests/support/http_client.hpp"
#include "tests/system/lock_books.hpp"
#include "tests/system/lock_traffic.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <functional>
#include <random>
#include <span>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;

namespace {

using json = sim_control::json;
using protocol::alert_kind;

struct way {
  const char* name;
  const char* settings; ///< Of the simulated cloud.
};

constexpr way first_ways[] = {
    {"a backlog comes one by one, the oldest first", "{}"},
    {"arrays of 50, the newest first, with the lock's own date; answers are waited for", R"({
       "upload": {"order": "newest", "server_date": "lock"},
       "callback": {"backlog_batch": 50, "retries": 3, "retry_ms": 300}})"},
    {"shuffled, half of it twice; lists begin with the oldest and end before their end", R"({
       "upload": {"order": "shuffled"}, "list": {"order": "oldest", "is_end_inclusive": false},
       "callback": {"duplicate_probability": 0.5, "duplicate_after_ms": 100}})"},
    {"three of ten callbacks never come; numbers and lists are in no order", R"({
       "upload": {"record_ids": "random"}, "list": {"order": "shuffled"},
       "callback": {"drop_probability": 0.3}})"},
    {"no callbacks after an outage", R"({
       "callback": {"after_outage": false}, "list": {"delay_ms": 100}})"}};

constexpr way second_ways[] = {
    {"payloads as documented, with fields that nobody knows", R"({
       "callback": {"shape": "documented", "extra_fields": true, "backlog_batch": 50}})"},
    {"app records with a null passcode; a log-in ends older tokens", R"({
       "callback": {"app_passcode": "null"},
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

/// A sweep comes every 72 s at this pace: what nothing else finds, it does.
constexpr auto sweep_limit = 100s;

unsigned chosen_seed() {
  const auto* const given = std::getenv("PALANG_LOCK_SEED");
  return given != nullptr ? static_cast<unsigned>(std::stoul(given)) : std::random_device{}();
}

/// One site, one way of the cloud, all outages.
class trial {
public:
  trial(const way& w, unsigned seed)
      : site_{json::parse(w.settings)}, traffic_{site_, seed}, chance_{seed},
        db_{site_.server.data_dir()} {}

  void run() {
    set_clocks_off();
    // Nobody is told of these, so what they hide comes with what follows.
    drop_callbacks();
    lose_tokens();
    std::vector<std::pair<const char*, std::function<void()>>> outages{
        {"a gateway without its internet", [this] { cut_gateway(); }},
        {"a killed server", [this] { kill_server(); }},
        {"a cloud that is down", [this] { stop_cloud(); }},
        {"a locked database", [this] { lock_database(); }}};
    std::ranges::shuffle(outages, chance_);
    for (const auto& [name, outage] : outages) {
      INFO("after " << name);
      outage();
      compare();
    }
    check_ends();
  }

private:
  void set_clocks_off() {
    // The fourth lock's memory overflows in a gap of seconds: its clock is as good as measured.
    for (int i = 0; i < 3; ++i) {
      const auto off = static_cast<std::int64_t>(chance_() % 180'000) - 90'000;
      site_.world->post("/locks",
                        {{"lock_id", 7000001 + i}, {"offset_ms", off}, {"drift_ppm", 40 * i - 60}});
    }
    traffic_.happen(40);
    CHECK(site_.eventually([this] { return site_.world->open_callbacks() == 0; }));
  }

  void drop_callbacks() {
    const auto before = site_.world->get("/state")["settings"]["callback"]["drop_probability"];
    site_.world->set({{"callback", {{"drop_probability", 1.0}}}});
    traffic_.happen(12);
    traffic_.ask_to_open();
    CHECK(site_.eventually([this] { return all_uploaded(); }));
    site_.world->set({{"callback", {{"drop_probability", before}}}});
  }

  void lose_tokens() {
    for (const auto* what : {"expire", "forget", "expire_refresh"}) {
      site_.world->post("/tokens", {{"do", what}});
      traffic_.happen(6);
      traffic_.ask_to_open();
    }
    site_.world->post("/tokens", {{"do", "forget"}});
  }

  /// The lock at the second exit squeezes out what nobody read.
  void cut_gateway() {
    site_.world->cut(8000002);
    CHECK(site_.eventually([this] { return !site_.alerts(alert_kind::gateway_offline).empty(); }));
    traffic_.happen(30);
    traffic_.ask_to_open();
    wait_seconds(3);
    traffic_.crowd(7000004, 520);
    wait_seconds(2);
    spoil_a_page();
    site_.world->restore(8000002);
    CHECK(site_.eventually([this] { return site_.alerts(alert_kind::gateway_offline).empty(); }));
  }

  void kill_server() {
    traffic_.happen(10);
    traffic_.ask_to_open();
    site_.hang_up();
    site_.server.kill();
    traffic_.happen(20);
    // Shorter absences are left to the sweep.
    wait_seconds(8);
    CHECK(site_.eventually([this] { return all_uploaded(); }));
    spoil_a_page();
    site_.server.start();
  }

  void stop_cloud() {
    const auto failures = [this] { return cloud_failures(); };
    const auto before = failures();
    site_.world->post("/cloud", {{"is_down", true}});
    traffic_.happen(20);
    // The lists must have failed, not only an opening.
    CHECK(site_.eventually([&] { return failures() > before + 2; }));
    traffic_.ask_to_open();
    spoil_a_page();
    site_.world->post("/cloud", {{"is_down", false}});
    traffic_.happen(3);
  }

  void lock_database() {
    db_.seize();
    traffic_.happen(12);
    traffic_.ask_to_open();
    CHECK(site_.eventually([this] { return !is_database_up(); }));
    spoil_a_page();
    db_.release();
    CHECK(site_.eventually([this] { return is_database_up(); }));
    traffic_.happen(6);
  }

  /// A lock's time has whole seconds: what is to be told apart is so far apart.
  void wait_seconds(int count) {
    const auto end = site_.world->now_ms() + count * 1000;
    CHECK(site_.eventually([&] { return site_.world->now_ms() >= end; }));
  }

  /// The next page of a re-scan fails, in one of many ways.
  void spoil_a_page() {
    const std::array<json, 5> faults{{{{"errcode", -3003}},
                                      {{"errcode", 90000}},
                                      {{"slow_ms", 1500}},
                                      {{"drop", "after"}},
                                      {{"http_status", 502}}}};
    auto fault = faults[chance_() % faults.size()];
    fault["path"] = "/v3/lockRecord/list";
    site_.world->fault(fault);
  }

  [[nodiscard]] bool all_uploaded() {
    const auto truth = site_.world->truth();
    return std::ranges::all_of(truth["records"],
                               [](const json& r) { return !r["uploaded_ms"].is_null(); });
  }

  /// As a supervisor's connection is told, which is a moment after the server knows.
  [[nodiscard]] bool is_database_up() {
    try {
      (void)site_.supervisor().ask(protocol::lock_list{});
      return true;
    } catch (const std::exception&) {
      site_.hang_up();
      return false;
    }
  }

  [[nodiscard]] double cloud_failures() {
    http_client ops{site_.server.ops_port()};
    const auto text = ops.get("/metrics").body;
    const std::string name = R"(palang_cloud_calls_total{outcome="failed"} )";
    const auto at = text.find(name);
    return at == std::string::npos ? 0 : std::stod(text.substr(at + name.size()));
  }

  [[nodiscard]] std::string scans() {
    std::string out;
    for (const auto& row : db_.rows("SELECT lock_id || ' ' || why || ' ' || state || ' ' || "
                                    "started_at || ' ' || detail FROM lock_scans"))
      out += row[0] + "\n";
    return out;
  }

  /// Empty when all is told; a connection may not know yet that the database is back.
  [[nodiscard]] std::string losses() {
    try {
      return losses_not_told(site_);
    } catch (const std::exception& e) {
      site_.hang_up();
      return e.what();
    }
  }

  void compare() {
    std::string left;
    const bool is_equal = site_.eventually(
        [&] {
          left = difference(counts_of_locks(site_), counts_of_server(db_));
          return left.empty();
        },
        sweep_limit);
    INFO(left << scans());
    CHECK(is_equal);
  }

  void check_ends() {
    std::string left;
    const bool is_told = site_.eventually([&] {
      left = losses();
      return left.empty();
    });
    INFO(left);
    CHECK(is_told);
    CHECK(site_.eventually([this] { return unlocks_without_end(db_) == 0; }));
    const auto sent = site_.world->get("/commands");
    for (std::int64_t lock = 7000001; lock <= 7000004; ++lock)
      CHECK(std::ranges::count_if(
                sent["commands"],
                [lock](const json& c) { return c["lock_id"] == lock && c["what"] == "unlock"; })
            <= traffic_.asked(lock));
    site_.hang_up();
    CHECK(site_.server.stop() == 0);
    CHECK(db_.number("SELECT sum(calls) FROM cloud_calls")
          >= site_.world->get("/calls")["used"].get<std::int64_t>());
    const auto folder = std::filesystem::path{site_.server.data_dir()}.parent_path().string();
    CHECK(files_with(folder, traffic_.passcodes()) == std::vector<std::string>{});
  }

  lock_site site_;
  lock_traffic traffic_;
  std::mt19937_64 chance_;
  database_file db_;
};

void try_all(std::span<const way> ways) {
  const auto seed = chosen_seed();
  const auto* const only = std::getenv("PALANG_LOCK_WAY");
  for (std::size_t i = 0; i < ways.size(); ++i) {
    if (only != nullptr && std::to_string(i) != only)
      continue;
    INFO("PALANG_LOCK_SEED=" << seed << " PALANG_LOCK_WAY=" << i << ": " << ways[i].name);
    trial{ways[i], seed}.run();
  }
}

} // namespace

TEST_CASE("whichever way a backlog comes, no outage loses a record in silence",
          "[.][system][lock]") {
  try_all(first_ways);
}

TEST_CASE("whatever payloads, tokens and notices are like, no outage loses a record in silence",
          "[.][system][lock]") {
  try_all(second_ways);
}
