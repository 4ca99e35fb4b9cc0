#include "tests/system/watching_client.hpp"

#include "tests/support/protocol_client.hpp"

#include <chrono>
#include <stdexcept>

namespace palang::testing {

using namespace std::chrono_literals;

namespace {

constexpr auto pause = 20ms; // between two tries, and between two looks at a counter

} // namespace

watching_client::watching_client(std::uint16_t port, std::vector<std::string> topics)
    : port_{port}, topics_{std::move(topics)},
      token_{log_in(port, {"wati", "palang-demo", {}, {}}).token} {
  const protocol_client first{port_, token_, topics_};
  position_ = {first.greeting().epoch, first.greeting().seq};
  last_seq_ = position_.seq;
  thread_ = std::thread{[this] { run(); }};
}

watching_client::~watching_client() {
  stop();
}

bool watching_client::wait_for_seq(std::int64_t seq) const {
  for (auto left = 60s / pause; left > 0 && last_seq_ < seq; --left)
    std::this_thread::sleep_for(pause);
  return last_seq_ >= seq;
}

void watching_client::stop() {
  is_stopping_ = true;
  if (thread_.joinable())
    thread_.join();
}

void watching_client::run() {
  while (!is_stopping_) {
    try {
      watch_once();
    } catch (const std::runtime_error&) {
      std::this_thread::sleep_for(pause); // the server is away
    }
  }
}

void watching_client::watch_once() {
  protocol_client link{port_, token_, topics_, position_};
  ++connections_;
  if (!link.greeting().is_resumed)
    complaints_.push_back("not resumed from " + std::to_string(position_.seq));
  std::int64_t pings = 0;
  while (!is_stopping_) {
    // A ping makes sure that something comes, so that stop() is noticed.
    link.send(protocol::ping{++pings});
    while (true) {
      auto message = link.next();
      if (std::holds_alternative<protocol::pong>(message))
        break;
      auto* happened = std::get_if<protocol::event>(&message);
      if (happened == nullptr)
        continue;
      if (happened->seq <= position_.seq)
        complaints_.push_back("seq " + std::to_string(happened->seq) + " after "
                              + std::to_string(position_.seq));
      position_.seq = happened->seq;
      last_seq_ = happened->seq;
      events_.push_back(std::move(*happened));
    }
    std::this_thread::sleep_for(pause);
  }
}

} // namespace palang::testing
