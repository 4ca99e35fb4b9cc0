#include "tests/system/db_witness.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace palang::testing {

using namespace std::chrono_literals;

namespace {

milliseconds between(std::chrono::steady_clock::time_point a,
                     std::chrono::steady_clock::time_point b) {
  return std::chrono::duration_cast<milliseconds>(b - a);
}

} // namespace

db_witness::db_witness(std::uint16_t port, std::string token)
    : port_{port}, token_{std::move(token)}, thread_{[this](const std::stop_token& is_over) {
        watch(is_over);
      }} {}

void db_witness::stop() {
  thread_.request_stop();
  thread_.join();
}

void db_witness::watch(const std::stop_token& is_over) {
  while (!is_over.stop_requested()) {
    try {
      protocol_client link{port_, token_, {}};
      while (!is_over.stop_requested()) {
        ask(link);
        std::this_thread::sleep_for(50ms);
      }
    } catch (const std::runtime_error&) {
      std::this_thread::sleep_for(50ms);
    }
  }
}

void db_witness::ask(protocol_client& through) {
  const auto made = submit_now(protocol::void_data{make_uuid_v7(system_clock{}.now()), "nobody's"});
  const auto sent = steady::now();
  through.send(made);
  while (true) {
    const auto message = through.next();
    const auto now = steady::now();
    if (const auto* status = std::get_if<protocol::status>(&message))
      told_.push_back({now, status->is_db_up});
    if (const auto* no = std::get_if<protocol::rejected>(&message)) {
      answers_.push_back({sent, between(sent, now), !is_retryable(no->why.code)});
      return;
    }
  }
}

db_figures db_witness::figures(const std::vector<db_ordeal>& of) const {
  db_figures out;
  for (const auto& ordeal : of) {
    const auto down = std::ranges::find_if(told_, [&](const told& t) {
      return !t.is_up && t.at >= ordeal.begin && t.at <= ordeal.over;
    });
    if (down == told_.end())
      continue;
    const auto up = std::find_if(down, told_.end(),
                                 [&](const told& t) { return t.is_up && t.at >= ordeal.over; });
    ++out.noticed;
    out.known = std::max(out.known, between(ordeal.begin, down->at));
    if (up != told_.end())
      out.back = std::max(out.back, between(ordeal.over, up->at));
    for (const auto& a : answers_)
      if (!a.is_verdict && a.sent >= ordeal.begin && a.sent <= ordeal.over)
        out.refused = std::max(out.refused, a.took);
  }
  return out;
}

milliseconds db_witness::worst_verdict() const {
  milliseconds worst{};
  for (const auto& a : answers_)
    if (a.is_verdict)
      worst = std::max(worst, a.took);
  return worst;
}

} // namespace palang::testing
