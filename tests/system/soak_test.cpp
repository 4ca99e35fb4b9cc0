// 50 handhelds work while everything around them fails at random. On request only:
//   PALANG_SOAK_SECONDS=600 PALANG_SOAK_SEED=1 PALANG_TEST_DATABASE=mariadb bin/soak_test "[soak]"
// With PALANG_SOAK_SPARE=palangd palangd itself is left alone, so that its memory tells something.
#include "shared/core/crypto.hpp"
#include "tests/support/protocol_client.hpp"
#include "tests/system/day.hpp"
#include "tests/system/db_witness.hpp"
#include "tests/system/outbox_replay.hpp"
#include "tests/system/soak_faults.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <random>
#include <thread>

using namespace palang;
using namespace palang::testing;
using namespace std::chrono_literals;
using steady = std::chrono::steady_clock;

namespace {

constexpr int handhelds = 50;
constexpr int stays_per_second = 20;
constexpr auto patience_after = 90s; ///< For what is unsent when the faults are over.

std::uint32_t number_from(const char* variable, std::uint32_t otherwise) {
  const char* text = std::getenv(variable);
  return text == nullptr ? otherwise : static_cast<std::uint32_t>(std::stoul(text));
}

protocol::config config_of(soak_site& s) {
  const auto port = s.server.client_port();
  protocol_client supervisor{port, log_in(port, {"wati", "palang-demo", {}, {}}).token, {}};
  const auto text = protocol::member_of(supervisor.ask(protocol::config_get{}), "config");
  REQUIRE(text);
  auto config = protocol::decode_config(*text);
  REQUIRE(config);
  return std::move(*config);
}

/// The handhelds at work, each in a thread of its own.
class crowd {
public:
  crowd(const soak_site& s, const day& the_day, std::uint32_t seed, milliseconds lasting)
      : reports_(the_day.devices.size()) {
    for (std::size_t i = 0; i < reports_.size(); ++i) {
      devices_.push_back(make_uuid_v7(system_clock{}.now()));
      replay_options o;
      o.port = s.network.port();
      o.who = {i % 2 == 0 ? "budi" : "sari", "palang-demo", devices_[i],
               crypto::to_base64(crypto::make_key_pair().pub)};
      o.token = log_in(o.port, o.who).token; // the demo lets devices in until its first restart
      o.seed = seed + static_cast<std::uint32_t>(i);
      o.window = 1; // more records on their way could pass each other at a refusal
      o.break_every = 20;
      o.restart_one_in = 4;
      o.lasting = lasting;
      o.give_up_after = lasting + patience_after;
      threads_.emplace_back([this, i, o, &records = the_day.devices[i].records] {
        reports_[i] = replay(records, o);
      });
    }
  }

  const std::vector<replay_report>& wait() {
    threads_.clear();
    return reports_;
  }

