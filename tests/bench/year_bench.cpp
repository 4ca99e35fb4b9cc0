// How fast every screen of a supervisor is answered over a year of records while handhelds go on
// submitting 50 times a second, and how the database does it: one JSON line for each query (p50,
// p95 and the greatest in ms), then, with --plans, the plan of each statement. Build it optimised
// and run it alone.
#include "shared/core/crypto.hpp"
#include "shared/protocol/codec.hpp"
#include "tests/bench/year_fill.hpp"
#include "tests/bench/year_questions.hpp"
#include "tests/support/temp_dir.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <optional>
#include <random>
#include <set>
#include <stdexcept>
#include <thread>

namespace {

using namespace palang;
using namespace std::chrono_literals;
using clock_type = std::chrono::steady_clock;

struct options {
  std::string kind = "sqlite";
  std::int64_t sessions = 100'000;
  int times = 40;
  std::uint32_t seed = 1;
  std::string file;
  bool with_plans = false;
};

template <class T>
T need(result<T> got) {
  if (!got)
    throw std::runtime_error(got.error().message + " " + got.error().field);
  if constexpr (!std::is_void_v<T>)
    return std::move(*got);
}

/// Handhelds that go on: one entry and its exit after another, 50 a second.
class submitting {
public:
  submitting(storage::database& database, const palang::clock& time)
      : writer_{need(database.make_writer())}, time_{time} {
    auto reader = need(database.make_reader());
    const auto budi = need(reader->find_credentials("budi"));
    ledger::writer::login_facts facts;
    facts.user_id = budi->who.id;
    facts.device_id = make_uuid_v7(time.now());
    facts.device_key = crypto::to_base64(crypto::make_key_pair().pub);
    facts.token_hash = to_string(make_uuid_v7(time.now()));
    facts.at = time.now();
    facts.auto_approve = true;
    who_ = need(need(writer_->login(facts)).grant).who;
    thread_ = std::thread{[this] { run(); }};
  }
  ~submitting() {
    is_over_ = true;
    thread_.join();
  }
  submitting(const submitting&) = delete;
  submitting& operator=(const submitting&) = delete;

  [[nodiscard]] std::int64_t accepted() const { return accepted_; }
  [[nodiscard]] std::int64_t slowest_ms() const { return slowest_ms_; }

private:
  void run() {
    while (!is_over_) {
      protocol::entry_data entry;
      entry.session_id = make_uuid_v7(time_.now());
      entry.gate_id = "in-1";
      entry.plate_reason = "uji";
      entry.vehicle_type = "MOBIL";
      send(entry);
      protocol::exit_data exit;
      exit.session_id = entry.session_id;
      exit.gate_id = "out-1";
      send(exit);
    }
  }

  void send(protocol::submit_data data) {
    ledger::submission s{who_, {}, time_.now(), {}};
    s.content.id = make_uuid_v7(time_.now());
    s.content.device_seq = ++seq_;
    s.content.taken_at = time_.now();
    s.content.clock.source = protocol::clock_source::server;
    s.content.data = std::move(data);
    s.digest = crypto::sha256_of(protocol::canonical(s.content));
    const auto start = clock_type::now();
    if (writer_->submit(std::span{&s, 1}))
      ++accepted_;
    const auto took =
        std::chrono::duration_cast<std::chrono::milliseconds>(clock_type::now() - start);
    slowest_ms_ = std::max<std::int64_t>(slowest_ms_, took.count());
    std::this_thread::sleep_for(20ms);
  }

