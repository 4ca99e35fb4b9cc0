// How fast every screen of a supervisor is answered over a year of records while handhelds go on
// submitting, and how the database does it: one JSON line for each query (p50, p95 and the greatest
// in ms), then the plan of each statement.
// Arguments: [sqlite|mariadb = sqlite] [sessions = 100000] [times each = 40] [folder = the
// system's] [seed = 1]. Build it optimised and run it alone.
#include "shared/core/crypto.hpp"
#include "shared/protocol/codec.hpp"
#include "tests/bench/year_fill.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <random>
#include <set>
#include <stdexcept>
#include <thread>

namespace {

using namespace palang;
using namespace std::chrono_literals;
using clock_type = std::chrono::steady_clock;

template <class T>
T need(result<T> got) {
  if (!got)
    throw std::runtime_error(got.error().message + " " + got.error().field);
  if constexpr (!std::is_void_v<T>)
    return std::move(*got);
}

/// A screen's question; made anew for each asking.
struct question {
  const char* name;
  std::function<protocol::query_data(std::mt19937&)> make;
};

std::vector<question> questions_of(const bench::year_facts& year) {
  const auto week = [&](std::mt19937& random) {
    const auto weeks = std::uniform_int_distribution{0, 50}(random);
    return protocol::page{year.to - (weeks + 1) * 168h, year.to - weeks * 168h, std::nullopt, 50};
  };
  const auto user = [&](std::mt19937& random) {
    return year.users[std::uniform_int_distribution<std::size_t>{0, year.users.size() - 1}(random)];
  };
  const auto sessions = [=](auto change) {
    return [=](std::mt19937& random) -> protocol::query_data {
      protocol::session_list what;
      change(what, random);
      return what;
    };
  };
  std::vector<question> out{
      {"live: gate.list", [](auto&) { return protocol::gate_list{}; }},
      {"live: alert.list open",
       [](auto&) {
         return protocol::alert_list{{}, {}, true};
       }},
      {"vehicles: newest", sessions([](auto&, auto&) {})},
      {"vehicles: inside",
       sessions([](auto& w, auto&) { w.status = protocol::session_status::open; })},
      {"vehicles: a week, gate", sessions([=](auto& w, auto& r) {
         w.window = week(r);
         w.gate_id = "out-2";
       })},
      {"vehicles: a year, person and type", sessions([=](auto& w, auto& r) {
         w.exit_by = user(r);
         w.vehicle_type = domain::vehicle_class::truk;
       })},
      {"vehicles: a year, lost ticket", sessions([](auto& w, auto&) { w.flag = "lost_ticket"; })},
      {"vehicles: a year, undercharged by exit", sessions([=](auto& w, auto& r) {
         w.amount = protocol::amount_filter::under;
         w.is_by_exit = true;
         w.exit_by = user(r);
       })},
      {"vehicles: a year, void",
       sessions([](auto& w, auto&) { w.status = protocol::session_status::voided; })},
      {"vehicles: a part of a plate", sessions([](auto& w, auto& r) {
         w.plate = std::to_string(1'000 + std::uniform_int_distribution{0, 8'999}(r));
       })},
      {"vehicles: search by prefix",
       [](auto& r) {
         return protocol::session_find{
             "B " + std::to_string(100 + std::uniform_int_distribution{0, 899}(r)), {}, {}, {}};
       }},
      {"vehicles: search by part",
       [](auto& r) {
         return protocol::session_find{
             std::to_string(1'000 + std::uniform_int_distribution{0, 8'999}(r)), {}, {}, {}};
       }},
      {"openings: newest", [](auto&) { return protocol::opening_list{}; }},
      {"openings: suspect, not judged",
       [](auto&) { return protocol::opening_list{{}, {}, {}, {}, {}, true, false}; }},
      {"openings: suspect, judged, a gate",
       [](auto&) { return protocol::opening_list{{}, "out-1", {}, {}, {}, true, true}; }},
      {"openings: by hand",
       [=](auto& r) {
         return protocol::opening_list{week(r), {}, {}, {}, protocol::opening_cause::manual};
       }},
      {"openings: commands by hand",
       [=](auto& r) {
         return protocol::command_list{{}, user(r), {}, true};
       }},
      {"locks: lock.list", [](auto&) { return protocol::lock_list{}; }},
      {"locks: sync.health, a day", [](auto&) { return protocol::sync_health{}; }},
      {"locks: sync.health, a week", [=](auto& r) { return protocol::sync_health{week(r)}; }},
      {"locks: lock.records",
       [=](auto& r) {
         return protocol::lock_records{"12", week(r)};
       }},
      {"duplicates: open",
       [](auto&) {
         return protocol::duplicate_list{{}, std::nullopt, true};
       }},
      {"duplicates: a week of two gates",
       [=](auto& r) {
         return protocol::duplicate_list{week(r), protocol::duplicate_cause::two_gates};
       }},
      {"sync: log", [](auto&) { return protocol::sync_log{}; }},
      {"sync: log of refusals",
       [=](auto& r) {
         return protocol::sync_log{week(r), {}, false};
       }},
      {"sync: devices, a day", [](auto&) { return protocol::sync_devices{}; }},
      {"sync: devices, a week", [=](auto& r) { return protocol::sync_devices{week(r)}; }},
      {"shifts: list", [](auto&) { return protocol::shift_list{}; }},
      {"shifts: different, a year",
       [](auto&) {
         return protocol::shift_list{{}, {}, true};
       }},
      {"shifts: detail",
       [=](auto&) {
         return protocol::shift_detail{*parse_uuid(year.some_shift), {}};
       }},
      {"reports: a day by hour",
       [=](auto& r) {
         const auto at = *week(r).from;
         return protocol::stats_summary{at, at + 24h, protocol::stats_bucket::hour};
       }},
      {"reports: a year by day",
       [=](auto&) {
         return protocol::stats_summary{year.from, year.to, protocol::stats_bucket::day};
       }},
      {"reports: report of a year",
       [=](auto&) {
         return protocol::stats_report{year.from, year.to};
       }},
      {"reports: audit of an action",
       [](auto&) {
         return protocol::audit_list{{}, {}, "void"};
       }},
      {"indicators: a month",
       [=](auto&) {
         return protocol::stats_indicators{year.to - 720h, year.to};
       }},
      {"indicators: a quarter", [=](auto&) {
         return protocol::stats_indicators{year.to - 2'160h, year.to};
       }}};
  out.push_back({"fee tester: replay of a page", [=](auto&) {
                   protocol::tariff_replay what;
                   what.draft = year.draft;
                   what.from = year.to - 168h;
                   what.to = year.to;
                   return what;
                 }});
  return out;
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

void measure(ledger::reader& reader, const std::vector<question>& questions, int times,
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
                const std::vector<question>& questions, std::uint32_t seed, instant now) {
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

void run(bench::year_database& db, std::int64_t sessions, int times, std::uint32_t seed) {
  const system_clock time;
  auto database = need(storage::open_database(db.url(), db.password(), time));
  auto reader = need(database->make_reader(30'000));
  bench::year_facts year;
  {
    auto writer = need(database->make_writer());
    need(storage::load_demo(*writer, *reader, time));
    const auto document = with_locks(need(reader->configuration()).document);
    need(writer->put_config(document, time.now(), "bench"));
    const auto start = clock_type::now();
    year = bench::fill_year(db, sessions, time.now(), seed);
    for (const auto& tariff : document.tariffs)
      if (tariff.vehicle == domain::vehicle_class::mobil)
        year.draft = tariff;
    std::printf("{\"filled\":\"%s\",\"sessions\":%lld,\"seconds\":%.0f}\n", db.dialect().c_str(),
                static_cast<long long>(sessions), ms_since(start) / 1'000);
    std::fflush(stdout);
  }
  const auto questions = questions_of(year);
  {
    submitting handhelds{*database, time};
    measure(*reader, questions, times, seed, time.now());
    std::printf("{\"accepted_meanwhile\":%lld,\"slowest_submission_ms\":%lld}\n",
                static_cast<long long>(handhelds.accepted()),
                static_cast<long long>(handhelds.slowest_ms()));
  }
  tell_plans(db, *reader, questions, seed, time.now());
}

} // namespace

int main(int argc, char** argv) {
  const std::string kind = argc > 1 ? argv[1] : "sqlite";
  const auto sessions = argc > 2 ? std::atoll(argv[2]) : 100'000;
  const int times = argc > 3 ? std::atoi(argv[3]) : 40;
  const std::filesystem::path parent =
      argc > 4 ? argv[4] : std::filesystem::temp_directory_path().string();
  const auto seed = static_cast<std::uint32_t>(argc > 5 ? std::atoi(argv[5]) : 1);
  auto pattern = (parent / "palang-year-XXXXXX").string();
  const std::filesystem::path folder = ::mkdtemp(pattern.data());
  int code = 0;
  try {
    const auto db =
        kind == "mariadb" ? bench::make_year_mariadb() : bench::make_year_sqlite(folder.string());
    run(*db, sessions, times, seed);
  } catch (const std::exception& why) {
    std::cerr << why.what() << '\n';
    code = 1;
  }
  std::filesystem::remove_all(folder);
  return code;
}