  [[nodiscard]] const uuid& device(std::size_t i) const { return devices_[i]; }

private:
  std::vector<uuid> devices_;
  std::vector<replay_report> reports_;
  std::vector<std::jthread> threads_;
};

/// What happened, and how much memory palangd had after each minute.
struct torments {
  std::map<std::string, int> faults;
  std::map<std::string, std::vector<db_ordeal>> of_database;
  std::vector<long> memory_kb;
};

/// The faults that the run is to have.
std::vector<soak_fault> wanted_faults(const soak_site& s) {
  auto out = soak_faults(s);
  if (std::getenv("PALANG_SOAK_SPARE") != nullptr)
    std::erase_if(out, [](const soak_fault& f) { return f.ends_palangd; });
  return out;
}

/// One random fault after the other for as long as it says.
torments torment(soak_site& s, std::minstd_rand& random, milliseconds lasting) {
  const auto faults = wanted_faults(s);
  const auto begin = steady::now();
  const auto wait = [&](int least_ms, int most_ms) {
    std::this_thread::sleep_for(
        milliseconds{std::uniform_int_distribution{least_ms, most_ms}(random)});
  };
  torments out;
  for (wait(500, 2'000); steady::now() < begin + lasting; wait(500, 4'000)) {
    const auto& fault =
        faults[std::uniform_int_distribution<std::size_t>{0, faults.size() - 1}(random)];
    const auto happened = steady::now();
    fault.happen(s);
    wait(100, 3'000);
    fault.end(s);
    ++out.faults[fault.name];
    if (fault.is_of_database)
      out.of_database[fault.name].push_back({happened, steady::now()});
    while (begin + std::chrono::minutes{out.memory_kb.size()} <= steady::now())
      out.memory_kb.push_back(s.server.running().figure("VmRSS"));
  }
  return out;
}

void check_clients(const soak_site& s, const day& the_day, const crowd& all,
                   const std::vector<replay_report>& reports) {
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const auto& made = the_day.devices[i];
    const auto count = std::to_string(made.records.size());
    INFO("device " << i << ", last trouble: " << reports[i].last_trouble);
    CHECK(reports[i].refusals.empty());
    CHECK(std::to_string(reports[i].accepted) == count);
    const auto its = " FROM submissions WHERE refusal_code IS NULL AND device_no = (SELECT "
                     "device_no FROM devices WHERE id = '"
                     + to_string(all.device(i)) + "')";
    CHECK(s.database.ask(s.server, "SELECT COUNT(*)" + its) == count);
    CHECK(s.database.ask(s.server, "SELECT COUNT(DISTINCT device_seq)" + its) == count);
    CHECK(s.database.ask(s.server, "SELECT MAX(device_seq)" + its) == count);

    const auto closing = protocol::member_of(reports[i].answers.back(), "shift");
    REQUIRE(closing);
    const auto shift = protocol::decode_shift(*closing);
    REQUIRE(shift);
    CHECK(shift->expected == made.opening_cash + made.cash_taken);
    CHECK(shift->difference == rupiah{0});
  }
}

void check_books(const soak_site& s, const day& the_day) {
  const auto ask = [&](const std::string& sql) {
    const auto text = s.database.ask(s.server, sql);
    return text.empty() ? 0 : std::stoll(text);
  };
  const auto events = [&](const std::string& kind) {
    return ask("SELECT COUNT(*) FROM journal WHERE kind = '" + kind + "'");
  };
  CHECK(events("session.entered") == the_day.entries);
  CHECK(events("session.exited") == the_day.exits);
  CHECK(ask("SELECT MAX(seq) - COUNT(*) FROM journal") == 0);
  CHECK(ask("SELECT MAX(submission_no) - COUNT(*) FROM submissions") == 0);
  CHECK(ask("SELECT COUNT(*) FROM submissions a JOIN submissions b ON a.device_no = b.device_no "
            "AND a.device_seq + 1 = b.device_seq WHERE b.submission_no < a.submission_no")
        == 0);
  CHECK(ask("SELECT COUNT(*) FROM sessions WHERE status = 'closed'") == the_day.exits);
  CHECK(ask("SELECT COUNT(*) FROM sessions WHERE status = 'open'")
        == the_day.entries - the_day.exits);
  CHECK(ask("SELECT SUM(fee) FROM sessions WHERE status = 'closed'") == the_day.fees.value);
  CHECK(ask("SELECT SUM(charged) FROM sessions WHERE status = 'closed'") == the_day.charged.value);
  CHECK(ask("SELECT SUM(amount) FROM payments") == the_day.charged.value);
  CHECK(ask("SELECT SUM(amount) FROM payments WHERE method = 'cash'") == the_day.cash.value);
}

void print(const std::vector<replay_report>& reports) {
  replay_report sum;
  for (const auto& r : reports) {
    sum.accepted += r.accepted;
    sum.duplicates += r.duplicates;
    sum.connections += r.connections;
    sum.restarts += r.restarts;
    sum.put_off += r.put_off;
    sum.refusals.insert(sum.refusals.end(), r.refusals.begin(), r.refusals.end());
    sum.worst_answer = std::max(sum.worst_answer, r.worst_answer);
  }
  std::printf("records accepted: %d, of them answered twice: %d\n", sum.accepted, sum.duplicates);
  std::printf("connections: %d, restarts of handhelds: %d\n", sum.connections, sum.restarts);
  std::printf("refusals: %d for now, %zu for good\n", sum.put_off, sum.refusals.size());
  std::printf("worst answer: %lld ms\n", static_cast<long long>(sum.worst_answer.count()));
}

void print(const torments& all, const db_witness& witness) {
  for (const auto& [name, times] : all.faults) {
    std::printf("fault %-26s %3d", name.c_str(), times);
    if (const auto found = all.of_database.find(name); found != all.of_database.end()) {
      const auto worst = witness.figures(found->second);
      std::printf(", told of %3d: known %4lld ms, refused %4lld ms, up again %4lld ms at worst",
                  worst.noticed, static_cast<long long>(worst.known.count()),
                  static_cast<long long>(worst.refused.count()),
                  static_cast<long long>(worst.back.count()));
    }
    std::printf("\n");
  }
  std::printf("worst answer to a supervisor while the database worked: %lld ms\n",
              static_cast<long long>(witness.worst_verdict().count()));
  std::printf("memory of palangd, kB each minute:");
  for (const auto kb : all.memory_kb)
    std::printf(" %ld", kb);
  std::printf("\n");
}

} // namespace

TEST_CASE("50 handhelds work while everything fails at random; in the end every sum is equal",
          "[.][system][soak]") {
  const std::chrono::seconds lasting{number_from("PALANG_SOAK_SECONDS", 600)};
  const auto seed = number_from("PALANG_SOAK_SEED", std::random_device{}());
  INFO("seed " << seed);
  std::minstd_rand random{seed};
  soak_site s;
  day_options options;
  options.seed = seed;
  options.stays = static_cast<int>(lasting.count()) * stays_per_second;
  options.devices = handhelds;
  options.end = system_clock{}.now();
  const auto the_day = make_day(options, config_of(s));

  db_witness witness{s.server.client_port(),
                     log_in(s.server.client_port(), {"wati", "palang-demo", {}, {}}).token};
  crowd all{s, the_day, seed, lasting};
  const auto suffered = torment(s, random, lasting);
  const auto over = steady::now();
  const auto& reports = all.wait();
  witness.stop();

  std::printf("seed %u, %lld s of faults, all sent %lld ms after the last\n", seed,
              static_cast<long long>(lasting.count()),
              static_cast<long long>(
                  std::chrono::duration_cast<milliseconds>(steady::now() - over).count()));
  print(reports);
  print(suffered, witness);
  std::printf("memory of palangd at the end: %ld kB\n", s.server.running().figure("VmRSS"));
  check_clients(s, the_day, all, reports);
  check_books(s, the_day);
  CHECK(s.server.stop() == 0);
}