  std::unique_ptr<ledger::writer> writer_;
  const palang::clock& time_;
  ledger::principal who_;
  std::uint32_t seq_ = 0;
  std::atomic<std::int64_t> accepted_ = 0;
  std::atomic<std::int64_t> slowest_ms_ = 0;
  std::atomic<bool> is_over_ = false;
  std::thread thread_;
};

double ms_since(clock_type::time_point start) {
  return std::chrono::duration<double, std::milli>(clock_type::now() - start).count();
}

void measure(ledger::reader& reader, const std::vector<bench::question>& questions, int times,
             std::uint32_t seed, instant now) {
  std::mt19937 random{seed};
  for (const auto& q : questions) {
    std::vector<double> took;
    std::size_t bytes = 0;
    for (int i = 0; i < times; ++i) {
      const auto what = q.make(random);
      const auto start = clock_type::now();
      bytes = std::max(bytes, need(reader.query(what, {}, now)).size());
      took.push_back(ms_since(start));
    }
    std::ranges::sort(took);
    const auto at = [&](double part) {
      return took[static_cast<std::size_t>(part * static_cast<double>(took.size() - 1))];
    };
    std::printf(
        "{\"query\":\"%s\",\"p50_ms\":%.1f,\"p95_ms\":%.1f,\"max_ms\":%.1f,\"bytes\":%zu}\n",
        q.name, at(0.5), at(0.95), took.back(), bytes);
    std::fflush(stdout);
  }
}

void tell_plans(bench::year_database& db, ledger::reader& reader,
                const std::vector<bench::question>& questions, std::uint32_t seed, instant now) {
  std::mt19937 random{seed};
  for (const auto& q : questions) {
    const auto what = q.make(random);
    std::set<std::string> told;
    for (const auto& sql : db.statements_of([&] { need(reader.query(what, {}, now)); })) {
      if (!sql.starts_with("SELECT"))
        continue;
      for (const auto& step : db.plan_of(sql))
        if (told.insert(step).second)
          std::printf("{\"plan\":\"%s\",\"step\":%s}\n", q.name, protocol::text(step).c_str());
    }
  }
}

/// Two locks that records are asked of, at the gates out.
protocol::config with_locks(protocol::config document) {
  document.locks = {{"12", "Palang 12"}, {"13", "Palang 13"}};
  document.gates[2].lock_id = "12";
  document.gates[3].lock_id = "13";
  return document;
}

/// The demo site with its locks, and a year of records.
bench::year_facts filled(bench::year_database& db, const palang::clock& time, std::int64_t sessions,
                         std::uint32_t seed) {
  {
    auto database = need(storage::open_database(db.url(), db.password(), time));
    auto reader = need(database->make_reader(std::nullopt));
    auto writer = need(database->make_writer());
    need(storage::load_demo(*writer, *reader, time));
    need(writer->put_config(with_locks(need(reader->configuration()).document), time.now(),
                            "bench"));
  }
  const auto start = clock_type::now();
  auto year = bench::fill_year(db, sessions, time.now(), seed);
  std::printf("{\"filled\":\"%s\",\"sessions\":%lld,\"seconds\":%.0f}\n", db.dialect().c_str(),
              static_cast<long long>(sessions), ms_since(start) / 1'000);
  std::fflush(stdout);
  return year;
}

void ask(bench::year_database& db, const palang::clock& time, bench::year_facts year,
         const options& o) {
  const auto start = clock_type::now();
  auto database = need(storage::open_database(db.url(), db.password(), time));
  std::printf("{\"caught_up_seconds\":%.0f}\n", ms_since(start) / 1'000);
  std::fflush(stdout);
  auto reader = need(database->make_reader(30'000));
  for (const auto& tariff : need(reader->configuration()).document.tariffs)
    if (tariff.vehicle == domain::vehicle_class::mobil)
      year.draft = tariff;
  const auto questions = bench::questions_of(year);
  {
    submitting handhelds{*database, time};
    measure(*reader, questions, o.times, o.seed, time.now());
    std::printf("{\"accepted_meanwhile\":%lld,\"slowest_submission_ms\":%lld}\n",
                static_cast<long long>(handhelds.accepted()),
                static_cast<long long>(handhelds.slowest_ms()));
  }
  if (o.with_plans)
    tell_plans(db, *reader, questions, o.seed, time.now());
}

void run(const options& o) {
  const system_clock time;
  std::optional<testing::temp_dir> folder;
  const auto file = o.file.empty() ? folder.emplace().file("year.db")
                                   : std::filesystem::absolute(o.file).string();
  const auto db =
      o.kind == "mariadb" ? bench::make_year_mariadb(file) : bench::make_year_sqlite(file);
  const std::string facts = file + ".facts";
  auto year = bench::read_facts(facts);
  if (!year) {
    year = filled(*db, time, o.sessions, o.seed);
    if (!o.file.empty())
      bench::write_facts(facts, *year);
  }
  ask(*db, time, *year, o);
}

} // namespace

int main(int argc, char** argv) {
  options o;
  CLI::App app{"Every screen of a supervisor over a generated year."};
  app.add_option("kind", o.kind, "sqlite or mariadb")->capture_default_str();
  app.add_option("--sessions", o.sessions)->capture_default_str();
  app.add_option("--times", o.times, "how often each is asked")->capture_default_str();
  app.add_option("--seed", o.seed)->capture_default_str();
  app.add_option("--database", o.file,
                 "SQLite file or MariaDB folder to fill, or to use when it was filled before");
  app.add_flag("--plans", o.with_plans, "tell each statement's plan, too");
  CLI11_PARSE(app, argc, argv);
  try {
    run(o);
  } catch (const std::exception& why) {
    std::cerr << why.what() << '\n';
    return 1;
  }
  return 0;
}
