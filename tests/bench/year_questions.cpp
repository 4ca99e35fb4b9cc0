#include "tests/bench/year_questions.hpp"

#include <chrono>

namespace palang::bench {

using namespace std::chrono_literals;

std::vector<question> questions_of(const year_facts& year) {
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
      {"vehicles: a year, attendant, hardly ever so", sessions([=](auto& w, auto& r) {
         w.attendant = user(r);
         w.charged_from = rupiah{1'000'000};
       })},
      {"vehicles: a year, by transfer, over a day", sessions([](auto& w, auto&) {
         w.method = "transfer";
         w.stay_from = 1'440;
       })},
      {"vehicles: a year, notable, a gate", sessions([](auto& w, auto&) {
         w.is_notable = true;
         w.gate_id = "out-1";
       })},
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

} // namespace palang::bench
